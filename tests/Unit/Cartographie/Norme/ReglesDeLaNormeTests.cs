using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>Each rule of the standard, with what it accepts and what it refuses.</summary>
public sealed class ReglesDeLaNormeTests
{
    private static readonly string Mille = new('a', 1000);

    /// <summary>Column, value, rule that it breaks, suggestion.</summary>
    public static TheoryData<string, string, string, string?> Refusees => new()
    {
        { "id", "", "NOR-OBL-01", null },
        { "pivot", "", "NOR-OBL-01", "00000000000000" },
        { "nom", "  ", "NOR-OBL-01", null },
        { "commune", "", "NOR-OBL-01", null },
        { "code_postal", "", "NOR-OBL-01", null },
        { "date_maj", "", "NOR-OBL-01", null },
        { "pivot", "356 000 000 00048", "NOR-PIV-01", "35600000000048" },
        { "pivot", "12345678", "NOR-PIV-01", null },
        { "pivot", "123456789012345", "NOR-PIV-01", null },
        { "pivot", "W69100000é", "NOR-PIV-01", null },
        { "code_postal", "1000", "NOR-CP-01", "01000" },
        { "code_postal", "69 001", "NOR-CP-01", "69001" },
        { "code_postal", "69001.0", "NOR-CP-01", "69001" },
        { "code_postal", "٦٩٠٠١", "NOR-CP-01", null },
        { "code_postal", "690011", "NOR-CP-01", null },
        { "code_insee", "1053", "NOR-INS-01", "01053" },
        { "code_insee", "2a004", "NOR-INS-01", "2A004" },
        { "code_insee", "00001", "NOR-INS-01", null },
        { "code_insee", "96001", "NOR-INS-01", null },
        { "latitude", "45,7673", "NOR-LAT-01", "45.7673" },
        { "latitude", "95.1", "NOR-LAT-01", null },
        { "latitude", "nord", "NOR-LAT-01", null },
        { "latitude", "NaN", "NOR-LAT-01", null },
        { "longitude", "4,8361", "NOR-LON-01", "4.8361" },
        { "longitude", "-181", "NOR-LON-01", null },
        { "longitude", "1e2", "NOR-LON-01", null },
        { "telephone", "+33 4 78 00 00 00", "NOR-TEL-01", "+33478000000" },
        { "telephone", "+334", "NOR-TEL-01", null },
        { "telephone", "+4420000000", "NOR-TEL-01", null },
        { "telephone", "sur demande", "NOR-TEL-01", null },
        { "courriels", "contact(at)example.org", "NOR-MEL-01", "contact@example.org" },
        { "courriels", "mailto:contact@example.org", "NOR-MEL-01", "contact@example.org" },
        { "courriels", "contact@example", "NOR-MEL-01", null },
        { "courriels", "a@example.org|nul", "NOR-MEL-01", null },
        { "site_web", "www.example.org", "NOR-WEB-01", "http://www.example.org" },
        { "site_web", "http:/example.org", "NOR-WEB-01", "http://example.org" },
        { "site_web", "javascript:alert(1)", "NOR-WEB-01", null },
        { "site_web", "https://quelqu.un:secret@example.org", "NOR-WEB-01", null },
        { "presentation_resume", new string('a', 281), "NOR-RES-01", null },
        { "itinerance", "Mobile", "NOR-ITI-01", null },
        { "date_maj", "31/01/2026", "NOR-DAT-01", "2026-01-31" },
        { "date_maj", "2026-01-31 12:00:00", "NOR-DAT-01", "2026-01-31" },
        { "date_maj", "2026-02-30", "NOR-DAT-01", null },
        { "date_maj", "hier", "NOR-DAT-01", null },
        { "services", "aide aux demarches administratives", "NOR-SRV-01", "Aide aux démarches administratives" },
        { "services", "Aide aux démarches administrative", "NOR-SRV-01", "Aide aux démarches administratives" },
        { "services", "Coiffure", "NOR-SRV-01", null },
        { "publics_specifiquement_adresses", "Senior", "NOR-PUB-01", "Seniors" },
        { "prise_en_charge_specifique", "Illetrisme", "NOR-PEC-01", "Illettrisme" },
        { "frais_a_charge", "Cher", "NOR-FRA-01", null },
        { "dispositif_programmes_nationaux", "Conseiller numérique", "NOR-DIS-01", "Conseillers numériques" },
        { "formations_labels", "ORDI 4.0", "NOR-FOR-01", "ORDI 3.0" },
        { "modalites_acces", "Téléphonner", "NOR-ACC-01", "Téléphoner" },
        { "modalites_accompagnement", "Distance", "NOR-ACP-01", "À distance" },
        { "fiche_acces_libre", "acceslibre.beta.gouv.fr/app", "NOR-FAL-01", "http://acceslibre.beta.gouv.fr/app" },
        { "prise_rdv", "par téléphone", "NOR-RDV-01", null },
    };

