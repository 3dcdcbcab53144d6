using System.Diagnostics;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Tests.Unit.Territoires;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>Whatever the cells: no exception, quickly, and cleaning twice is cleaning once.</summary>
public class ProprietesTests
{
    private static readonly NettoyageLieu N = new(Donnees.Territoires);

    private static readonly ContexteNettoyage Contexte = new("essai", new DateOnly(2026, 11, 25), "42");

    private static readonly Config Beaucoup = Config.QuickThrowOnFailure.WithMaxTest(1500);

    private static readonly string[] Morceaux =
    [
        "04 77 12 34 56", "06 39 98 12 34", "+33", "(0)", "0590", "3949", "00", " / ", " ou ", "poste 12", "fax", "@", "exemple.org", "sophie.durand@exemple.org", "contact@exemple.org", "mailto:", "www.", "https://", "http:/", "|", ";",
        ",", "<b>", "</b>", "<script>", "<", ">", "&amp;", "&lt;", "&", "Ã©", "â€™", "ï¿½", "�", "├®", "\u200b", "\u00a0", "\ud800", "\0", "\ufffe", "\n", "\t", "é", "e\u0301", "42000", "42 000", "Saint-Étienne", "ST", "Cedex 1", "Paris",
        "11e", "arrondissement", "12 rue Neuve", "0 ", "BP 12", "Bât B", "null", "-", ".", "45.43", "4,38", "6482963", "31/01/2024", "1706742000", "mars", "Gratuit", "Jeunes", "Aide aux démarches", "21130001700012", "4.18E+13", "W751000001", " ", " ", "'", "\"", "(", ")", "😀",
    ];

    [Fact]
    public void Une_ligne_quelconque_est_nettoyee_sans_exception_et_une_seule_fois() =>
        Prop.ForAll(Lignes(Textes()), ligne => Verifier(ligne)).Check(Beaucoup);

    [Fact]
    public void Un_assemblage_de_morceaux_est_nettoye_sans_exception_et_une_seule_fois() =>
        Prop.ForAll(Lignes(Assemblages()), ligne => Verifier(ligne)).Check(Beaucoup);

    [Fact]
    public void Une_ligne_reelle_abimee_est_nettoyee_une_seule_fois() =>
        Prop.ForAll(Gen.Elements(LieuxLivres.Tous.ToArray()).ToArbitrary(), Assemblages().ToArbitrary(), Gen.Elements(FicheLieu.Colonnes).ToArbitrary(), (lieu, bruit, colonne) =>
            Verifier(FicheLieu.Colonnes.ToDictionary(c => c, c => c == colonne ? lieu.Texte(c) + bruit : lieu.Texte(c)))).Check(Beaucoup);

    [Fact]
    public void Un_long_texte_hostile_prend_un_temps_borne()
    {
        string[] hostiles = ["<", "<script", "&amp;", "0", "06", "@", "a@", "a.", "Ã", "├", ", ", "www.", "http://", "(", " - ", "12 rue ", "sophie.", "1", "+", "bât ", "cedex ", "\n", "é"];
        foreach (var hostile in hostiles)
        {
            var long_ = string.Concat(Enumerable.Repeat(hostile, 200_000 / hostile.Length));
            foreach (var longueur in (int[])[299, 999, 19_999, 200_000])
            {
                var texte = long_[..Math.Min(longueur, long_.Length)];
                var chrono = Stopwatch.StartNew();
                N.Nettoyer(_ => texte, Contexte);

                // Never a gate on speed: a wall against what is quadratic.
                Assert.True(chrono.Elapsed < TimeSpan.FromSeconds(10), $"{hostile} × {longueur} : {chrono.Elapsed}");
            }
        }
    }

    private static bool Verifier(Dictionary<string, string?> ligne)
    {
        var une = N.Nettoyer(ligne.GetValueOrDefault, Contexte);
        Assert.All(une.Corrections, c => Assert.False(string.IsNullOrWhiteSpace(Regles.Phrase(c.Regle))));
        Assert.All(une.Anomalies, a => Assert.False(string.IsNullOrWhiteSpace(a.Phrase)));
        Assert.Equal(une.Anomalies.Any(a => a.Severite == Severite.Bloquant), une.Issue == IssueNettoyage.Rejete);
        if (une.Issue == IssueNettoyage.Rejete)
        {
            return true;
        }

        var deux = N.Nettoyer(une.Fiche, Contexte);
        Assert.Empty(deux.Corrections);
        Assert.Empty(deux.Retenues);
        Assert.All(FicheLieu.Colonnes, c => Assert.Equal(une.Fiche.Texte(c), deux.Fiche.Texte(c)));
        return true;
    }

    private static Gen<string?> Textes() => ArbMap.Default.GeneratorFor<string?>();

    private static Gen<string> Assemblages() => Gen.Elements(Morceaux).ListOf().Select(m => string.Concat(m));

    /// <summary>A row whose commune is right, so that it isn't rejected at once.</summary>
    private static Arbitrary<Dictionary<string, string?>> Lignes<T>(Gen<T> texte) =>
        texte.ArrayOf(FicheLieu.Colonnes.Length).Select(t =>
        {
            var ligne = FicheLieu.Colonnes.Select((c, i) => (c, v: t[i] as string)).ToDictionary(x => x.c, x => x.v);
            (ligne["id"], ligne["commune"], ligne["code_postal"], ligne["code_insee"]) = ("essai_1", "Saint-Étienne", "42000", "42218");
            ligne["nom"] = $"Espace {ligne["nom"]}";
            return ligne;
        }).ToArbitrary();
}
