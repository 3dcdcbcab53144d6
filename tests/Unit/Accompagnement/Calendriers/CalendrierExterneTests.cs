using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Kernel.ICalendar;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Tests.Unit.Accompagnement.Calendriers;

/// <summary>When a calendar is read again, and which addresses are.</summary>
public class CalendrierExterneTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    private static CalendrierExterne Calendrier(bool parAdresse = true) => new()
    {
        Id = Guid.Empty,
        Compte = Guid.Empty,
        Organisation = Guid.Empty,
        Nom = "Essai",
        AdresseFermee = parAdresse ? [1] : null,
        Fuseau = "Europe/Paris",
        AjouteLe = Maintenant,
    };

    private static readonly CalendrierLu Lu = new([], 3, 0, 0, 0);

    [Fact]
    public void Un_calendrier_est_relu_tous_les_quarts_d_heure_et_moins_souvent_quand_il_manque()
    {
        var c = Calendrier();
        c.Lu(Lu, "\"a\"", Maintenant);
        Assert.Equal(Maintenant.AddMinutes(15), c.ProchaineLecture);
        foreach (var minutes in (int[])[30, 60, 120, 240, 360, 360, 360])
        {
            c.Manque("Injoignable.", Maintenant);
            Assert.Equal(Maintenant.AddMinutes(minutes), c.ProchaineLecture);
        }

        c.Inchange(Maintenant);
        Assert.Equal((Maintenant.AddMinutes(15), null, 0), (c.ProchaineLecture, c.Faute, c.Echecs));
    }

    [Fact]
    public void Un_calendrier_inchange_est_relu_en_entier_chaque_semaine()
    {
        var c = Calendrier();
        c.Lu(Lu, "\"a\"", Maintenant);
        Assert.Equal("\"a\"", c.EtagAEnvoyer(Maintenant.AddDays(6)));
        Assert.Null(c.EtagAEnvoyer(Maintenant.AddDays(7)));
    }

    [Fact]
    public void Un_fichier_n_est_pas_relu()
    {
        var c = Calendrier(parAdresse: false);
        c.Lu(Lu, null, Maintenant);
        Assert.Null(c.ProchaineLecture);
    }

    [Theory]
    [InlineData("https://calendrier.example/prive-1/agenda.ics", "https://calendrier.example/prive-1/agenda.ics")]
    [InlineData(" webcal://calendrier.example/a.ics ", "https://calendrier.example/a.ics")]
    [InlineData("WEBCALS://calendrier.example/a.ics", "https://calendrier.example/a.ics")]
    [InlineData("http://calendrier.example/a.ics", null)]
    [InlineData("http://127.0.0.1/a.ics", null)]
    [InlineData("https://nom:secret@calendrier.example/a.ics", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("calendrier.example/a.ics", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Seule_une_adresse_https_est_lue(string? saisie, string? attendue) =>
        Assert.Equal(attendue, new RecuperationDeCalendrier(new ConfigurationBuilder().Build()).Lire(saisie)?.ToString());

    [Fact]
    public void Un_secret_ne_se_retrouve_que_par_lui_meme()
    {
        var (un, deux) = (SecretDeFlux.Nouveau(), SecretDeFlux.Nouveau());
        Assert.Equal(SecretDeFlux.Longueur, un.Length);
        Assert.NotEqual(SecretDeFlux.Empreinte(un), SecretDeFlux.Empreinte(deux));
        Assert.Equal(SecretDeFlux.Empreinte(un), SecretDeFlux.Empreinte(un));
        Assert.All(["", null, un[1..], un + "a", new string('é', 43), new string('=', 43), new string(' ', 43)], s => Assert.Null(SecretDeFlux.Empreinte(s)));
    }
}
