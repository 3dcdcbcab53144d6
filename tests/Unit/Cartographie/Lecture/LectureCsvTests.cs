using System.Text;
using FaireAvec.Cartographie.Lecture;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Lecture;

public sealed class LectureCsvTests
{
    [Theory]
    [InlineData(",", "utf-8", "\n")]
    [InlineData(";", "utf-8", "\r\n")]
    [InlineData("\t", "windows-1252", "\r\n")]
    [InlineData("|", "utf-16", "\n")]
    [InlineData(";", "utf-16BE", "\r\n")]
    [InlineData(",", "windows-1252", "\r")]
    public void Separateur_encodage_et_fins_de_ligne_sont_devines(string separateur, string encodage, string fin)
    {
        var texte = string.Join(fin, $"nom{separateur}Code postal{separateur}été", $"\"Médiathèque\n« Œuvre »\"{separateur}01000{separateur}\"a \"\"b\"\"\"", $"Mairie{separateur}{separateur}", "");
        var codage = CodePagesEncodingProvider.Instance.GetEncoding(encodage) ?? Encoding.GetEncoding(encodage);
        var lu = Fichiers.Lire([.. codage.GetPreamble(), .. codage.GetBytes(texte)]);
        Assert.Null(lu.Illisible);
        Assert.Equal(FormatDeFichier.Csv, lu.Format);
        Assert.Equal(["Médiathèque\n« Œuvre »", "Mairie"], lu.Colonne("nom"));
        Assert.Equal(["01000", null], lu.Colonne("code postal"));
        Assert.Equal(["a \"b\"", null], lu.Colonne("été"));
        Assert.Equal(["nom", "Code postal", "été"], lu.Lignes[0].Entete.Noms);
        Assert.Equal([2L, 4L], lu.Lignes.Select(l => l.Numero));
    }

    [Fact]
    public void Les_premiers_accents_loin_du_debut_disent_encore_l_encodage()
    {
        var texte = "nom;ville\n" + string.Concat(Enumerable.Repeat("Mairie;Lyon\n", 60_000)) + "Médiathèque;Égly\n";
        Assert.Equal("Médiathèque", Fichiers.Lire(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(texte)).Lignes[^1]["nom"]);
        Assert.Equal("Médiathèque", Fichiers.Lire(Encoding.UTF8.GetBytes(texte)).Lignes[^1]["nom"]);
    }

    [Fact]
    public void Un_caractere_casse_ne_change_pas_l_encodage_de_tout_un_fichier()
    {
        byte[] octets = [.. Encoding.UTF8.GetBytes("nom\n" + string.Concat(Enumerable.Repeat("Médiathèque\n", 50))), 0xE9, (byte)'\n'];
        Assert.Equal("Médiathèque", Fichiers.Lire(octets).Lignes[0]["nom"]);
    }

    [Fact]
    public void Un_caractere_coupe_par_la_fin_du_tampon_reste_un_caractere()
    {
        for (var avant = 65_530; avant < 65_540; avant++)
        {
            var texte = "nom\n" + new string('a', avant - 4) + "\n€uro\n";
            Assert.Equal("€uro", Fichiers.Lire(texte).Lignes[^1]["nom"]);
        }
    }

    [Fact]
    public void Ce_qu_une_personne_dit_l_emporte_sur_ce_qui_est_devine()
    {
        Assert.Equal(["a,b"], Fichiers.Lire("x,y;z\na,b;c\n", new OptionsDeLecture { Separateur = ';' }).Lignes.Select(l => l["x,y"]));
        Assert.Equal(["Ã©"], Fichiers.Lire("x\né\n", new OptionsDeLecture { Encodage = "windows-1252" }).Colonne("x"));
        Assert.Contains("n’est pas connu", Fichiers.Lire("x\n", new OptionsDeLecture { Encodage = "klingon" }).Illisible, StringComparison.Ordinal);
        Assert.Contains("séparer", Fichiers.Lire("x\n", new OptionsDeLecture { Separateur = '"' }).Illisible, StringComparison.Ordinal);
    }

