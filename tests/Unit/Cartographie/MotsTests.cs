using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;

namespace FaireAvec.Tests.Unit.Cartographie;

/// <summary>The words of the pages: complete in both languages, and typeset.</summary>
public partial class MotsTests
{
    private static readonly Dictionary<string, string> Francais = Lire(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Anglais = Lire(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void L_anglais_a_les_memes_cles_que_le_francais()
    {
        Assert.True(Francais.Count > 100, $"Only {Francais.Count} keys.");
        Assert.Equal(Francais.Keys.Order(StringComparer.Ordinal), Anglais.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Les_emplacements_sont_les_memes_dans_les_deux_langues() => Assert.All(Francais, p => Assert.Equal(Emplacements(p.Value), Emplacements(Anglais[p.Key])));

    [Fact]
    public void Aucun_texte_n_est_vide_ni_ne_contient_de_balise() => Assert.All(Francais.Values.Concat(Anglais.Values), t =>
    {
        Assert.False(string.IsNullOrWhiteSpace(t));
        Assert.DoesNotContain('<', t);
    });

    [Fact]
    public void Les_apostrophes_et_les_guillemets_sont_typographiques()
    {
        Assert.DoesNotContain(Francais, p => p.Value.Contains('\'') || p.Value.Contains('"'));
        Assert.DoesNotContain(Anglais, p => p.Value.Contains('\'') || p.Value.Contains('"'));
    }

    [Fact]
    public void En_francais_les_signes_doubles_ont_leur_espace_insecable() =>
        Assert.Empty(Francais.Where(p => SigneColle().IsMatch(p.Value)).Select(p => $"{p.Key}: {p.Value}"));

    [Fact]
    public void Chaque_valeur_qui_s_affiche_a_son_mot()
    {
        string[] attendues =
        [
            .. Filtre.Tous.Select(f => $"Filtre.{f.Parametre}"), .. Enum.GetNames<CategorieSignalement>().Select(c => $"Signalement.{c}"),
            .. Enum.GetNames<EtatSignalement>().Select(e => $"File.Etat.{e}"), "Valeur.non-renseigne", "Valeur.rdv.oui", "Valeur.accessibilite.oui",
            .. Enum.GetValues<EtatSignalement>().Where(v => Enum.GetValues<EtatSignalement>().Any(d => EtatsSignalement.Permet(d, v))).Select(v => $"File.Passer.{v}"),
            .. Vocabulaire.Services.Slugs.Concat(Vocabulaire.Frais.Slugs).Concat(Vocabulaire.ModalitesAcces.Slugs).Concat(Vocabulaire.Accompagnements.Slugs).Select(s => $"Valeur.{s}"),
        ];
        Assert.Empty(attendues.Except(Francais.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Chaque_service_et_chaque_filtre_a_un_mot_facile_ou_est_deja_court()
    {
        var facile = CultureInfo.GetCultureInfo(FaireAvec.Kernel.Ressources.TextesFaciles.Culture);
        Assert.All(Vocabulaire.Services.Slugs, s => Assert.NotEqual(Francais[$"Valeur.{s}"], Mots.DansLaLangue($"Valeur.{s}", facile)));
        Assert.All(Filtre.Tous, f => Assert.InRange(Mots.DansLaLangue($"Filtre.{f.Parametre}", facile).Split(' ').Length, 1, 6));
    }

    [Fact]
    public void Une_cle_absente_est_une_faute_et_pas_un_texte() => Assert.Throws<InvalidOperationException>(() => Mots.T("Pas.Une.Cle"));

    [Theory]
    [InlineData("fr", 0, true)]
    [InlineData("fr", 1, true)]
    [InlineData("fr", 2, false)]
    [InlineData("en", 0, false)]
    [InlineData("en", 1, true)]
    public void Le_singulier_est_celui_de_la_langue(string langue, int nombre, bool singulier)
    {
        var avant = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(langue);
            var attendu = string.Format(CultureInfo.CurrentCulture, (langue == "fr" ? Francais : Anglais)[$"Resultats.H1.{(singulier ? "Un" : "Plusieurs")}"], nombre, "a", "b");
            Assert.Equal(attendu, Mots.N("Resultats.H1", nombre, "a", "b"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = avant;
        }
    }

    private static Dictionary<string, string> Lire(CultureInfo culture) =>
        Mots.Ressources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static List<string> Emplacements(string texte) => [.. Emplacement().Matches(texte).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Emplacement();

    // A letter or an ordinary space before a double sign, or after « . Hours (10:30) and addresses (https:) aren't concerned.
    [GeneratedRegex("[\\p{L}\\d ][;!?»]|[\\p{L} ]:(?!//)|«[^\\u00a0\\u202f]", RegexOptions.None, 1000)]
    private static partial Regex SigneColle();
}
