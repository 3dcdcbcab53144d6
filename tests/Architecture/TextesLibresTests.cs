using System.Reflection;
using System.Text.RegularExpressions;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Tests.Architecture;

/// <summary>Free texts are watched on every page that says it has some.</summary>
public sealed partial class TextesLibresTests
{
    [Fact]
    public void Chaque_page_regarde_ses_textes_libres_avant_d_ecrire()
    {
        var pages = Assemblages.DuProduit.SelectMany(ReglesDesTextesLibres.Pages).ToList();
        Assert.True(pages.Count > 5);
        Assert.Empty(ReglesDesTextesLibres.Surveilles(pages));
    }

    [Fact]
    public void La_regle_mord() => Assert.Single(ReglesDesTextesLibres.Surveilles([typeof(PageOublieuse), typeof(PageAttentive)]));

    [Fact]
    public void Chaque_texte_long_est_surveille_par_sa_page()
    {
        var modeles = Assemblages.DuProduit.SelectMany(a => a.GetTypes()).Where(t => typeof(PageModel).IsAssignableFrom(t)).ToLookup(t => t.FullName!, StringComparer.Ordinal);
        var (vus, oublies) = (0, new List<string>());
        foreach (var vue in Directory.EnumerateFiles(Depot.Chemin("src", "Modules"), "*.cshtml", SearchOption.AllDirectories))
        {
            var texte = File.ReadAllText(vue);
            var modele = Modele().Match(texte).Groups["nom"].Value;
            foreach (var champ in ZoneDeTexte().Matches(texte).Select(m => m.Groups["nom"].Value))
            {
                vus++;
                // A short name is that of the folder.
                var page = modeles[modele].FirstOrDefault() ?? modeles.Where(g => g.Key.EndsWith($".{Path.GetFileName(Path.GetDirectoryName(vue))}.{modele}", StringComparison.Ordinal)).SelectMany(g => g).FirstOrDefault();
                if (page is null || !(TextesLibres.Champs(page).Any(c => c.Propriete.Name == champ) || page.GetCustomAttribute<TextesRegardesAttribute>(inherit: true)?.Concerne(champ) == true || Lus.Contains($"{page.Name}.{champ}")))
                {
                    oublies.Add($"{Path.GetRelativePath(Depot.Racine, vue)}: {champ} of {modele} is a long text that nobody watches. Put [TexteLibre] on it.");
                }
            }
        }

        Assert.True(vus > 20);
        Assert.True(oublies.Count == 0, string.Join('\n', oublies));
    }

    /// <summary>Long texts that a machine reads: days and places, hours, a mapping. What isn't one is refused, and nothing is kept as it was written. The form of the device
    /// without network sends nothing by itself: what it writes comes by the synchronisation, which looks at it.</summary>
    private static readonly HashSet<string> Lus = ["DisponibilitesModel.Etapes", "ArretsModel.Horaires", "IndexModel.Document", "IndexModel.F.Notes"];

    [GeneratedRegex(@"^@model\s+(?<nom>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Modele();

    [GeneratedRegex(@"<fa-zone-texte pour=""(?<nom>[\w.]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneDeTexte();

    private sealed class PageOublieuse : PageModel
    {
        [TexteLibre]
        public string? Motif { get; set; }

        public string? OnPost() => Motif;
    }

    private sealed class PageAttentive : PageModel
    {
        [TexteLibre]
        public string? Motif { get; set; }

        public async Task OnPostAsync()
        {
            await Task.Yield();
            this.TextesLibresAcceptes();
        }
    }
}
