using System.Text;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Tests.Unit.Cartographie.Lecture;

public sealed class LectureJsonTests
{
    [Fact]
    public void Un_objet_devient_une_ligne_de_textes()
    {
        var lu = Fichiers.Lire("""[{"id":1,"nom":" École ","geo":{"lat":-22.5,"lon":166},"tags":["a",null,"b"],"ouvert":true,"ferme":false,"rien":null,"vide":[]},{"id":2,"neuf":"x"}]""");
        Assert.Equal((FormatDeFichier.Json, ""), (lu.Format, lu.Liste));
        Assert.Equal("id=1 nom=École geo.lat=-22.5 geo.lon=166 tags=a|b ouvert=true ferme=false", string.Join(' ', lu.Lignes[0].Valeurs.Select(v => $"{v.Key}={v.Value}")));
        Assert.Equal([1L, 2L], lu.Lignes.Select(l => l.Numero));
        Assert.Equal("x", lu.Lignes[1]["neuf"]);
        Assert.Null(lu.Lignes[0]["neuf"]);
        Assert.Equal(2, lu.Lignes[0].Brut!.Value.GetProperty("geo").EnumerateObject().Count());
        Assert.Contains("vide", lu.Lignes[0].Entete.Noms);
    }

    [Fact]
    public void Une_liste_d_objets_se_lit_nom_par_nom() =>
        Assert.Equal(("a|b", "1"), (Fichiers.Lire("""[{"s":[{"nom":"a","n":1},{"nom":"b"}]}]""").Lignes[0]["s.nom"], Fichiers.Lire("""[{"s":[{"nom":"a","n":1},{"nom":"b"}]}]""").Lignes[0]["s.n"]));

    [Theory]
    [InlineData("""{"records":[{"a":1}]}""", "records")]
    [InlineData("""{"meta":{"tags":["x"],"n":1},"reponse":{"lieux":[{"a":1}]}}""", "reponse.lieux")]
    [InlineData("""{"champs":[{"nom":"a"}],"data":[{"a":1}]}""", "data")]
    [InlineData("""{"total":0,"values":[]}""", "values")]
    [InlineData("""{"total":0,"erreurs":[],"hits":{"hits":[{"a":1}]}}""", "hits.hits")]
    public void La_liste_est_devinee(string texte, string liste)
    {
        var lu = Fichiers.Lire(texte);
        Assert.Null(lu.Illisible);
        Assert.Equal(liste, lu.Liste);
    }

    [Fact]
    public void Entre_deux_listes_on_demande_et_la_reponse_est_suivie()
    {
        const string Texte = """{"ecoles":[{"a":1}],"mairies":[{"a":2}]}""";
        Assert.Contains("« ecoles », « mairies »", Fichiers.Lire(Texte).Illisible, StringComparison.Ordinal);
        Assert.Equal(["2"], Fichiers.Lire(Texte, new OptionsDeLecture { Liste = "mairies" }).Colonne("a"));
        Assert.Contains("pas de liste « gares »", Fichiers.Lire(Texte, new OptionsDeLecture { Liste = "gares" }).Illisible, StringComparison.Ordinal);
    }

    [Fact]
    public void Des_lignes_JSON_se_lisent_ligne_par_ligne_malgre_une_fausse()
    {
        var lu = Fichiers.Lire("{\"id\":\"a\"}\n\n{\"id\":\n[1]\r\n{\"id\":\"b\"}");
        Assert.Equal(FormatDeFichier.LignesJson, lu.Format);
        Assert.Equal(["a", "b"], lu.Colonne("id"));
        Assert.Equal([1L, 5L], lu.Lignes.Select(l => l.Numero));
        Assert.Equal([3L, 4L], lu.Anomalies.Select(a => a.Ligne));
    }

    [Fact]
    public void Un_seul_objet_sur_une_ligne_est_une_ligne() => Assert.Equal(["a"], Fichiers.Lire("{\"id\":\"a\",\"tags\":{}}\n").Colonne("id"));

    [Fact]
    public void Une_ligne_JSON_trop_longue_est_rejetee_et_les_autres_sont_lues()
    {
        var lu = Fichiers.Lire("{\"id\":\"a\"}\n{\"id\":\"" + new string('x', 3_000_000) + "\"}\n{\"id\":\"b\"}\n");
        Assert.Equal(["a", "b"], lu.Colonne("id"));
        Assert.Equal(2, Assert.Single(lu.Anomalies).Ligne);
    }

