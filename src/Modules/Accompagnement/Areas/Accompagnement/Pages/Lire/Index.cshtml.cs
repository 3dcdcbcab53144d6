using System.Globalization;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Lire;

/// <summary>The acts of the médiateur, newest first.</summary>
internal sealed class IndexModel(FaireAvecDb db, INomsDesLieux noms, CarnetDEtiquettes carnet, Demandeur demandeur) : PageModel
{
    public const int ParPage = 50;

    private const int PageMax = 10_000;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Texte { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? TypeChoisi { get; set; }

    [BindProperty(SupportsGet = true, Name = "thematique")]
    public string? Thematique { get; set; }

    [BindProperty(SupportsGet = true, Name = "lieu")]
    public string? Lieu { get; set; }

    [BindProperty(SupportsGet = true, Name = "etiquette")]
    public Guid? Etiquette { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Du { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Au { get; set; }

    [BindProperty(SupportsGet = true, Name = "supprimees")]
    public bool Supprimees { get; set; }

    /// <summary>Just recorded.</summary>
    [BindProperty(SupportsGet = true, Name = "notee")]
    public Guid? Notee { get; set; }

    /// <summary>Just removed: offered back.</summary>
    [BindProperty(SupportsGet = true, Name = "supprimee")]
    public Guid? Supprimee { get; set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Activite> Lignes { get; private set; } = [];

    public IReadOnlyList<LieuNomme> Lieux { get; private set; } = [];

    public EtiquettesConnues Etiquettes { get; private set; } = null!;

    /// <summary>Labels to filter by: those that are offered.</summary>
    public IReadOnlyList<EtiquetteAuChoix> EtiquettesAuChoix { get; private set; } = [];

    public bool PeriodeInversee { get; private set; }

    public CriteresDActivites Criteres => new() { Texte = Texte, Type = Vide(TypeChoisi), Thematique = Vide(Thematique), Lieux = Vide(Lieu) is { } lieu ? noms.Ids(lieu) : null, Etiquettes = Etiquette is { } e ? Etiquettes.AvecSesReunies(e) : null, Du = Du, Au = Au, Supprimees = Supprimees };

    public string AdresseDuFichier(string handler) => $"{LiensAccompagnement.Activites}{QueryString.Create(Request.Query.Where(p => p.Key is not ("page" or "notee" or "supprimee" or "handler")).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))).Append(KeyValuePair.Create("handler", (string?)handler)))}";

    public string? NomDuLieu(string? id) => id is null ? null : noms.Trouver(id)?.Nom;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, PageMax) : 1;
        Etiquettes = await EtiquettesConnues.LireAsync(db, annulation);
        EtiquettesAuChoix = await carnet.AuChoixAsync([], Etiquette is { } choisie ? [choisie] : [], annulation);
        PeriodeInversee = Criteres is { Du: { } du, Au: { } au } && au < du;
        var trouvees = Trouvees();
        Total = await trouvees.CountAsync(annulation);
        Lignes = await trouvees.OrderByDescending(a => a.Jour).ThenByDescending(a => a.Id).Skip((NumeroDePage - 1) * ParPage).Take(ParPage).ToListAsync(annulation);
        Lieux = [.. (await Siennes().Where(a => a.Lieu != null).Select(a => a.Lieu!).Distinct().Order().Take(200).ToListAsync(annulation)).Select(noms.Trouver).OfType<LieuNomme>().DistinctBy(l => l.Id).OrderBy(l => l.Nom, StringComparer.CurrentCulture)];
    }

    /// <summary>The same lines and the same columns as on screen, and those that don't fit on it.</summary>
    public Task<IActionResult> OnGetCsvAsync(CancellationToken annulation) => FichierAsync("csv", annulation);

    public Task<IActionResult> OnGetXlsxAsync(CancellationToken annulation) => FichierAsync("xlsx", annulation);

    public Task<IActionResult> OnGetOdsAsync(CancellationToken annulation) => FichierAsync("ods", annulation);

    private async Task<IActionResult> FichierAsync(string format, CancellationToken annulation)
    {
        Etiquettes = await EtiquettesConnues.LireAsync(db, annulation);
        return new FichierDActivites(format, Trouvees().OrderByDescending(a => a.Jour).ThenByDescending(a => a.Id), NomDuLieu, Etiquettes);
    }

    private IQueryable<Activite> Trouvees() => Criteres.Appliquer(db, demandeur.Identite!.Compte);

    private IQueryable<Activite> Siennes()
    {
        var moi = demandeur.Identite!.Compte;
        return db.Set<Activite>().AsNoTracking().Where(a => a.Auteur == moi);
    }

    private static string? Vide(string? valeur) => string.IsNullOrEmpty(valeur) ? null : valeur;
}
