using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Lire;

/// <summary>The organisations that one's right reaches.</summary>
internal sealed class IndexModel(FaireAvecDb db, AccesAuxOrganisations acces, CommunesDesOrganisations communes, Demandeur demandeur, TableDesDroits droits, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? FiltreDepartement { get; set; }

    [BindProperty(SupportsGet = true, Name = "nature")]
    public string? FiltreNature { get; set; }

    [BindProperty(SupportsGet = true, Name = "categorie")]
    public string? FiltreCategorie { get; set; }

    [BindProperty(SupportsGet = true, Name = "fonction")]
    public string? FiltreFonction { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? FiltreEtat { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? TriDemande { get; set; }

    public Tri Tri { get; private set; } = new("nom");

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Organisation> Lignes { get; private set; } = [];

    public bool Filtree => Criteres.Filtree;

    public bool PeutCreer => droits.Permet(demandeur.Identite, DroitsDesComptes.CreerUneOrganisation);

    public bool PeutReunir => droits.Permet(demandeur.Identite, DroitsDesComptes.FusionnerDesOrganisations);

    public string AdresseCsv => QueryHelpers.AddQueryString(LiensComptes.Organisations, new[] { ("handler", "Csv"), ("q", Cherche), ("departement", FiltreDepartement), ("nature", FiltreNature), ("categorie", FiltreCategorie), ("fonction", FiltreFonction), ("etat", FiltreEtat) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal));

    private CriteresDOrganisation Criteres => new() { Texte = Cherche, Departement = FiltreDepartement, Nature = FiltreNature, Categorie = FiltreCategorie, Fonction = FiltreFonction, Etat = FiltreEtat };

    public string Commune(Organisation o) => communes.Nom(o.CodeInsee) ?? MotsMembres.T("Commun.Inconnu");

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        var trouvees = Chercher();
        Total = await trouvees.CountAsync(annulation);
        Tri = Tri.Lire(TriDemande, "nom", "nom", "numero", "departement", "categorie", "creee");
        Lignes = await ((Tri.Colonne, Tri.Decroissant) switch
        {
            ("numero", false) => trouvees.OrderBy(o => o.Numero),
            ("numero", true) => trouvees.OrderByDescending(o => o.Numero),
            ("departement", false) => trouvees.OrderBy(o => o.Departement),
            ("departement", true) => trouvees.OrderByDescending(o => o.Departement),
            ("categorie", false) => trouvees.OrderBy(o => o.Categorie),
            ("categorie", true) => trouvees.OrderByDescending(o => o.Categorie),
            ("creee", false) => trouvees.OrderBy(o => o.CreeeLe),
            ("creee", true) => trouvees.OrderByDescending(o => o.CreeeLe),
            (_, true) => trouvees.OrderByDescending(o => o.NomRecherche),
            _ => trouvees.OrderBy(o => o.NomRecherche),
        }).ThenBy(o => o.Id).Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage).ToListAsync(annulation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation)
    {
        var organisations = await Chercher().OrderBy(o => o.NomRecherche).ThenBy(o => o.Id).Take(Affichage.CsvMax).ToListAsync(annulation);
        return Affichage.Csv(
            "organisations.csv",
            ["id", "nom", "type", "numero", "nature", "categorie", "code_insee", "commune", "departement", "creee_le", "fermee_le"],
            organisations.Select(o => new[] { o.Id.ToString(), o.Nom, o.TypeIdentification.ToString(), o.Numero, o.Nature.ToString(), o.Categorie.ToString(), o.CodeInsee, communes.Nom(o.CodeInsee), o.Departement, $"{JourDeParis.De(o.CreeeLe):yyyy-MM-dd}", o.FermeeLe is { } f ? $"{JourDeParis.De(f):yyyy-MM-dd}" : null }));
    }

    private IQueryable<Organisation> Chercher() => Criteres.Appliquer(acces.Toutes(DroitsDesComptes.LireLesOrganisations).AsNoTracking(), db, communes, JourDeParis.De(horloge.GetUtcNow()));
}
