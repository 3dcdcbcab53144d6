using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Postal code, INSEE code and name: which wins, when, and when nobody does.</summary>
public class ReconciliationCommuneTests
{
    private static readonly ReconciliationCommune R = new(Donnees.Territoires);

    [Theory]
    [InlineData("42000", "42218", "Saint-Étienne", "42000", "42218", "Saint-Étienne")]
    [InlineData("42000", null, "ST ETIENNE", "42000", "42218", "Saint-Étienne")]
    [InlineData("42000", "42218", "saint etienne cedex 1", "42000", "42218", "Saint-Étienne")]
    [InlineData("42000.0", "42218.0", "Saint-Étienne", "42000", "42218", "Saint-Étienne")]
    [InlineData("42 000", null, "Saint-Étienne", "42000", "42218", "Saint-Étienne")]
    [InlineData("F-42000", null, "Saint-Étienne", "42000", "42218", "Saint-Étienne")]
    [InlineData("1000", "1053", "BOURG EN BRESSE", "01000", "01053", "Bourg-en-Bresse")]
    [InlineData("2300", "2173", "Chauny", "02300", "02173", "Chauny")]
    [InlineData("38000", "380185", "Grenoble", "38000", "38185", "Grenoble")]
    [InlineData("38000", "38-2-33-185", "Grenoble", "38000", "38185", "Grenoble")]
    [InlineData("20200", "2b033", "Bastia", "20200", "2B033", "Bastia")]
    [InlineData("20000", null, "Ajaccio", "20000", "2A004", "Ajaccio")]
    [InlineData("97110", null, "POINTE A PITRE", "97110", "97120", "Pointe-à-Pitre")]
    [InlineData("98800", null, "Nouméa", "98800", "98818", "Nouméa")]
    [InlineData(null, "42218", null, null, "42218", "Saint-Étienne")]
    [InlineData("83370", null, "SAINT-AYGULF", "83600", "83061", "Fréjus")]
    [InlineData("49100", null, "49100 ANGERS", "49100", "49007", "Angers")]
    [InlineData(null, null, "49100 ANGERS", "49100", "49007", "Angers")]
    public void Une_commune_est_reconnue(string? code, string? insee, string? nom, string? codeAttendu, string inseeAttendu, string nomAttendu)
    {
        var n = R.Nettoyer(code, insee, nom);
        Assert.Equal(inseeAttendu, n.Valeur!.CodeInsee);
        Assert.Equal(nomAttendu, n.Valeur.Commune);
        if (codeAttendu is not null && nom != "SAINT-AYGULF")
        {
            Assert.Equal(codeAttendu, n.Valeur.CodePostal);
        }
    }

    [Theory]
    [InlineData("75011", "75056", "Paris", "75111")]
    [InlineData("75011", null, "PARIS 11", "75111")]
    [InlineData("75116", "75056", "Paris", "75116")]
    [InlineData("75016", null, "Paris 16e", "75116")]
    [InlineData("69003", "69123", "Lyon", "69383")]
    [InlineData("69003", null, "Lyon 3ème Arrondissement", "69383")]
    [InlineData("13014", "13055", "MARSEILLE 14E ARRONDISSEMENT", "13214")]
    [InlineData("13002", null, "2e arrondissement", "13202")]
    [InlineData(null, null, "Marseille XV", "13215")]
    public void Un_arrondissement_est_reconnu_et_le_nom_reste_celui_de_la_ville(string? code, string? insee, string nom, string attendu)
    {
        var n = R.Nettoyer(code, insee, nom).Valeur!;
        Assert.Equal(attendu, n.CodeInsee);
        Assert.Contains(n.Commune, new[] { "Paris", "Lyon", "Marseille" });
    }

    [Fact]
    public void Deux_arrondissements_qui_se_contredisent_sont_signales()
    {
        var n = R.Nettoyer("13008", "13213", "Marseille");
        Assert.Equal("13213", n.Valeur!.CodeInsee);
        Assert.Contains(n.Releve.Anomalies, a => a.Regle == Regles.CommuneContradiction);
    }

    [Theory]
    [InlineData("01200", "01033", "Bellegarde-sur-Valserine", "01033", "Valserhône")]
    [InlineData("01200", null, "Bellegarde-sur-Valserine", "01033", "Valserhône")]
    [InlineData("74600", "74268", "Seynod", "74010", "Annecy")]
    public void Une_commune_fusionnee_prend_son_nom_d_aujourd_hui(string code, string? insee, string nom, string inseeAttendu, string nomAttendu)
    {
        var n = R.Nettoyer(code, insee, nom);
        Assert.Equal((inseeAttendu, nomAttendu), (n.Valeur!.CodeInsee, n.Valeur.Commune));
        Assert.Contains(n.Releve.Corrections, c => c.Regle == Regles.CommuneFusionnee);
    }