    [Theory]
    [MemberData(nameof(Refusees))]
    public void Une_valeur_refusee_l_est_par_sa_regle_et_elle_seule(string colonne, string valeur, string regle, string? suggestion)
    {
        var (defauts, bilan) = Lieux.Valider(Lieux.Csv(Lieux.Avec((colonne, valeur)), Lieux.Avec(("id", "exemple_2"))), toutes: false);
        var defaut = Assert.Single(defauts);
        Assert.Equal((2L, colonne, regle, Niveau.Bloquant), (defaut.Ligne, defaut.Colonne, defaut.Regle, defaut.Niveau));
        Assert.Equal(suggestion, defaut.Suggestion);
        Assert.EndsWith(".", defaut.Message, StringComparison.Ordinal);
        Assert.Equal((2, 1, 1, 0), (bilan.Lignes, bilan.Valides, bilan.Bloquants, bilan.Avertissements));
    }

    [Theory]
    [InlineData("6862047.12", "652381,02")]
    [InlineData("652381.02", "6862047.12")]
    public void Des_metres_de_Lambert_93_sont_proposes_en_degres(string latitude, string longitude)
    {
        var defauts = Lieux.Valider(Lieux.Csv(Lieux.Avec(("latitude", latitude), ("longitude", longitude))), toutes: false).Defauts;
        Assert.Equal(["NOR-LAT-01", "NOR-LON-01"], defauts.Select(d => d.Regle));
        Assert.Equal(48.8566, double.Parse(defauts[0].Suggestion!, CultureInfo.InvariantCulture), 0.001);
        Assert.Equal(2.3515, double.Parse(defauts[1].Suggestion!, CultureInfo.InvariantCulture), 0.001);
    }

    [Theory]
    [InlineData("pivot", "00000000000000")]
    [InlineData("pivot", "W691000000")]
    [InlineData("pivot", "123456789")]
    [InlineData("code_insee", "2A004")]
    [InlineData("code_insee", "97411")]
    [InlineData("code_insee", "98818")]
    [InlineData("code_insee", "")]
    [InlineData("latitude", "-22.5")]
    [InlineData("latitude", "48")]
    [InlineData("telephone", "+687262626")]
    [InlineData("telephone", "+590590000000")]
    [InlineData("courriels", "a.b+c@exa-mple.co.org|d@example.org")]
    [InlineData("site_web", "http://example.org/a,b@c?d=e;f#g|https://example.org:8080")]
    [InlineData("formations_labels", "Formé à « Mon Espace Santé »|ORDI 3.0")]
    [InlineData("services", "")]
    [InlineData("presentation_detail", "n’importe quoi, \"même\" très long")]
    [InlineData("typologie", "CODE_DE_DEMAIN")]
    [InlineData("dispositif_programmes_nationaux", "Bibliothèques numérique de référence|Point d'accès numérique CAF")]
    public void Une_valeur_admise_ne_dit_rien(string colonne, string valeur) =>
        Assert.Empty(Lieux.Valider(Lieux.Csv(Lieux.Avec((colonne, valeur))), toutes: false).Defauts);

    [Theory]
    [InlineData("formations_labels", "Étapes numériques(La Poste)", "Étapes numériques (La Poste)")]
    [InlineData("dispositif_programmes_nationaux", "Point d’accès numérique CAF", "Point d'accès numérique CAF")]
    [InlineData("services", "Aide aux de\u0301marches administratives", "Aide aux démarches administratives")]
    public void Un_libelle_a_l_apostrophe_a_l_accent_ou_a_l_espace_pres_est_admis_et_dit(string colonne, string valeur, string libelle)
    {
        var defaut = Assert.Single(Lieux.Valider(Lieux.Csv(Lieux.Avec((colonne, valeur))), toutes: false).Defauts);
        Assert.Equal(("NOR-LAB-01", Niveau.Avertissement, libelle), (defaut.Regle, defaut.Niveau, defaut.Suggestion));
    }

