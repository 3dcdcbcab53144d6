using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Tests.Architecture;

/// <summary>Free texts are watched on every page that says it has some.</summary>
public sealed class TextesLibresTests
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
