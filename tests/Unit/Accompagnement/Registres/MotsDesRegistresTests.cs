using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Tests.Unit.Accompagnement.Registres;

/// <summary>The words of registers: what who signs reads is in both languages, with the same places for values.</summary>
public partial class MotsDesRegistresTests
{
    private static readonly Dictionary<string, string> Francais = Lire(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Anglais = Lire(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void Ce_que_lit_la_personne_qui_signe_est_dans_les_deux_langues()
    {
        Assert.Equal(Francais.Keys.Where(c => c.StartsWith("Signer.", StringComparison.Ordinal)).Append("Heures").Order(StringComparer.Ordinal), Anglais.Keys.Where(c => !c.StartsWith("Erreur.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(Anglais.Where(p => Francais.ContainsKey(p.Key)), p => Assert.Equal(Emplacements(Francais[p.Key]), Emplacements(p.Value)));
        Assert.DoesNotContain(Francais.Values.Concat(Anglais.Values), t => string.IsNullOrWhiteSpace(t) || t.Contains('\'') || t.Contains('<'));
    }

    [Fact]
    public void Chaque_erreur_a_son_code_a_elle_et_celles_de_la_signature_leur_phrase_en_anglais()
    {
        var erreurs = typeof(ErreursRegistres).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Erreur)f.GetValue(null)!).ToList();
        Assert.Equal(erreurs.Count, erreurs.Select(e => e.Code).Distinct().Count());
        Assert.All(erreurs, e => Assert.InRange(int.Parse(e.Code[4..], CultureInfo.InvariantCulture), 230, 259));
        foreach (var erreur in (Erreur[])
            [ErreursRegistres.Ferme, ErreursRegistres.SignatureOuPresence, ErreursRegistres.SignatureIllisible, ErreursRegistres.SignatureTropLongue, ErreursRegistres.SignatureTropPetite, ErreursRegistres.Prenom, ErreursRegistres.TropDeSignatures, ErreursRegistres.IdDejaPris])
        {
            Assert.True(Anglais.ContainsKey($"Erreur.{erreur.Code}"), erreur.Code);
        }
    }

    private static Dictionary<string, string> Lire(CultureInfo culture) =>
        MotsRegistres.Ressources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static List<string> Emplacements(string texte) => [.. Emplacement().Matches(texte).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Emplacement();
}
