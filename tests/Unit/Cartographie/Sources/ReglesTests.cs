using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Sources;

/// <summary>The rules of sources, corrections, decisions and stops.</summary>
public sealed class ReglesTests
{
    [Theory]
    [InlineData(100, 81, false)]
    [InlineData(100, 80, false)] // 20 % exactly isn't beyond 20 %
    [InlineData(100, 79, true)]
    [InlineData(100, 0, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, 50, false)]
    [InlineData(100, 150, false)]
    [InlineData(3, 2, true)]
    [InlineData(2_000_000_000, 1, true)]
    public void Une_source_qui_perd_plus_d_un_cinquieme_de_ses_lieux_est_retenue(int avant, int apres, bool retenue) =>
        Assert.Equal(retenue, ChuteDeSource.Depasse(avant, apres, ChuteDeSource.SeuilParDefaut));

    [Fact]
    public void La_chute_et_son_seuil_disent_la_meme_chose() =>
        Prop.ForAll(Gen.Choose(0, 100_000).Two().ToArbitrary(), p =>
        {
            var (avant, apres) = p;
            var points = ChuteDeSource.PointsDeBase(avant, apres);
            Assert.InRange(points, 0, 10_000);
            Assert.False(ChuteDeSource.Depasse(avant, apres, 10_000));
            Assert.True(!ChuteDeSource.Depasse(avant, apres, points + 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Une_correction_l_emporte_tant_que_la_source_repete_la_valeur_corrigee()
    {
        var correction = Correction("01 99 00 00 01", "01 99 00 00 00");
        Assert.False(correction.Confronter("01 99 00 00 00", Identifiants.Nouveau(TimeProvider.System), HorlogeFactice.Depart));
        Assert.Equal(EtatCorrection.Active, correction.Etat);
    }

    [Fact]
    public void Une_correction_est_depassee_quand_la_source_change_la_valeur_meme_pour_celle_corrigee()
    {
        var import = Identifiants.Nouveau(TimeProvider.System);
        foreach (var nouvelle in (string?[])["01 99 00 00 02", "01 99 00 00 01", null])
        {
            var correction = Correction("01 99 00 00 01", "01 99 00 00 00");
            Assert.True(correction.Confronter(nouvelle, import, HorlogeFactice.Depart));
            Assert.Equal((EtatCorrection.DepasseeParLaSource, import, HorlogeFactice.Depart), (correction.Etat, correction.ClosePar, correction.CloseLe));
            // Closed once: what comes later says nothing more.
            Assert.False(correction.Confronter("autre", Identifiants.Nouveau(TimeProvider.System), HorlogeFactice.Depart));
        }
    }

    [Fact]
    public void Un_champ_vide_chez_la_source_se_corrige_aussi() => Assert.False(Correction("x", null).Confronter(null, Identifiants.Nouveau(TimeProvider.System), HorlogeFactice.Depart));

    [Fact]
    public void Une_paire_a_un_seul_ordre()
    {
        Assert.Equal(("a", "b"), DecisionHumaine.Ordonner("b", "a"));
        Assert.Equal(("A", "a"), DecisionHumaine.Ordonner("a", "A"));
        Assert.Throws<ArgumentException>(() => DecisionHumaine.Ordonner("a", "a"));
    }

    [Theory]
    [InlineData("hinaura", true)]
    [InlineData("fibre-64", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("Été", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    public void Un_code_de_source_est_un_mot_simple(string code, bool valable) => Assert.Equal(valable, Source.EstUnCode(code));

    [Theory]
    [InlineData("10:00-12:00", "2026-12-03", "2026-12-03", "2026 Dec 03 10:00-12:00")]
    [InlineData("10:00-12:00,14:00-16:00", "2026-12-03", "2026-12-05", "2026 Dec 03-2026 Dec 05 10:00-12:00,14:00-16:00")]
    [InlineData("Mo 10:00-12:00", "2026-12-28", "2027-01-09", "2026 Dec 28-2027 Jan 09 Mo 10:00-12:00")]
    [InlineData("2026 Dec 03 10:00-12:00; 2026 Dec 10 14:00-16:00", "2026-12-03", "2026-12-10", "2026 Dec 03 10:00-12:00; 2026 Dec 10 14:00-16:00")]
    public void Les_horaires_d_un_arret_ne_valent_que_pour_ses_jours(string horaires, string premier, string dernier, string attendu)
    {
        var dates = Arret.Dater(horaires, Jour(premier), Jour(dernier));
        Assert.Equal(attendu, dates);
        var lus = FaireAvec.Cartographie.Horaires.HorairesOsm.Analyser(dates);
        Assert.True(lus.Reussi, lus.Erreur?.Message);
    }

    [Theory]
    [InlineData("2026-12-02", true)]
    [InlineData("2026-12-05", true)]
    [InlineData("2026-12-06", false)]
    public void Un_arret_se_trouve_jusqu_a_la_fin_de_son_dernier_jour(string jour, bool aVenir) => Assert.Equal(aVenir, UnArret("2026-12-03", "2026-12-05").EstAVenir(Jour(jour)));

    [Theory]
    [InlineData("2026-12-03", "2026-12-03", "du 3 décembre 2026")]
    [InlineData("2026-12-03", "2026-12-05", "du 3 au 5 décembre 2026")]
    [InlineData("2026-11-28", "2026-12-03", "du 28 novembre au 3 décembre 2026")]
    [InlineData("2026-12-28", "2027-01-03", "du 28 décembre 2026 au 3 janvier 2027")]
    public void Un_arret_dit_ses_jours(string premier, string dernier, string attendu) => Assert.Equal(attendu, FaireAvec.Cartographie.Recherche.ArretEnLieu.Quand(UnArret(premier, dernier)));

    private static Arret UnArret(string premier, string dernier) => new()
    {
        Id = Identifiants.Nouveau(TimeProvider.System),
        Lieu = "test_1",
        Commune = "Lyon",
        CodePostal = "69001",
        PremierJour = Jour(premier),
        DernierJour = Jour(dernier),
        Auteur = "test",
        CreeLe = HorlogeFactice.Depart,
    };

    private static DateOnly Jour(string texte) => DateOnly.ParseExact(texte, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static CorrectionDeChamp Correction(string? valeur, string? source) => new()
    {
        Id = Identifiants.Nouveau(TimeProvider.System),
        Lieu = "test_1",
        Champ = "telephone",
        Valeur = valeur,
        ValeurDeLaSource = source,
        Auteur = "test",
        CreeeLe = HorlogeFactice.Depart,
    };
}
