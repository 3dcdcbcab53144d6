using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>The filters that the pages of pairs share, kept in the address from one to the next.</summary>
internal abstract class PageDePaires(FaireAvecDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "source")]
    public string? FiltreSource { get; set; }

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? FiltreDepartement { get; set; }

    [BindProperty(SupportsGet = true, Name = "certitude")]
    public string? FiltreCertitude { get; set; }

    public FiltreDePaires Filtre => new(FiltreSource, FiltreDepartement, Enum.TryParse<Certitude>(FiltreCertitude, out var c) && Enum.IsDefined(c) ? c : null);

    public IReadOnlyList<Source> Sources { get; private set; } = [];

    protected FaireAvecDb Db { get; } = db;

    /// <summary>Name of a source, for a page that shows records.</summary>
    public string NomDeSource(string code) => Sources.FirstOrDefault(s => s.Code == code) is { } source ? Ecran.NomDe(source) : NomsDesSources.De(code);

    protected async Task LireLesFiltresAsync(CancellationToken annulation) => Sources = await Db.Set<Source>().AsNoTracking().ToListAsync(annulation);

    /// <summary>The filters and what the page adds, without the empty ones.</summary>
    protected Dictionary<string, string?> Parametres(params (string Nom, string? Valeur)[] autres) =>
        new[] { ("source", FiltreSource), ("departement", FiltreDepartement), ("certitude", FiltreCertitude) }.Concat(autres)
            .Where(p => !string.IsNullOrEmpty(p.Item2)).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
}