    [Fact]
    public void Le_separateur_annonce_par_un_tableur_est_suivi()
    {
        var lu = Fichiers.Lire("sep=;\r\nnom;prix, en euros, an\r\nA;1\r\n");
        Assert.Equal(["A"], lu.Colonne("nom"));
        Assert.Equal([3L], lu.Lignes.Select(l => l.Numero));
    }

    [Fact]
    public void Les_noms_en_double_et_les_noms_vides_restent_lisibles()
    {
        var lu = Fichiers.Lire("nom,nom,,nom\na,b,c,d\n");
        Assert.Equal(["nom", "nom (2)", "colonne 3", "nom (3)"], lu.Lignes[0].Entete.Noms);
        Assert.Equal(["nom", "nom"], lu.Lignes[0].Entete.Doublons);
        Assert.Equal("b", lu.Lignes[0]["nom (2)"]);
    }

    [Fact]
    public void Les_lignes_vides_et_les_cellules_vides_en_trop_sont_passees()
    {
        var lu = Fichiers.Lire("a;b\n1;2;;\n;\n\n   ;\t\n3;4\n5\n");
        Assert.Equal(["1", "3"], lu.Colonne("a"));
        var anomalie = Assert.Single(lu.Anomalies);
        Assert.Equal((7L, true), (anomalie.Ligne, anomalie.Rejete));
        Assert.Contains("coupé", anomalie.Raison, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_guillemet_jamais_ferme_est_dit() =>
        Assert.Contains("guillemet", Fichiers.Lire("a,b\n1,\"2\n" + new string('x', 1_500_000)).Illisible, StringComparison.Ordinal);

    [Theory]
    [InlineData("<!doctype html><p>Erreur", "page web")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "ancien fichier")]
    [InlineData("", "vide")]
    [InlineData("a\0b\n", "nuls")]
    public void Ce_qui_n_est_pas_un_fichier_de_lignes_est_refuse_avec_une_phrase(string octets, string phrase) =>
        Assert.Contains(phrase, Fichiers.Lire(Encoding.Latin1.GetBytes(octets)).Illisible, StringComparison.Ordinal);

    [Fact]
    public void Des_octets_au_hasard_ne_sont_pas_lus_comme_un_texte()
    {
        var octets = new byte[20_000];
        new Random(7).NextBytes(octets);
        octets.AsSpan(0, 9).Fill((byte)'a');
        octets[9] = (byte)'\n';
        Assert.Contains("pas un fichier de texte", Fichiers.Lire(octets).Illisible, StringComparison.Ordinal);
        // A few that a bad export left: its rows are read.
        Assert.Null(Fichiers.Lire("a,b\n1,\u0001\0\n").Illisible);
    }

    [Fact]
    public void Toute_grille_ecrite_avec_guillemets_se_relit()
    {
        var texte = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(t => t.Get.Replace("\0", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal));
        var grille = texte.ArrayOf(3).ListOf().Select(l => l.Where(r => r.Any(c => !string.IsNullOrWhiteSpace(c) && !EstSurrogat(c))).ToList());
        Prop.ForAll(grille.ToArbitrary(), lignes =>
        {
            var propres = lignes.Select(l => l.Select(c => EstSurrogat(c) ? "x" : c).ToArray()).ToList();
            var csv = string.Concat(propres.Prepend(["a", "b", "c"]).Select(l => string.Join(';', l.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
            var lu = Fichiers.Lire(csv, new OptionsDeLecture { Encodage = "utf-8" });
            return lu.Illisible is null && lu.Lignes.Select(l => ((string[])["a", "b", "c"]).Select(c => l[c] ?? "")).SequenceEqual(propres.Select(l => l.Select(c => c.Trim())), new Sequences());
        }).QuickCheckThrowOnFailure();
    }

    private static bool EstSurrogat(string texte) => texte.Any(char.IsSurrogate);

    private sealed class Sequences : IEqualityComparer<IEnumerable<string>>
    {
        public bool Equals(IEnumerable<string>? x, IEnumerable<string>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(IEnumerable<string> obj) => 0;
    }
}
