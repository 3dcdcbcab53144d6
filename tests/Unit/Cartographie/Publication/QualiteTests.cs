using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Tests.Unit.Cartographie.Publication;

/// <summary>The quality of a sheet, and which publications are kept.</summary>
public sealed class QualiteTests
{
    private static readonly DateOnly Aujourdhui = new(2026, 11, 18);

    [Fact]
    public void Une_fiche_entiere_fraiche_placee_et_ouverte_a_tout()
    {
        var qualite = Qualite.De(Entiere(), null, horairesCompris: true, Aujourdhui);
        Assert.Equal((40, 25, 20, 15, 100), (qualite.Complet, qualite.Frais, qualite.Geocode, qualite.HorairesCompris, qualite.Total));
        Assert.Empty(qualite.Manques);
    }

    [Fact]
    public void Une_fiche_qui_ne_dit_que_son_nom_n_a_rien()
    {
        var qualite = Qualite.De(new FicheLieu { Id = "a", Nom = "A", Commune = "Lyon", CodePostal = "69001" }, null, horairesCompris: false, Aujourdhui);
        Assert.Equal(0, qualite.Total);
        Assert.Equal(13, qualite.Manques.Count);
    }

    [Theory]
    [InlineData(0, 25)]
    [InlineData(183, 25)]
    [InlineData(184, 24)]
    [InlineData(456, 12)]
    [InlineData(729, 0)]
    [InlineData(730, 0)]
    [InlineData(5000, 0)]
    public void La_fraicheur_baisse_de_six_a_vingt_quatre_mois(int jours, int attendu)
    {
        var fiche = Entiere();
        fiche.DateMaj = Aujourdhui.AddDays(-jours);
        Assert.Equal(attendu, Qualite.De(fiche, null, true, Aujourdhui).Frais);
    }

    [Fact]
    public void Une_date_de_remplissage_ou_future_ne_rend_pas_frais_une_verification_si()
    {
        var fiche = Entiere();
        foreach (var date in (DateOnly?[])[DateDeMiseAJour.Remplissage, Aujourdhui.AddDays(1), null])
        {
            fiche.DateMaj = date;
            Assert.Equal(0, Qualite.De(fiche, null, true, Aujourdhui).Frais);
            Assert.Equal(25, Qualite.De(fiche, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), true, Aujourdhui).Frais);
        }
    }

    [Fact]
    public void Un_telephone_ou_un_courriel_suffit()
    {
        var fiche = Entiere();
        fiche.Telephone = null;
        Assert.Equal(40, Qualite.De(fiche, null, true, Aujourdhui).Complet);
        fiche.Courriels = [];
        var qualite = Qualite.De(fiche, null, true, Aujourdhui);
        Assert.Equal(36, qualite.Complet);
        Assert.Equal(["telephone"], qualite.Manques);
    }

    [Fact]
    public void La_qualite_d_une_source_est_la_moyenne_de_ses_fiches()
    {
        var vide = Qualite.De(new FicheLieu(), null, false, Aujourdhui);
        var pleine = Qualite.De(Entiere(), null, true, Aujourdhui);
        var sources = QualiteDeSource.ParSource([("b", pleine), ("a", vide), ("b", vide), ("b", pleine)]);
        Assert.Equal(["a", "b"], sources.Select(s => s.Source));
        Assert.Equal((3, 66.7), (sources[1].Lieux, sources[1].Total));
        Assert.All(sources[1].Manques, m => Assert.Equal(1, m.Value));
    }

    [Fact]
    public void Les_publications_du_mois_puis_la_premiere_de_chaque_mois_sont_gardees()
    {
        var jours = Enumerable.Range(0, 120).Select(i => Aujourdhui.AddDays(-i)).ToList();
        var retirees = GardeDesPublications.ARetirer(jours, Aujourdhui, 30);
        var gardees = jours.Except(retirees).ToList();
        Assert.All(jours.Where(j => j >= Aujourdhui.AddDays(-30)), j => Assert.Contains(j, gardees));
        Assert.Equal([new(2026, 7, 22), new(2026, 8, 1), new(2026, 9, 1), new(2026, 10, 1)], gardees.Where(j => j < Aujourdhui.AddDays(-30)).Order());
        Assert.Empty(GardeDesPublications.ARetirer(gardees, Aujourdhui, 30));
    }

    [Fact]
    public void La_derniere_publication_reste_meme_tres_ancienne()
    {
        Assert.Empty(GardeDesPublications.ARetirer([new(2020, 1, 15)], Aujourdhui, 30));
        Assert.Equal([new DateOnly(2020, 1, 10)], GardeDesPublications.ARetirer([new(2020, 1, 2), new(2020, 1, 10), new(2020, 1, 15)], Aujourdhui, 30));
        Assert.Empty(GardeDesPublications.ARetirer([], Aujourdhui, 30));
    }

    private static FicheLieu Entiere() => new()
    {
        Id = "test_1",
        Nom = "Espace",
        Commune = "Lyon",
        CodePostal = "69001",
        CodeInsee = "69381",
        Adresse = "1 rue de la Paix",
        Pivot = "21690123100011",
        Telephone = "+33199000001",
        Courriels = ["contact@example.org"],
        SiteWeb = ["https://example.org"],
        Typologie = ["MUNI"],
        Services = [Vocabulaire.Demarches],
        FraisACharge = [Vocabulaire.Gratuit],
        ModalitesAcces = [Vocabulaire.SePresenter],
        PresentationResume = "Un espace.",
        Latitude = 45.7,
        Longitude = 4.8,
        DateMaj = Aujourdhui,
    };
}
