using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;

namespace FaireAvec.Tests.Unit.Cartographie.Revue;

/// <summary>The words of the pages of those who keep the data: typeset, and none missing.</summary>
public partial class MotsDonneesTests
{
    private static readonly Dictionary<string, string> Tous =
        MotsDonnees.Ressources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    [Fact]
    public void Aucun_texte_n_est_vide_ni_ne_contient_de_balise() => Assert.All(Tous, t =>
    {
        Assert.False(string.IsNullOrWhiteSpace(t.Value), t.Key);
        Assert.DoesNotContain('<', t.Value);
    });

    [Fact]
    public void Les_signes_sont_typographiques()
    {
        // Two are examples of the language of mappings, not sentences.
        var phrases = Tous.Where(p => p.Key is not ("Correspondance.Depart" or "Correspondance.Memo.Exemple")).ToList();
        Assert.Empty(phrases.Where(p => p.Value.Contains('\'') || p.Value.Contains('"')).Select(p => p.Key));
        Assert.Empty(phrases.Where(p => SigneColle().IsMatch(p.Value)).Select(p => $"{p.Key}: {p.Value}"));
    }

    [Fact]
    public void Chaque_valeur_qui_s_affiche_a_son_mot()
    {
        string[] attendues =
        [
            .. FicheLieu.Colonnes.Append(ComparaisonDeFiches.Position).Select(c => $"Champ.{c}"), .. Enum.GetNames<StatutImport>().Select(s => $"Statut.{s}"),
            .. Enum.GetNames<NiveauAnomalie>().Select(n => $"Niveau.{n}"), .. Enum.GetNames<EtatSource>().Select(e => $"EtatSource.{e}"),
            .. Enum.GetNames<EtatSource>().SelectMany(e => new[] { "", ".Titre", ".Effet", ".Oui" }.Select(f => $"Source.Vers.{e}{f}")),
            .. Enum.GetNames<FormatDeSource>().Select(f => $"Format.{f}"), .. Enum.GetNames<CalendrierDeSource>().Select(c => $"Calendrier.{c}"),
            .. Enum.GetNames<Certitude>().Select(c => $"Certitude.{c}"), .. Enum.GetNames<Ecart>().Select(e => $"Ecart.{e}"),
            .. Enum.GetNames<VerdictHumain>().SelectMany(v => new[] { $"Doublons.Fait.{v}", $"Doublons.Deja.{v}", $"Doublons.Verifier.Oui.{v}", $"Doublons.Verifier.{v}.Un" }),
        ];
        Assert.Empty(attendues.Except(Tous.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Un_nombre_choisit_sa_phrase() =>
        Assert.Equal((true, true), (MotsDonnees.N("Doublons.Total", 1).StartsWith("1 paire attend", StringComparison.Ordinal), MotsDonnees.N("Doublons.Total", 2).StartsWith("2 paires attendent", StringComparison.Ordinal)));

    // A letter or an ordinary space before a double sign, or after « . Hours (10:30) and addresses (https:) aren't concerned; nor the example of opening hours.
    [GeneratedRegex("[\\p{L} ][!?»]|[\\p{L} ]:(?!//)|(?<!\\d) ;|«[^\\u00a0\\u202f]", RegexOptions.None, 1000)]
    private static partial Regex SigneColle();
}
