using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;
using FaireAvec.Territoires.Fiches;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Territoires.Areas.Territoires.Pages.UnDepartement;

/// <summary>A département: its communes that have places; any of its communes is found by name.</summary>
internal sealed class DepartementModel(ITerritoires territoires, Chiffres chiffres) : PageModel
{
    public const int ParPage = 50;

    private const int PageMax = 1000;

    private const int ResultatsMax = 20;

    public Departement Departement { get; private set; } = null!;

    public Region Region { get; private set; } = null!;

    public int Lieux { get; private set; }

    public int? Population { get; private set; }

    public Commune? ChefLieu { get; private set; }

    public Tri Tri { get; private set; } = new("nom");

    public int NumeroDePage { get; private set; }

    /// <summary>All the communes of the département, with or without places.</summary>
    public int NombreDeCommunes { get; private set; }

    /// <summary>All of them, by name.</summary>
    public IEnumerable<Commune> ToutesLesCommunes => territoires.CommunesDuDepartement(Departement.Code);

    public bool SansHabitant => Domain.SansHabitant.Est(Departement.Code, Population);

    /// <summary>Communes that have places.</summary>
    public int AvecLieux { get; private set; }

    /// <summary>Places whose commune isn't known.</summary>
    public int SansCommune { get; private set; }

    /// <summary>The page of communes that have places; or, after a search, the communes found.</summary>
    public IReadOnlyList<CommuneEtLieux> Communes { get; private set; } = [];

    public IReadOnlyList<(Departement Departement, int Lieux)> Voisins { get; private set; } = [];

    /// <summary>What was typed, or null when nothing was.</summary>
    public string? Cherche { get; private set; }

    /// <summary>Nothing has this name: these are the nearest ones.</summary>
    public bool Approchantes { get; private set; }

    public IActionResult OnGet(string slug)
    {
        if (LectureSlug.Departement(territoires, slug) is not { } departement)
        {
            return NotFound();
        }

        if (slug != departement.Slug)
        {
            return RedirectPermanent(Liens.Departement(departement) + Request.QueryString);
        }

        Departement = departement;
        Region = territoires.Region(departement.Region)!;
        Lieux = chiffres.Lieux(departement);
        Population = chiffres.Population(departement);
        ChefLieu = territoires.Commune(departement.ChefLieu);
        NombreDeCommunes = territoires.CommunesDuDepartement(departement.Code).Count;
        Voisins = [.. territoires.DepartementsVoisins(departement.Code).Select(d => (d, chiffres.Lieux(d)))];
        Tri = this.LireTri("nom", "nom", "lieux");
        var avecLieux = chiffres.CommunesAvecLieux(departement);
        AvecLieux = avecLieux.Count;
        SansCommune = Math.Max(0, Lieux - avecLieux.Sum(c => c.Lieux));
        NumeroDePage = Math.Min(this.LirePage(PageMax), Math.Max(1, (AvecLieux + ParPage - 1) / ParPage));
        Cherche = this.LireTexte("q") is { } q && TexteRecherche.Normaliser(q).Length > 0 ? q : null;
        Communes = Cherche is null ? UnePage(avecLieux) : Chercher(Cherche);
        return Page();
    }

    private List<CommuneEtLieux> UnePage(IReadOnlyList<CommuneEtLieux> communes)
    {
        var triees = Tri.Colonne == "lieux" ? communes.OrderBy(c => c.Lieux) : communes.AsEnumerable();
        return [.. (Tri.Decroissant ? triees.Reverse() : triees).Skip((NumeroDePage - 1) * ParPage).Take(ParPage)];
    }

    private List<CommuneEtLieux> Chercher(string texte)
    {
        // The code of the département after the name keeps the search inside it.
        var trouvees = territoires.ChercherCommunes($"{texte} {Departement.Code}", ResultatsMax)
            .Concat(territoires.ChercherCommunes(texte, ResultatsMax))
            .Where(t => t.Commune.Departement == Departement.Code)
            .Select(t => (t.Correspondance, Commune: t.Commune.CommuneMere is { } mere ? territoires.Commune(mere)! : t.Commune))
            .DistinctBy(t => t.Commune.CodeInsee)
            .Take(ResultatsMax)
            .ToList();
        Approchantes = trouvees.Count > 0 && trouvees.TrueForAll(t => t.Correspondance == Correspondance.Approchante);
        return [.. trouvees.Select(t => new CommuneEtLieux(t.Commune, chiffres.Lieux(t.Commune)))];
    }
}