    [Fact]
    public void Les_points_d_un_GeoJSON_deviennent_latitude_et_longitude()
    {
        var lu = Fichiers.Lire("""
            {"type":"FeatureCollection","name":"x","features":[
              {"type":"Feature","id":7,"properties":{"nom":"A"},"geometry":{"type":"Point","coordinates":[4.38,45.43]}},
              {"type":"Feature","properties":{"id":"p","nom":"B","latitude":1},"geometry":{"type":"Point","coordinates":[4.38,45.43,100]}},
              {"type":"Feature","properties":{"nom":"C"},"geometry":{"type":"Polygon","coordinates":[[[0,0]]]}},
              {"type":"Feature","properties":null,"geometry":null}]}
            """);
        Assert.Equal((FormatDeFichier.Geojson, "features"), (lu.Format, lu.Liste));
        Assert.Equal(["45.43", "1", null, null], lu.Colonne("latitude"));
        Assert.Equal(["4.38", "4.38", null, null], lu.Colonne("longitude"));
        Assert.Equal(["7", "p", null, null], lu.Colonne("id"));
        Assert.Equal("Feature", lu.Lignes[0].Brut!.Value.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Le_JSON_se_lit_dans_tous_les_encodages(string encodage)
    {
        var codage = CodePagesEncodingProvider.Instance.GetEncoding(encodage) ?? Encoding.GetEncoding(encodage);
        Assert.Equal(["Égly"], Fichiers.Lire([.. codage.GetPreamble(), .. codage.GetBytes("""[{"nom":"Égly"}]""")]).Colonne("nom"));
    }

    [Fact]
    public void Un_nom_ecrit_deux_fois_a_sa_derniere_valeur() => Assert.Equal(["2"], Fichiers.Lire("""[{"a":1,"a":2}]""").Colonne("a"));

    [Fact]
    public void Deux_noms_qui_different_par_la_casse_restent_deux_colonnes()
    {
        var ligne = Fichiers.Lire("""[{"nom":"a","NOM":"b"}]""").Lignes[0];
        Assert.Equal(("a", "b", "a"), (ligne["nom"], ligne["NOM"], ligne["Nom"]));
    }

    [Theory]
    [InlineData("[{\"a\":1},", "coupé")]
    [InlineData("[{\"a\":1},{\"b\":\"x", "coupé")]
    [InlineData("{\"records\":[{\"a\":1}", "coupé")]
    [InlineData("{\"a\":{\"b\":1", "coupé")]
    [InlineData("[{\"a\":1}] ,", "ligne 1")]
    [InlineData("[{'a':1}]", "ligne 1")]
    [InlineData("[1,2", "coupé")]
    public void Un_fichier_coupe_ou_faux_est_dit(string texte, string phrase) => Assert.Contains(phrase, Fichiers.Lire(texte).Illisible, StringComparison.Ordinal);

    [Fact]
    public void Les_elements_qui_ne_sont_pas_des_objets_sont_rejetes()
    {
        var lu = Fichiers.Lire("[1,{\"a\":1},\"x\",null,[{}]]");
        Assert.Equal(["1"], lu.Colonne("a"));
        Assert.Equal([1L, 3L, 4L, 5L], lu.Anomalies.Select(a => a.Ligne));
    }

    [Fact]
    public void Un_caractere_coupe_en_deux_rejette_sa_ligne_seule()
    {
        var lu = Fichiers.Lire("""[{"a":"\ud83d"},{"a":"😀"}]""");
        Assert.Equal(["😀"], lu.Colonne("a"));
        Assert.Equal(1, Assert.Single(lu.Anomalies).Ligne);
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{\"a\":", 100_000)]
    [InlineData("[{\"a\":[", 50_000)]
    public void Cent_mille_niveaux_sont_refuses(string ouverture, int fois) => Assert.NotNull(Fichiers.Lire(string.Concat(Enumerable.Repeat(ouverture, fois))).Illisible);

    [Fact]
    public void Plus_de_cinq_cents_colonnes_sont_refusees()
    {
        Assert.Contains("500 colonnes", Fichiers.Lire($"[{{{string.Join(',', Enumerable.Range(0, 501).Select(i => $"\"c{i}\":1"))}}}]").Illisible, StringComparison.Ordinal);
        Assert.Contains("500 colonnes", Fichiers.Lire($"[{string.Join(',', Enumerable.Range(0, 501).Select(i => $"{{\"c{i}\":1}}"))}]").Illisible, StringComparison.Ordinal);
    }

    [Fact]
    public void Des_noms_immenses_emboites_ne_remplissent_pas_la_memoire()
    {
        var nom = new string('n', 15_000);
        var texte = $"[{string.Concat(Enumerable.Repeat($"{{\"{nom}\":", 60))}1{new string('}', 60)}]";
        var avant = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("nom d’une colonne", Fichiers.Lire(texte).Illisible, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 30_000_000);
    }

    [Fact]
    public void Un_element_de_plus_d_un_mega_octet_est_refuse() =>
        Assert.Contains("1 Mo", Fichiers.Lire("[{\"a\":\"" + new string('x', 5_000_000) + "\"}]").Illisible, StringComparison.Ordinal);

    [Fact]
    public void Une_liste_de_cent_mille_objets_dans_un_objet_se_lit_en_temps_lineaire()
    {
        var chrono = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null(Fichiers.Lire($"[{{\"s\":[{string.Join(',', Enumerable.Repeat("{\"a\":1}", 100_000))}]}}]").Illisible);
        Assert.InRange(chrono.Elapsed.TotalSeconds, 0, 5);
    }
}
