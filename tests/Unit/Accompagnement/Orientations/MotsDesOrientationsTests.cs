using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Tests.Unit.Accompagnement.Orientations;

/// <summary>The words of orientations: complete, typeset, in both languages where the public reads them.</summary>
public partial class MotsDesOrientationsTests
{
    private static readonly Dictionary<string, string> Francais = Lire(MotsOrientation.Ressources, CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Anglais = Lire(MotsOrientation.Ressources, CultureInfo.GetCultureInfo("en"));
    private static readonly Dictionary<string, string> Pages = Lire(MotsOrienter.Ressources, CultureInfo.InvariantCulture);

    [Fact]
    public void L_anglais_a_les_memes_cles_et_les_memes_emplacements_que_le_francais()
    {
        Assert.True(Francais.Count > 150, $"Only {Francais.Count} keys.");
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
        var erreurs = typeof(ErreursOrientation).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Erreur)f.GetValue(null)!).ToList();
        Assert.Equal(erreurs.Count, erreurs.Select(e => e.Code).Distinct().Count());
        Assert.All(erreurs, e => Assert.InRange(int.Parse(e.Code[4..], CultureInfo.InvariantCulture), 400, 469));
        foreach (var erreur in (Erreur[])[ErreursOrientation.HorsListe, ErreursOrientation.Etat, ErreursOrientation.RendezVous, ErreursOrientation.Resultat, ErreursOrientation.Motif])
        {
            Assert.Equal(erreur.Message, Francais[$"Erreur.{erreur.Code}"].Replace('\u00a0', ' '));
        }
    }

    [Fact]
    public void Chaque_valeur_qui_s_affiche_a_son_mot()
    {
        IEnumerable<string> cles =
        [
            .. BesoinsDOrientation.Tous.SelectMany(b => (string[])[$"Besoin.{b.Code}", $"Besoin.{b.Code}.Aide", $"Besoin.{b.Code}.Phrase", .. b.Ecoutes.Select(e => $"Ecoute.{NumerosDEcoute.De(e).Cle}")]),
            .. NumerosDEcoute.Urgence.Select(n => $"Ecoute.{n.Cle}"), .. Enum.GetNames<Metier>().Select(m => $"Metier.{m}"), .. Enum.GetNames<EtatDOrientation>().Select(e => $"Etat.{e}"),
            .. Enum.GetNames<VoieSansInternet>().Select(v => $"SansInternet.{v}"), .. CodesDOrientation.Resultats.Select(r => $"Resultat.{r}"), .. CodesDOrientation.MotifsDeRefus.Append(CodesDOrientation.Retrait).Select(m => $"Motif.{m}"),
            .. CodesDOrientation.Langues.Select(l => $"Langue.{l}"), .. CodesDOrientation.Amenagements.Select(a => $"Amenagement.{a.Code}"), .. CodesDOrientation.Disponibilites.Select(d => $"Disponibilite.{d}"),
        ];
        Assert.All(cles, c => Assert.True(Francais.ContainsKey(c), c));
        IEnumerable<string> pages =
        [
            .. Enum.GetNames<SignalDOrientation>().Select(s => $"Signal.{s}"), .. TableDeDecision.Lignes.Select(l => $"Decision.{l.Numero}"), .. Enum.GetNames<ProtectionDAdulte>().Select(p => $"Protection.{p}"),
            .. Enum.GetNames<FormeDAccord>().Select(f => $"Forme.{f}"), .. Enum.GetNames<PartieAUnMandat>().Select(p => $"Partie.{p}"),
        ];
        Assert.All(pages, c => Assert.True(Pages.ContainsKey(c), c));
        Assert.All(BesoinsDOrientation.Tous, b => Assert.True(MotsOrientation.Apporter(b.Code).Count >= 2));
    }

    private static Dictionary<string, string> Lire(ResourceManager ressources, CultureInfo culture) =>
        ressources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static List<string> Emplacements(string texte) => [.. Emplacement().Matches(texte).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Emplacement();

    [GeneratedRegex("[\\p{L}\\d ][;!?»]|[\\p{L} ]:(?!//)|«[^\\u00a0\\u202f]", RegexOptions.None, 1000)]
    private static partial Regex SigneColle();
}