    [Theory]
    [InlineData("15015", null, "Aurillac Cedex", "15000", Regles.CodePostalCedex)]
    [InlineData("15015 CEDEX", "15014", "AURILLAC", "15000", Regles.CodePostalCedex)]
    [InlineData("15270", "15014", "Aurillac", "15000", Regles.CodePostalContredit)]
    [InlineData("", "15014", "Aurillac", "15000", Regles.CodePostalDeduit)]
    public void Le_code_postal_est_celui_de_la_commune(string code, string? insee, string nom, string attendu, string regle)
    {
        var n = R.Nettoyer(code, insee, nom);
        Assert.Equal(attendu, n.Valeur!.CodePostal);
        Assert.Contains(n.Releve.Corrections, c => c.Champ == "code_postal" && c.Regle == regle);
    }

    [Fact]
    public void Un_code_cedex_d_une_commune_a_plusieurs_codes_est_laisse_avec_des_suggestions()
    {
        var n = R.Nettoyer("72014", null, "Le Mans Cedex 2");
        Assert.Equal(("72014", "72181"), (n.Valeur!.CodePostal, n.Valeur.CodeInsee));
        Assert.Contains("72000", Assert.Single(n.Releve.Anomalies).Suggestion!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 rue Jules-Ferry 59552 Lambres-lez-Douai", "59329")]
    [InlineData("8, rue Condorcet - 33110 Le Bouscat", "33069")]
    [InlineData("11 place du Marché, 75011 Paris", "75111")]
    public void Le_code_postal_et_le_nom_sont_pris_dans_l_adresse(string adresse, string attendu)
    {
        var n = R.Nettoyer(null, null, null, adresse);
        Assert.Equal(attendu, n.Valeur!.CodeInsee);
    }

    [Theory]
    [InlineData("83700", "SAINT-RAPHAï¿½L", "83118")]
    [InlineData("05100", "BRIAN�ON", "05023")]
    [InlineData("64600", "ANGELT", "64024")]
    [InlineData("44119", "Grandchamp", "44066")]
    [InlineData("71100", "Chalon s/ Saône", "71076")]
    public void Une_faute_est_corrigee_quand_une_seule_commune_du_code_est_proche(string code, string nom, string attendu) =>
        Assert.Equal(attendu, R.Nettoyer(code, null, nom).Valeur!.CodeInsee);

    [Fact]
    public void Le_nom_et_le_code_postal_l_emportent_sur_un_code_insee_qui_les_contredit()
    {
        var n = R.Nettoyer("62000", "63144", "Arras");
        Assert.Equal("62041", n.Valeur!.CodeInsee);
        Assert.Contains(n.Releve.Corrections, c => c.Regle == Regles.InseeContredit);
    }

    [Fact]
    public void La_position_departage_deux_homonymes()
    {
        Assert.Equal("98817", R.Nettoyer("98809", "63236", "Mont-Dore", null, null, new Position(-22.2317, 166.57389)).Valeur!.CodeInsee);
        Assert.Equal("63236", R.Nettoyer("98800", "63236", "Mont-Dore", null, null, new Position(45.57, 2.81)).Valeur!.CodeInsee);
    }

    [Theory]
    [InlineData("49000", "49129", "Angers")]
    [InlineData("01000", "01089", "Trévoux")]
    [InlineData("18300", null, "Cestas")]
    [InlineData(null, null, "Saint-Martin")]
    [InlineData("13790", null, null)]
    [InlineData("18300", null, "Introuvable")]
    public void Quand_plusieurs_communes_restent_rien_n_est_devine(string? code, string? insee, string? nom)
    {
        var n = R.Nettoyer(code, insee, nom);
        Assert.DoesNotContain(n.Releve.Corrections, c => c.Champ is "commune" or "code_insee");
        Assert.Contains(n.Releve.Anomalies, a => a.Champ == "commune");
    }

    [Fact]
    public void Le_departement_de_la_source_departage()
    {
        Assert.Equal("97411", R.Nettoyer(null, null, "Saint-Denis", null, "974").Valeur!.CodeInsee);
        Assert.Equal("93066", R.Nettoyer(null, null, "Saint-Denis", null, "93").Valeur!.CodeInsee);
    }

    [Fact]
    public void Un_code_insee_ecrit_a_la_place_du_code_postal_passe_dans_sa_colonne()
    {
        var n = R.Nettoyer("6127", null, "SAINT-MARTIN-VESUBIE");
        Assert.Equal(("06450", "06127"), (n.Valeur!.CodePostal, n.Valeur.CodeInsee));
    }

    [Theory]
    [InlineData("abcde")]
    [InlineData("123")]
    [InlineData("00000")]
    public void Un_code_postal_qui_n_en_est_pas_un_est_retire(string code)
    {
        var n = R.Nettoyer(code, null, "Introuvable");
        Assert.Null(n.Valeur!.CodePostal);
        Assert.Contains(n.Releve.Anomalies, a => a.Regle == Regles.CodePostalForme);
    }
}
