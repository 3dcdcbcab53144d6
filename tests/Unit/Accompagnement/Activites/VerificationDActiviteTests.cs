using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Tests.Unit.Accompagnement.Activites.SaisieDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Activites;

public class VerificationDActiviteTests
{
    [Fact]
    public void Un_acte_usuel_est_garde_avec_son_lieu_sa_commune_et_sa_posture()
    {
        var a = Juste(Usuelle);
        Assert.Equal((TypeDActivite.Individuel, Aujourdhui, 45, "exemple_1", "42218", "42"), (a.Type, a.Jour, a.Duree, a.Lieu, a.Commune, a.Departement));
        Assert.Equal(new Posture(10, 60, 30), a.Posture);
        Assert.Equal((1, 0, 1), (a.SansNom, a.Suivies, a.Accompagnements));
    }

    [Fact]
    public void Seuls_la_date_la_duree_le_lieu_une_thematique_et_la_posture_sont_demandes() =>
        Assert.Equal(["ACC-002", "ACC-005", "ACC-006", "ACC-009", "ACC-012"], Codes(new SaisieDActivite { Type = "individuel" }));

    [Fact]
    public void Les_etiquettes_sont_celles_qui_sont_permises_dix_au_plus_et_une_reunie_devient_l_autre()
    {
        var (a, b, inconnue) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var contexte = Contexte with { Etiquettes = new Dictionary<Guid, Guid> { [a] = b, [b] = b } };
        Assert.Equal([b], Juste(Usuelle with { Etiquettes = [a, b, a] }, contexte).Etiquettes);
        Assert.Equal(["ACC-036"], Codes(Usuelle with { Etiquettes = [a, inconnue] }, contexte));
        Assert.Equal(["ACC-036"], Codes(Usuelle with { Etiquettes = [.. Enumerable.Repeat(a, 11)] }, contexte));
        Assert.Equal(["ACC-036"], Codes(Usuelle with { Etiquettes = [a] }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1440)]
    [InlineData(int.MaxValue)]
    public void Une_duree_va_d_une_minute_a_moins_d_un_jour(int minutes) => Assert.Equal(["ACC-005"], Codes(Usuelle with { DureeMinutes = minutes }));

    [Theory]
    [InlineData("2026-11-26", "ACC-003")]
    [InlineData("2099-01-01", "ACC-003")]
    [InlineData("2024-09-01", "ACC-004")]
    [InlineData("1999-12-31", "ACC-037")]
    [InlineData("0001-01-01", "ACC-037")]
    public void Une_date_n_est_ni_future_ni_d_avant_le_mediateur(string date, string code) => Assert.Equal([code], Codes(Usuelle with { Date = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData("individuel", "jamais_vu", "ACC-009")]
    [InlineData("individuel", "", "ACC-009")]
    public void Une_thematique_est_de_la_liste(string type, string theme, string code) => Assert.Equal([code], Codes(Usuelle with { Type = type, Thematiques = [theme] }));

    [Fact]
    public void Trois_thematiques_au_plus_et_une_principale_parmi_elles()
    {
        Assert.Equal(["ACC-010"], Codes(Usuelle with { Thematiques = ["email", "sante", "bureautique", "parentalite"] }));
        Assert.Equal(["ACC-011"], Codes(Usuelle with { ThematiquePrincipale = "sante" }));
        Assert.Equal(["sante", "email", "logement"], Juste(Usuelle with { Thematiques = ["email", "sante", "logement"], ThematiquePrincipale = "sante" }).Thematiques);
        Assert.Equal(["email"], Juste(Usuelle with { Thematiques = ["email", "email", "email", "email"] }).Thematiques);
    }

    [Fact]
    public void Un_acte_d_un_autre_outil_garde_toutes_ses_thematiques_sa_date_ancienne_et_n_a_pas_de_posture()
    {
        var import = Contexte with { Origine = OrigineDActivite.Import };
        var a = Juste(Usuelle with { Thematiques = ["email", "sante", "bureautique", "parentalite"], Posture = null, Date = new DateOnly(2023, 1, 5) }, import);
        Assert.Equal(4, a.Thematiques.Length);
        Assert.Null(a.Posture);
        Assert.Equal(OrigineDActivite.Import, a.Origine);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(50, 50, 50)]
    [InlineData(-10, 60, 50)]
    [InlineData(110, -10, 0)]
    [InlineData(int.MaxValue, int.MaxValue, 102)]
    public void Les_parts_font_cent(int aLaPlace, int avec, int faire) => Assert.Equal(["ACC-013"], Codes(Usuelle with { Posture = new Posture(aLaPlace, avec, faire) }));

    [Fact]
    public void Toute_posture_gardee_fait_cent() => Prop.ForAll(
        Gen.Choose(-20, 130).Three().ToArbitrary(),
        p =>
        {
            var posture = new Posture(p.Item1, p.Item2, p.Item3);
            var resultat = VerificationDActivite.Verifier(Usuelle with { Posture = posture }, Contexte, []);
            return resultat.Reussi == (p.Item1 >= 0 && p.Item2 >= 0 && p.Item3 >= 0 && p.Item1 + p.Item2 + p.Item3 == 100)
                && (!resultat.Reussi || resultat.Valeur.Activite.PartALaPlace + resultat.Valeur.Activite.PartAvec + resultat.Valeur.Activite.PartFaire == 100);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Le_motif_ne_se_garde_qu_avec_une_part_a_la_place()
    {
        Assert.Equal("urgence", Juste(Usuelle with { MotifALaPlace = "urgence" }).MotifALaPlace);
        Assert.Null(Juste(Usuelle with { MotifALaPlace = "urgence", Posture = new Posture(0, 30, 70) }).MotifALaPlace);
        Assert.Equal(["ACC-014"], Codes(Usuelle with { MotifALaPlace = "paresse" }));
    }

    [Theory]
    [InlineData("lieu_activite", null, null, "ACC-007")]
    [InlineData("lieu_activite", "ferme_2", null, "ACC-007")]
    [InlineData("domicile", null, null, "ACC-008")]
    [InlineData("autre", null, "00000", "ACC-008")]
    [InlineData("la_lune", null, null, "ACC-006")]
    public void Un_lieu_est_ouvert_et_connu(string type, string? lieu, string? commune, string code) => Assert.Equal([code], Codes(Usuelle with { TypeDeLieu = type, Lieu = lieu, Commune = commune }));

    [Fact]
    public void A_distance_la_commune_est_celle_de_l_organisation()
    {
        var a = Juste(Usuelle with { TypeDeLieu = Listes.ADistance, Lieu = "exemple_1" });
        Assert.Equal((null, "42218"), (a.Lieu, a.Commune));
    }

    [Theory]
    [InlineData("mdp : Soleil2024!")]
    [InlineData("NIR 2 69 05 49 588 157 80")]
    public void Un_mot_de_passe_ou_un_NIR_ne_se_garde_nulle_part(string secret)
    {
        Assert.Equal(["ACC-017"], Codes(Usuelle with { Notes = secret }));
        Assert.Equal(["ACC-017"], Codes(Usuelle with { Demarche = secret }));
        Assert.Equal(["ACC-017"], Codes(Usuelle with { Suite = secret }));
    }

    [Fact]
    public void Un_tableau_colle_est_refuse_avec_une_phrase()
    {
        var collee = string.Join('\n', Enumerable.Range(0, 400).Select(i => $"2026-11-{(i % 28) + 1:00}\tatelier\t{i}"));
        var erreur = VerificationDActivite.Verifier(Usuelle with { Notes = collee }, Contexte, []).Erreur!;
        Assert.Equal(("ACC-016", "notes"), (erreur.Code, erreur.Champ));
        Assert.Contains("4000", erreur.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_orientation_dit_vers_qui()
    {
        Assert.Equal(["ACC-018"], Codes(Usuelle with { Orientee = true }));
        Assert.Equal("operateur", Juste(Usuelle with { Orientee = true, StructureDeRedirection = "operateur" }).StructureDeRedirection);
        Assert.Null(Juste(Usuelle with { Orientee = false, StructureDeRedirection = "operateur" }).StructureDeRedirection);
    }

    [Fact]
    public void Un_accompagnement_individuel_a_une_personne_suivie_ou_sans_nom()
    {
        var (p1, p2) = (Contexte.Id, Contexte.Auteur);
        Assert.Equal((0, 1), (Juste(Usuelle with { Personnes = [p1] }).SansNom, Juste(Usuelle with { Personnes = [p1, p1] }).Suivies));
        Assert.Equal(["ACC-020"], Codes(Usuelle with { Personnes = [p1, p2] }));
        Assert.Equal(["ACC-021"], Codes(Usuelle with { Personnes = [p1], SansNom = new PersonneSansNom("feminin", null, null, null, null) }));
        Assert.Equal(["ACC-015"], Codes(Usuelle with { SansNom = new PersonneSansNom("autre_chose", null, null, null, null) }));
        Assert.Equal(["ACC-008"], Codes(Usuelle with { SansNom = new PersonneSansNom(null, null, null, "99999", null) }));
    }

    [Fact]
    public void Un_atelier_a_quelqu_un_mais_pas_cinq_mille_personnes()
    {
        Assert.Equal(8, Juste(Atelier).Accompagnements);
        Assert.Equal(9, Juste(Atelier with { Personnes = [Contexte.Id] }).Accompagnements);
        Assert.Equal(["ACC-022"], Codes(Atelier with { Effectifs = null }));
        Assert.Equal(["ACC-023"], Codes(Atelier with { Effectifs = new Effectifs { Total = 5000 } }));
    }

    [Fact]
    public void Une_coordination_ne_demande_ni_lieu_ni_theme_ni_posture()
    {
        var saisie = new SaisieDActivite
        {
            Type = "animation",
            Date = Aujourdhui,
            DureeMinutes = 90,
            Coordination = new Coordination { Mediateurs = 4, Nature = "groupe_de_travail", Initiative = "besoin", Thematiques = ["maillage"] },
        };
        Assert.Equal((0, 4), (Juste(saisie).Accompagnements, Juste(saisie).Coordination!.Mediateurs));
        Assert.Equal(["ACC-028"], Codes(saisie with { Coordination = saisie.Coordination! with { Mediateurs = 0 } }));
        Assert.Equal(["ACC-028"], Codes(saisie with { Coordination = null }));
        Assert.Equal(["ACC-028"], Codes(saisie with { Coordination = saisie.Coordination! with { Mediateurs = -3 } }).Distinct());
    }

    [Fact]
    public void Un_partenariat_n_a_pas_de_duree_et_nomme_ses_partenaires()
    {
        var saisie = new SaisieDActivite
        {
            Type = "partenariat",
            Date = Aujourdhui,
            Coordination = new Coordination { Nom = "Permanences au marché", Natures = ["parcours_usager"], Echelon = "communal", Partenaires = [new Partenaire("Commune d’Exemple", "commune")] },
        };
        Assert.Equal(0, Juste(saisie).Duree);
        Assert.Equal(["ACC-028"], Codes(saisie with { Coordination = saisie.Coordination! with { Partenaires = [] } }));
    }

    [Fact]
    public void Les_listes_ont_le_nombre_de_termes_du_metier()
    {
        Assert.Equal((19, 11), (Thematiques.Mediation.Termes.Count, Thematiques.Administratives.Termes.Count));
        Assert.Equal(30, Thematiques.Codes.Distinct().Count());
        Assert.Equal((4, 5, 3, 8, 5), (Listes.TypesDeLieu.Termes.Count, Listes.Materiels.Termes.Count, Listes.Genres.Termes.Count, Listes.Ages.Termes.Count, Listes.Statuts.Termes.Count));
        Assert.All(TypesDActivite.Tous, t => Assert.Equal(t, t.Type.Regle()));
        Assert.All(PosturesToutesPretes.Toutes, p => Assert.True(p.Posture.Juste));
    }

    [Fact]
    public void Un_atelier_a_au_moins_autant_de_participants_que_de_signatures()
    {
        var registre = Guid.Parse("01a21000-0000-7000-8000-0000000000b1");
        var signe = Contexte with { Registre = new RegistreAJoindre(registre, 8) };
        var atelier = Atelier with { Registre = registre };
        Assert.Equal(["ACC-039"], Codes(atelier with { Effectifs = new Effectifs { Total = 7 } }, signe));
        Assert.Equal(registre, Juste(atelier, signe).Registre);
        Assert.Empty(Codes(atelier with { Effectifs = new Effectifs { Total = 12 } }, signe));
        // Those who are followed signed too.
        Assert.Empty(Codes(atelier with { Effectifs = new Effectifs { Total = 7 }, Personnes = [Guid.Parse("01a21000-0000-7000-8000-0000000000b2")] }, signe));
        Assert.Equal(["ACC-023"], Codes(atelier with { Effectifs = new Effectifs { Total = 5000 } }, signe));
    }

    [Fact]
    public void Un_registre_inconnu_ou_un_autre_ne_se_joint_pas_et_ne_va_qu_a_un_atelier()
    {
        var registre = Guid.Parse("01a21000-0000-7000-8000-0000000000b1");
        Assert.Equal(["ACC-249"], Codes(Atelier with { Registre = registre }));
        Assert.Equal(["ACC-249"], Codes(Atelier with { Registre = registre }, Contexte with { Registre = new RegistreAJoindre(Guid.Parse("01a21000-0000-7000-8000-0000000000b3"), 1) }));
        Assert.Equal(["ACC-252"], Codes(Usuelle with { Registre = registre }, Contexte with { Registre = new RegistreAJoindre(registre, 1) }));
    }
}
