using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Tests.Unit.Kernel;

public class TempsTests
{
    [Theory]
    [InlineData("2026-10-25", 2, 30, "2026-10-25T00:30:00Z")]
    [InlineData("2026-03-29", 2, 30, "2026-03-29T01:30:00Z")]
    [InlineData("2026-07-14", 9, 0, "2026-07-14T07:00:00Z")]
    public void Une_heure_qui_vient_deux_fois_est_la_premiere(string jour, int heure, int minute, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), JourDeParis.Instant(DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(heure, minute)));

    [Fact]
    public void Un_rendez_vous_se_dit_a_l_horloge_du_lieu()
    {
        var jour = new DateOnly(2026, 11, 26);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 13, 0, 0, TimeSpan.Zero), RendezVousSaisi.Lire(jour, "9 h", "America/Guadeloupe"));
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero), RendezVousSaisi.Lire(jour, "9 h 00", null));
        Assert.Null(RendezVousSaisi.Lire(jour, "vers midi", null));
    }

    [Fact]
    public void La_provenance_dit_la_page_sans_le_secret_de_son_adresse()
    {
        var contexte = new DefaultHttpContext();
        contexte.Request.Path = "/rendez-vous/secret-a-moi";
        contexte.Request.RouteValues["jeton"] = "secret-a-moi";
        Assert.Equal("web:/rendez-vous/…", ProvenanceWeb.De(contexte));
        contexte.Request.RouteValues.Clear();
        contexte.Request.Path = "/lieux/le-babet";
        Assert.Equal("web:/lieux/le-babet", ProvenanceWeb.De(contexte));
    }
}
