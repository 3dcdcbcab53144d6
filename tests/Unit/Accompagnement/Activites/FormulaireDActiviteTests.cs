using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Equipes;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Tests.Unit.Accompagnement.Activites.SaisieDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Activites;

public class FormulaireDActiviteTests
{
    // What is corrected without a change stays what it was, whatever the act was.
    [Fact]
    public void Le_formulaire_d_un_acte_redonne_cet_acte() => Prop.ForAll(
        (from type in Gen.Elements("individuel", "demarche", "collectif")
         from duree in Gen.Choose(1, 1439)
         from themes in Gen.Elements<string>([.. Thematiques.Codes]).ListOf(3)
         from place in Gen.Choose(0, 100)
         from lieu in Gen.Elements(Listes.LieuActivite, Listes.Domicile, Listes.ADistance)
         from genre in Gen.Elements<string?>("feminin", "masculin", null)
         from total in Gen.Choose(1, 30)
         select (type, duree, themes, place, lieu, genre, total)).ToArbitrary(),
        x =>
        {
            var saisie = Usuelle with
            {
                Type = x.type,
                DureeMinutes = x.duree,
                Thematiques = [.. x.themes.Distinct()],
                Posture = new Posture(x.place, 100 - x.place, 0),
                TypeDeLieu = x.lieu,
                Lieu = "exemple_1",
                Commune = "42218",
                SansNom = x.type == "collectif" ? PersonneSansNom.Inconnue : new PersonneSansNom(x.genre, null, null, null, true),
                Effectifs = x.type == "collectif" ? Effectifs.Lire(x.total, 1, new Dictionary<string, int> { ["feminin"] = 1 }, new Dictionary<string, int>(), new Dictionary<string, int>()).Valeur : null,
            };
            var acte = Juste(saisie);
            var relu = FormulaireDActivite.Relire(FormulaireDActivite.De(acte, null, [], c => c).Ecrire())!;
            var encore = Juste(relu.Lire(_ => null).Valeur);
            return DocumentDActivite.Ecrire(encore) == DocumentDActivite.Ecrire(acte);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Refaire_un_atelier_garde_ce_qu_il_est_et_personne_de_la_derniere_fois()
    {
        var marges = new Dictionary<string, int> { ["feminin"] = 5 };
        var acte = Juste(Atelier with
        {
            Titre = "Ma boîte à courriels",
            Niveau = "debutant",
            Materiels = ["tablette"],
            Suite = "Revoir Madame Exemple",
            MotifALaPlace = "langue",
            Effectifs = Effectifs.Lire(8, 2, marges, new Dictionary<string, int> { ["70_et_plus"] = 3 }, new Dictionary<string, int>()).Valeur,
        });
        var refait = FormulaireDActivite.De(acte, "note", [Guid.CreateVersion7()], c => c).Recommencer();
        Assert.Equal(("collectif", "Ma boîte à courriels", "debutant", "exemple_1", "45"), (refait.Type, refait.Titre, refait.Niveau, refait.Lieu, refait.Duree));
        Assert.Equal(["email"], refait.Thematiques);
        Assert.Equal(["tablette"], refait.Materiels);
        Assert.Equal("avec", refait.Posture);
        Assert.Equal((null, null, null, null), (refait.Total, refait.DejaVenus, refait.Notes, refait.Suite));
        Assert.Empty(refait.ParGenre);
        Assert.Empty(refait.ParAge);
        Assert.Empty(refait.ParStatut);
        Assert.Empty(refait.Personnes);
        // One tap on « Enregistrer » then asks how many came.
        Assert.Contains(ErreursActivites.Participants.Code, Codes(refait.Lire(_ => null).Valeur with { Date = Aujourdhui }));
    }

    [Fact]
    public void Refaire_un_accompagnement_ne_recopie_rien_de_la_personne()
    {
        var refait = FormulaireDActivite.De(
            Juste(Usuelle with { SansNom = new PersonneSansNom("feminin", "70_et_plus", "retraite", null, true), Orientee = true, StructureDeRedirection = "autre", Autonomie = "guidee" }), null, [], c => c).Recommencer();
        Assert.Equal((null, null, null, null), (refait.Genre, refait.Age, refait.Statut, refait.Deja));
        Assert.Equal((false, null, null), (refait.Orientee, refait.Redirection, refait.Autonomie));
    }

    [Fact]
    public void Refaire_une_animation_ne_recopie_pas_combien_etaient_la()
    {
        var refait = new FormulaireDActivite { Type = "animation", Nature = "webinaire", ThemesDAnimation = ["maillage"], Mediateurs = 12, Structures = 4, AutresActeurs = 1, Participants = 9, Registre = Guid.CreateVersion7(), RendezVous = Guid.CreateVersion7() }.Recommencer();
        Assert.Equal(("webinaire", null, null, null, null), (refait.Nature, refait.Mediateurs, refait.Structures, refait.AutresActeurs, refait.Participants));
        Assert.Equal((null, null), (refait.Registre, refait.RendezVous));
        Assert.Equal(["maillage"], refait.ThemesDAnimation);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public void Un_brouillon_abime_ne_se_relit_pas(string contenu) => Assert.Null(FormulaireDActivite.Relire(contenu));

    [Fact]
    public void Les_parts_de_posture_font_cent_quel_que_soit_l_ordre() => Prop.ForAll(
        Gen.Choose(0, 100_000).Three().ToArbitrary(),
        s =>
        {
            var parts = PartsDePosture.De(s.Item1, s.Item2, s.Item3);
            return s.Item1 + s.Item2 + s.Item3 == 0 ? parts is null : parts!.Value.Juste
                && Math.Abs(parts.Value.Avec - (s.Item2 * 100.0 / (s.Item1 + s.Item2 + s.Item3))) < 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void L_exemple_du_domaine_donne_ses_parts() => Assert.Equal(new Posture(20, 50, 30), PartsDePosture.De(60 * 20, 60 * 50, 60 * 30));

    [Theory]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-12-02", false)]
    [InlineData("2026-12-09", true)]
    [InlineData("2026-11-11", false)]
    [InlineData("2027-02-17", false)]
    public void Un_atelier_revient_a_son_rythme(string jour, bool prevu)
    {
        var modele = new ModeleDActivite { Id = default, Auteur = default, Nom = "essai", Contenu = "{}", CreeLe = default, Depuis = Aujourdhui, Jusqua = new DateOnly(2027, 1, 31), Semaines = 2 };
        Assert.Equal(prevu, modele.APrevoir(DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("annee-scolaire", "2026-09-01", "2026-11-25")]
    [InlineData("semaine", "2026-11-23", "2026-11-25")]
    [InlineData("mois-dernier", "2026-10-01", "2026-10-31")]
    [InlineData("n'importe quoi", "2026-11-01", "2026-11-25")]
    public void Une_periode_a_son_premier_et_son_dernier_jour(string nom, string du, string au) =>
        Assert.Equal((DateOnly.Parse(du, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(au, System.Globalization.CultureInfo.InvariantCulture)), Periodes.Lire(nom, Aujourdhui));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-29", "2026-11-23")]
    [InlineData("2026-11-22", "2026-11-16")]
    public void Une_semaine_commence_le_lundi(string jour, string lundi) =>
        Assert.Equal(DateOnly.Parse(lundi, System.Globalization.CultureInfo.InvariantCulture), TempsDeSaisie.Lundi(DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture)));
}
