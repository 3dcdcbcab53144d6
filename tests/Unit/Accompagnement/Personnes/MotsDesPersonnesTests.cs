using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

/// <summary>The words about people helped: complete, typeset, in both languages where the public reads them.</summary>
public partial class MotsDesPersonnesTests
{
    private static readonly Dictionary<string, string> Francais = Lire(MotsMaCarte.Ressources, CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Anglais = Lire(MotsMaCarte.Ressources, CultureInfo.GetCultureInfo("en"));
    private static readonly Dictionary<string, string> Pages = Lire(MotsPersonnes.Ressources, CultureInfo.InvariantCulture);

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
        Assert.DoesNotContain(Francais.Values.Concat(Anglais.Values).Concat(Pages.Values), t => string.IsNullOrWhiteSpace(t) || t.Contains('\'') || t.Contains('"') || t.Contains('<'));
        Assert.Empty(Francais.Concat(Pages).Where(p => SigneColle().IsMatch(p.Value)).Select(p => $"{p.Key}: {p.Value}"));
    }

    [Fact]
    public void Chaque_erreur_a_son_code_a_elle_et_celles_du_public_leur_phrase_en_anglais()
    {
        var erreurs = typeof(ErreursPersonnes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Erreur)f.GetValue(null)!).ToList();
        Assert.Equal(erreurs.Count, erreurs.Select(e => e.Code).Distinct().Count());
        Assert.All(erreurs, e => Assert.InRange(int.Parse(e.Code[4..], CultureInfo.InvariantCulture), 100, 149));
        foreach (var erreur in (Erreur[])[ErreursPersonnes.Carte, ErreursPersonnes.NumeroFaux, ErreursPersonnes.SecretFaux, ErreursPersonnes.PasseFini, ErreursPersonnes.SuiviFini])
        {
            Assert.True(Anglais.ContainsKey($"Erreur.{erreur.Code}"), erreur.Code);
        }
    }

    [Fact]
    public void Chaque_valeur_qui_s_affiche_a_son_mot()
    {
        Assert.All(Enum.GetNames<EtatDObjectif>(), e => Assert.True(Francais.ContainsKey($"Objectif.{e}") && Pages.ContainsKey($"Objectif.{e}.Indice"), e));
        Assert.All(Enum.GetNames<ProtectionDAdulte>(), p => Assert.True(Francais.ContainsKey($"Protection.{p}"), p));
        Assert.All(Enum.GetNames<AccordDeSuivi>(), a => Assert.True(Francais.ContainsKey($"Accord.{a}"), a));
        Assert.All(Enum.GetNames<TypeDActivite>(), t => Assert.True(Francais.ContainsKey($"Acte.{t}"), t));
        Assert.All(Enum.GetNames<CritereDeDoublon>(), c => Assert.True(Pages.ContainsKey($"Critere.{c}"), c));
    }

    private static Dictionary<string, string> Lire(ResourceManager ressources, CultureInfo culture) =>
        ressources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static List<string> Emplacements(string texte) => [.. Emplacement().Matches(texte).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Emplacement();

    [GeneratedRegex("[\\p{L}\\d ][;!?»]|[\\p{L} ]:(?!//)|«[^\\u00a0\\u202f]", RegexOptions.None, 1000)]
    private static partial Regex SigneColle();
}
