using System.Globalization;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.AllerVers;

/// <summary>
/// What a médiateur did outside the place, newest first, whom to call back, and the funnel of what is listed. A coordinator also sees the funnel of their
/// team, by quarter, without a count that a few people could be found in.
/// </summary>
internal sealed class IndexModel(FaireAvecDb db, PartenairesQuiOrientent partenaires, ConfigurationsDAllerVers configurations, INomsDesLieux noms, ITerritoires territoires, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    public const int ParPage = 50;

    private const int PageMax = 10_000;
    private const int RappelsMax = 20;

    [BindProperty(SupportsGet = true, Name = "motif")]
    public string? Motif { get; set; }

    [BindProperty(SupportsGet = true, Name = "partenaire")]
    public Guid? Partenaire { get; set; }

    [BindProperty(SupportsGet = true, Name = "configuration")]
    public Guid? Configuration { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Du { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Au { get; set; }

    [BindProperty(SupportsGet = true, Name = "rappels")]
    public bool SeulementARappeler { get; set; }

    [BindProperty(SupportsGet = true, Name = "supprimees")]
    public bool Supprimees { get; set; }

    /// <summary>The quarter of the team's figures.</summary>
    [BindProperty(SupportsGet = true, Name = "trimestre")]
    public string? CodeDeTrimestre { get; set; }

    /// <summary>Just recorded.</summary>
    [BindProperty(SupportsGet = true, Name = "notee")]
    public Guid? Notee { get; set; }

    /// <summary>Just removed: offered back.</summary>
    [BindProperty(SupportsGet = true, Name = "supprimee")]
    public Guid? Supprimee { get; set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<ActionDAllerVers> Lignes { get; private set; } = [];

    /// <summary>Partners to call back, the oldest first.</summary>
    public IReadOnlyList<ActionDAllerVers> Rappels { get; private set; } = [];

    public Entonnoir Entonnoir { get; private set; } = Entonnoir.De([]);

    public Renoncement Renoncement { get; private set; } = Renoncement.Aucun;

    public IReadOnlyDictionary<Guid, string> Partenaires { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, string> Configurations { get; private set; } = new Dictionary<Guid, string>();

    public DateOnly Aujourdhui { get; private set; }

    public bool PeriodeInversee { get; private set; }

    /// <summary>True for somebody who coordinates a team.</summary>
    public bool Coordonne => demandeur.Identite is { } moi && moi.Roles.Contains(Role.Coordinateur) && moi.Equipes.Count > 0;

    public IReadOnlyList<Trimestre> Trimestres { get; private set; } = [];

    public Trimestre Trimestre { get; private set; }

    public EntonnoirDEquipe? Equipe { get; private set; }

    public Proportion? RenonceDEquipe { get; private set; }

    public Proportion? AllerVersDEquipe { get; private set; }

    /// <summary>Everybody met in <see cref="Periode"/>, outside and in the place; null when only some actions are listed: part of them says nothing of all.</summary>
    public ContactsDeLaPeriode? Contacts { get; private set; }

    /// <summary>The days that are listed; the last twelve months when none is asked for.</summary>
    public (DateOnly Du, DateOnly Au) Periode => (Du ?? (Au ?? Aujourdhui).AddYears(-1), Au ?? Aujourdhui);

    public CriteresDAllerVers Criteres => new()
    {
        Motif = string.IsNullOrEmpty(Motif) ? null : Motif,
        Partenaire = Partenaire,
        Configuration = Configuration,
        Du = Du,
        Au = Au,
        Rappels = SeulementARappeler,
        Supprimees = Supprimees,
    };

    public string AdresseCsv => $"{LiensDeLAllerVers.Liste}{QueryString.Create(Request.Query.Where(p => p.Key is not ("page" or "notee" or "supprimee" or "trimestre")).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))).Append(KeyValuePair.Create("handler", (string?)"Csv")))}";

    public string Ou(ActionDAllerVers a) => MotsAllerVers.Ou(a, noms.Trouver(a.Lieu)?.Nom, territoires.Commune(a.Commune)?.Nom);

    public static string Nom(Trimestre t) => t.Numero == 1 ? MotsAllerVers.T("Equipe.NomPremier", t.Annee) : MotsAllerVers.T("Equipe.Nom", t.Numero, t.Annee);

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        Aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        NumeroDePage = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, PageMax) : 1;
        PeriodeInversee = Criteres is { Du: { } du, Au: { } au } && au < du;
        var trouvees = Criteres.Appliquer(Siennes());
        Total = await trouvees.CountAsync(annulation);
        Lignes = await trouvees.OrderByDescending(a => a.Jour).ThenByDescending(a => a.Id).Skip((NumeroDePage - 1) * ParPage).Take(ParPage).ToListAsync(annulation);
        Rappels = await Siennes().Where(a => a.RappelLe != null && a.RappeleLe == null && a.SupprimeeLe == null).OrderBy(a => a.RappelLe).ThenBy(a => a.Id).Take(RappelsMax).ToListAsync(annulation);
        (Entonnoir, Renoncement) = await CompterAsync(trouvees, annulation);
        Partenaires = await partenaires.NomsAsync(moi, annulation);
        Configurations = await configurations.NomsAsync(moi, annulation);
        if (Criteres is { Motif: null, Partenaire: null, Configuration: null, Rappels: false, Supprimees: false } && !PeriodeInversee)
        {
            Contacts = await ContactsAsync(Periode.Du, Periode.Au, false, annulation);
        }

        if (Coordonne)
        {
            await EquipeAsync(annulation);
        }
    }

    /// <summary>The same lines as on screen, with what doesn't fit on it.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        return new FichierDAllerVers(
            Criteres.Appliquer(Siennes()).OrderByDescending(a => a.Jour).ThenByDescending(a => a.Id), id => noms.Trouver(id)?.Nom, await partenaires.NomsAsync(moi, annulation), await configurations.NomsAsync(moi, annulation));
    }

    // Row security leaves the acts of the teams; one's own, that one knows, would let the others be found by difference.
    private async Task EquipeAsync(CancellationToken annulation)
    {
        var identite = demandeur.Identite!;
        var moi = identite.Compte;
        Guid[] equipes = [.. identite.Equipes];
        Trimestres = Trimestre.Derniers(Aujourdhui);
        Trimestre = Trimestres.FirstOrDefault(t => t.Code == CodeDeTrimestre, Trimestres[0]);
        var (debut, fin) = (Trimestre.Debut, Trimestre.Fin);
        var (entonnoir, renoncement) = await CompterAsync(
            db.Set<ActionDAllerVers>().AsNoTracking().Where(a => a.Auteur != moi && a.Equipes.Any(e => equipes.Contains(e)) && a.SupprimeeLe == null && a.Jour >= debut && a.Jour <= fin), annulation);
        AllerVersDEquipe = EntonnoirDEquipe.AllerVers(await ContactsAsync(debut, fin, true, annulation));
        (Equipe, RenonceDEquipe) = (EntonnoirDEquipe.De(entonnoir), EntonnoirDEquipe.ARenonce(renoncement));
    }

    private async Task<ContactsDeLaPeriode> ContactsAsync(DateOnly du, DateOnly au, bool equipes, CancellationToken annulation)
    {
        var lus = (await db.Database.SqlQuery<DesContacts>($"SELECT hors_lieu AS \"HorsLieu\", venues, nouvelles, non_sues AS \"NonSues\" FROM accompagnement.contacts({du}, {au}, {equipes})").ToListAsync(annulation))[0];
        return new(lus.HorsLieu, lus.Venues, lus.Nouvelles, lus.NonSues);
    }

    private static async Task<(Entonnoir Entonnoir, Renoncement Renoncement)> CompterAsync(IQueryable<ActionDAllerVers> actions, CancellationToken annulation)
    {
        var comptes = await actions.Select(a => new
        {
            Effectifs = new EffectifsDEnrolement(a.Contactes, a.Interesses, a.Inscrits, a.Venus, a.Revenus, a.Engages, a.Relais),
            Renoncement = new Renoncement(a.RenonceOui, a.RenonceNon, a.RenonceNeSaitPas, a.FaiteOui, a.FaiteNon, a.FaiteNeSaitPas),
        }).ToListAsync(annulation);
        return (Entonnoir.De([.. comptes.Select(c => c.Effectifs)]), comptes.Aggregate(Renoncement.Aucun, (somme, c) => somme + c.Renoncement));
    }

    private IQueryable<ActionDAllerVers> Siennes()
    {
        var moi = demandeur.Identite!.Compte;
        return db.Set<ActionDAllerVers>().AsNoTracking().Where(a => a.Auteur == moi);
    }

    private sealed record DesContacts(int HorsLieu, int Venues, int Nouvelles, int NonSues);
}
