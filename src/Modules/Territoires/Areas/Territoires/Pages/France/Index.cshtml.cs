using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;
using FaireAvec.Territoires.Fiches;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Territoires.Areas.Territoires.Pages.France;

/// <summary>The regions and the map of France; a commune is found by its name or its postal code.</summary>
internal sealed class FranceModel(ITerritoires territoires, Chiffres chiffres, CarteDesDepartements carte) : PageModel
{
    private const int ResultatsMax = 20;

    public int Lieux { get; private set; }

    public Tri Tri { get; private set; } = new("nom");

    public IReadOnlyList<(Region Region, int? Population, int Lieux)> Regions { get; private set; } = [];

    public IReadOnlyList<Zone> Zones { get; private set; } = [];

    /// <summary>What was typed, or null when nothing was.</summary>
    public string? Cherche { get; private set; }

    public IReadOnlyList<(CommuneTrouvee Trouvee, Commune Commune, int Lieux)> Resultats { get; private set; } = [];

    public IActionResult OnGet()
    {
        Cherche = this.LireTexte("q");
        if (Cherche is not null)
        {
            Resultats = [.. territoires.ChercherCommunes(Cherche, ResultatsMax)
                .Select(t => (t, Commune: t.Commune.CommuneMere is { } mere ? territoires.Commune(mere)! : t.Commune))
                .DistinctBy(t => t.Commune.CodeInsee)
                .Select(t => (t.t, t.Commune, chiffres.Lieux(t.Commune)))];
            if (Resultats is [{ Trouvee.Correspondance: not Correspondance.Approchante, Commune: var seule }])
            {
                return Redirect(Liens.Commune(seule));
            }
        }

        Lieux = chiffres.Lieux();
        Tri = this.LireTri("nom", "nom", "lieux");
        // Nobody lives on Clipperton, and nobody would look for help there.
        var regions = territoires.Regions.Select(r => (Region: r, Population: chiffres.Population(r), Lieux: chiffres.Lieux(r))).Where(r => r.Lieux > 0 || r.Population is not (null or 0));
        regions = Tri.Colonne == "lieux"
            ? regions.OrderBy(r => r.Lieux).ThenBy(r => TexteRecherche.Normaliser(r.Region.Nom), StringComparer.Ordinal)
            : regions.OrderBy(r => TexteRecherche.Normaliser(r.Region.Nom), StringComparer.Ordinal);
        Regions = [.. Tri.Decroissant ? regions.Reverse() : regions];
        Zones =
        [
            .. territoires.Departements.Where(d => carte.Traces.ContainsKey(d.Code))
                .Select(d => new Zone($"{d.Nom} ({d.Code})", carte.Traces[d.Code], chiffres.Densite(d), Liens.Departement(d))),
        ];
        return Page();
    }
}
