using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Tests.Unit.Comptes;

/// <summary>The words of signing in and of one's account: complete, typeset, with a sentence for each error.</summary>
public partial class MotsConnexionTests
{
    private static readonly Dictionary<string, string> Francais = Lire(MotsConnexion.Ressources, CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Anglais = Lire(MotsConnexion.Ressources, CultureInfo.GetCultureInfo("en"));
    private static readonly Dictionary<string, string> Compte = Lire(MotsCompte.Ressources, CultureInfo.InvariantCulture);

    [Fact]
    public void L_anglais_a_les_memes_cles_et_les_memes_emplacements_que_le_francais()
    {
        Assert.True(Francais.Count > 100, $"Only {Francais.Count} keys.");
        Assert.Equal(Francais.Keys.Order(StringComparer.Ordinal), Anglais.Keys.Order(StringComparer.Ordinal));
        Assert.All(Francais, p => Assert.Equal(Emplacements(p.Value), Emplacements(Anglais[p.Key])));
    }

    [Fact]
    public void Les_textes_sont_composes()
    {
        Assert.DoesNotContain(Francais.Values.Concat(Anglais.Values).Concat(Compte.Values), t => string.IsNullOrWhiteSpace(t) || t.Contains('\'') || t.Contains('"') || t.Contains('<'));
        Assert.Empty(Francais.Concat(Compte).Where(p => SigneColle().IsMatch(p.Value)).Select(p => $"{p.Key}: {p.Value}"));
    }

    [Fact]
    public void Chaque_erreur_a_son_code_a_elle_et_sa_phrase()
    {
        var erreurs = typeof(ErreursDeConnexion).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Erreur)f.GetValue(null)!).Append(ErreursDeConnexion.Patienter(TimeSpan.FromSeconds(61))).Append(ErreursDeConnexion.TropDeLiens(TimeSpan.Zero)).ToList();
        Assert.Equal(erreurs.Count, erreurs.Select(e => e.Code).Distinct().Count());
        Assert.All(erreurs, e => Assert.InRange(int.Parse(e.Code[4..], CultureInfo.InvariantCulture), 100, 149));
        Assert.Contains("Attendez 2 min", erreurs.Single(e => e.Code == "CPT-106").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Chaque_valeur_qui_s_affiche_a_son_mot()
    {
        Assert.All(Enum.GetNames<Facteur>(), f => Assert.True(Compte.ContainsKey($"Facteur.{f}"), f));
        Assert.All(Enum.GetNames<StatutDAidant>(), s => Assert.True(Compte.ContainsKey($"Statut.{s}"), s));
        Assert.All((UsageDeLien[])[UsageDeLien.Connexion, UsageDeLien.Operateur, UsageDeLien.Secours], u => Assert.True(Francais.ContainsKey($"Suite.{u}"), u.ToString()));
    }

    private static Dictionary<string, string> Lire(ResourceManager ressources, CultureInfo culture) =>
        ressources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static List<string> Emplacements(string texte) => [.. Emplacement().Matches(texte).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Emplacement();

    [GeneratedRegex("[\\p{L}\\d ][;!?»]|[\\p{L} ]:(?!//)|«[^\\u00a0\\u202f]", RegexOptions.None, 1000)]
    private static partial Regex SigneColle();
}
