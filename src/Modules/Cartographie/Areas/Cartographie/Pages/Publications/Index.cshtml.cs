using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Publication;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Publications;

/// <summary>The files of the open data: the latest, and the earlier ones that are kept.</summary>
internal sealed class IndexModel(FaireAvecDb db) : PageModel
{
    private const int AnciennesMax = 400;

    public PublicationDuJour? Derniere { get; private set; }

    public IReadOnlyList<(string Nom, long Taille)> Fichiers { get; private set; } = [];

    public IReadOnlyList<PublicationDuJour> Anciennes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var publications = await db.Set<PublicationDuJour>().AsNoTracking().OrderByDescending(p => p.Jour).Take(AnciennesMax).ToListAsync(annulation);
        Derniere = publications.FirstOrDefault();
        Anciennes = [.. publications.Skip(1)];
        if (Derniere is { Jour: var jour })
        {
            var tailles = await db.Set<FichierDePublication>().Where(f => f.Jour == jour).Select(f => new { f.Nom, f.Taille }).ToDictionaryAsync(f => f.Nom, f => f.Taille, StringComparer.Ordinal, annulation);
            Fichiers = [.. FichiersDePublication.Descriptions.Where(d => tailles.ContainsKey(d.Nom)).Select(d => (d.Nom, tailles[d.Nom]))];
        }
    }

    public static string EnMots(DateOnly jour) => jour.EnMots("d\u00a0MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>« 5,4 Mo », « 12 ko ».</summary>
    public static string EnMots(long octets)
    {
        var francais = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";
        return octets switch
        {
            >= 1_000_000 => string.Create(CultureInfo.CurrentCulture, $"{octets / 1_000_000.0:0.0} {(francais ? "Mo" : "MB")}"),
            _ => string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, octets / 1_000)} {(francais ? "ko" : "kB")}"),
        };
    }
}