    [Fact]
    public void Le_libelle_que_le_motif_officiel_refuse_a_tort_est_admis_et_compte()
    {
        var (defauts, bilan) = Lieux.Valider(Lieux.Csv(Lieux.Bon), toutes: false);
        Assert.Empty(defauts);
        Assert.Equal(1, bilan.EtapesNumeriques);
        Assert.Contains("a perdu une espace", RapportDeValidation.EnMots(bilan), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_identifiant_en_double_dit_la_ligne_du_premier()
    {
        var defaut = Assert.Single(Lieux.Valider(Lieux.Csv(Lieux.Bon, Lieux.Avec(("id", "b")), Lieux.Bon), toutes: false).Defauts);
        Assert.Equal((4L, "NOR-ID-01"), (defaut.Ligne, defaut.Regle));
        Assert.Contains("ligne 2", defaut.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Le_point_virgule_est_lu_et_dit()
    {
        var defauts = Lieux.Valider(Lieux.Csv(Lieux.Avec(("services", "Aide aux démarches administratives;Coiffure;Loisirs et créations numériques"), ("site_web", "https://example.org/a;b"))), toutes: false).Defauts;
        Assert.Equal(["NOR-SRV-01", "NOR-SEP-01"], defauts.Select(d => d.Regle));
        Assert.Equal("Coiffure", defauts[0].Valeur);
    }

    [Fact]
    public void Toutes_les_fautes_de_toutes_les_lignes_sont_dites()
    {
        var (defauts, bilan) = Lieux.Valider(Lieux.Csv(Lieux.Avec(("nom", ""), ("code_postal", "1"), ("services", "x|y")), Lieux.Avec(("id", "b"), ("date_maj", "z"))), toutes: false);
        Assert.Equal(["NOR-OBL-01", "NOR-CP-01", "NOR-SRV-01", "NOR-SRV-01", "NOR-DAT-01"], defauts.Select(d => d.Regle));
        Assert.Equal((2, 0, 5), (bilan.Lignes, bilan.Valides, bilan.Defauts));
        Assert.Equal(2, bilan.ParRegle["NOR-SRV-01"]);
    }

    [Fact]
    public void Les_colonnes_d_une_table_sont_jugees_une_fois()
    {
        var lieu = Lieux.Bon;
        var colonnes = FicheLieu.Colonnes.Where(c => c is not ("code_insee" or "nom")).Prepend("Latitudee").Append("ID").ToList();
        var csv = string.Join(',', colonnes) + "\n" + string.Join(',', colonnes.Select(c => lieu.GetValueOrDefault(c, ""))) + "\n";
        var (defauts, bilan) = Lieux.Valider(csv, toutes: false);
        Assert.Equal(["NOR-COL-04 Latitudee latitude", "NOR-COL-04 ID id", "NOR-COL-01 nom ", "NOR-COL-03 code_insee "], defauts.Select(d => $"{d.Regle} {d.Colonne} {d.Suggestion}"));
        Assert.All(defauts, d => Assert.Equal(1, d.Ligne));
        Assert.Equal((1, 0), (bilan.Lignes, bilan.Valides));
    }

    [Fact]
    public void Une_colonne_en_double_ou_hors_de_son_ordre_est_dite()
    {
        var csv = Lieux.Csv(Lieux.Bon);
        Assert.Equal("NOR-COL-02", Assert.Single(Lieux.Valider(csv.Replace("prise_rdv\n", "prise_rdv,nom\n", StringComparison.Ordinal).Replace("rdv\"\n", "rdv\",\"x\"\n", StringComparison.Ordinal), toutes: false).Defauts).Regle);
        Assert.Equal("NOR-COL-05", Assert.Single(Lieux.Valider(csv.Replace("commune,code_postal", "code_postal,commune", StringComparison.Ordinal).Replace("\"Lyon\",\"69001\"", "\"69001\",\"Lyon\"", StringComparison.Ordinal), toutes: false).Defauts).Regle);
    }

    [Fact]
    public void Une_ligne_illisible_est_un_defaut_bloquant()
    {
        var (defauts, bilan) = Lieux.Valider(Lieux.Csv(Lieux.Bon) + "a,b\n", toutes: false);
        Assert.Equal(("NOR-LIG-01", 3L), (Assert.Single(defauts).Regle, defauts[0].Ligne));
        Assert.Equal((2, 1), (bilan.Lignes, bilan.Valides));
    }

    [Fact]
    public void En_JSON_une_colonne_facultative_peut_manquer_mais_pas_une_obligatoire()
    {
        var defauts = Lieux.Valider("""[{"id":"a","pivot":"00000000000000","nom":"A","commune":"Lyon","code_postal":69001,"date_maj":"2026-01-31","services":["Loisirs et créations numériques"]},{"id":"b"}]""", toutes: false).Defauts;
        Assert.Equal(["pivot", "nom", "commune", "code_postal", "date_maj"], defauts.Select(d => d.Colonne));
        Assert.All(defauts, d => Assert.Equal(("NOR-OBL-01", 2L), (d.Regle, d.Ligne)));
    }

    [Fact]
    public void Une_longue_valeur_est_raccourcie_dans_le_rapport() => Assert.InRange(Lieux.Defauts(("telephone", Mille))[0].Valeur!.Length, 100, 201);

    [Fact]
    public void Une_suggestion_est_toujours_admise_par_la_norme() =>
        Assert.All(Refusees.Where(r => r.Data.Item4 is not null && r.Data.Item2.Length > 0), r => Assert.Empty(Lieux.Valider(Lieux.Csv(Lieux.Avec((r.Data.Item1, r.Data.Item4!))), toutes: false).Defauts));

    [Fact]
    public void Chaque_regle_de_colonne_a_son_cas_refuse()
    {
        var couvertes = Refusees.Select(r => r.Data.Item3).ToHashSet(StringComparer.Ordinal);
        Assert.All(Lieux.Schema.Colonnes.Where(c => c.Motif is not null || c.Valeurs is not null || c.LongueurMax is not null), c => Assert.Contains(ReglesDeLaNorme.CodeDe(c), couvertes));
    }
}
