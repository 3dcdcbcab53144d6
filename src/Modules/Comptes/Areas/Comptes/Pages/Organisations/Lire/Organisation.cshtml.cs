using System.Text.Json;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Lire;

/// <summary>One organisation: what it is, what it does in the schemes, where it receives people, who works there, what changed.</summary>
internal sealed class OrganisationModel(FaireAvecDb db, AccesAuxOrganisations acces, CommunesDesOrganisations communes, INomsDesLieux lieux, INomsDesComptes noms, TimeProvider horloge) : PageModel
{
    /// <summary>Changes shown, the latest first.</summary>
    private const int ChangementsMax = 30;

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public Organisation? Reseau { get; private set; }

    public Organisation? FusionneeDans { get; private set; }

    public IReadOnlyList<Organisation> Affiliees { get; private set; } = [];

    public IReadOnlyList<FonctionDOrganisation> Fonctions { get; private set; } = [];

    /// <summary>Places; the second is null when the place isn't on the map any more.</summary>
    public IReadOnlyList<(string Id, LieuNomme? Lieu)> Lieux { get; private set; } = [];

    /// <summary>Null when who looks may not know who works there.</summary>
    public IReadOnlyList<(string Nom, Role Role)>? Membres { get; private set; }

    public IReadOnlyList<(DateTimeOffset Le, string Qui, string Quoi, string? Motif)> Changements { get; private set; } = [];

    public DateOnly Aujourdhui { get; private set; }

    public bool PeutModifier { get; private set; }

    public bool PeutInviter { get; private set; }

    public bool PeutReunir { get; private set; }

    public bool PeutFermer { get; private set; }

    public string? Commune => communes.Nom(Organisation.CodeInsee);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(id, DroitsDesComptes.LireLesOrganisations, annulation) is not { } organisation)
        {
            return NotFound();
        }

        Organisation = organisation;
        var maintenant = horloge.GetUtcNow();
        Aujourdhui = JourDeParis.De(maintenant);
        PeutModifier = organisation.Ouverte && acces.Permet(DroitsDesComptes.ModifierUneOrganisation, organisation);
        PeutInviter = organisation.Ouverte && acces.Permet(DroitsDesComptes.Inviter, organisation);
        PeutReunir = organisation.Ouverte && acces.EstNational(DroitsDesComptes.FusionnerDesOrganisations);
        PeutFermer = organisation.FusionneeDans is null && acces.Permet(DroitsDesComptes.FermerUneOrganisation, organisation);
        var autour = await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == organisation.Reseau || o.Id == organisation.FusionneeDans || o.Reseau == id).OrderBy(o => o.NomRecherche).ToListAsync(annulation);
        Reseau = autour.Find(o => o.Id == organisation.Reseau);
        FusionneeDans = autour.Find(o => o.Id == organisation.FusionneeDans);
        Affiliees = autour.FindAll(o => o.Reseau == id && o.Ouverte);
        Fonctions = await db.Set<FonctionDOrganisation>().AsNoTracking().Where(f => f.Organisation == id && (f.Fin == null || f.Fin > f.Debut)).OrderByDescending(f => f.Debut).ThenBy(f => f.Fonction).ToListAsync(annulation);
        Lieux = [.. (await db.Set<LieuDOrganisation>().Where(l => l.Organisation == id).OrderBy(l => l.AjouteLe).Select(l => l.Lieu).ToListAsync(annulation)).Select(l => (l, lieux.Trouver(l)))];
        if (acces.Permet(DroitsDesComptes.LireLesMembres, organisation))
        {
            var membres = await (
                from a in db.Set<Appartenance>()
                join c in db.Set<Compte>() on a.Compte equals c.Id
                where a.Organisation == id && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant)
                orderby c.Nom, c.Prenom, a.Role
                select new { c.Prenom, c.Nom, a.Role }).ToListAsync(annulation);
            Membres = [.. membres.Select(m => ($"{m.Prenom} {m.Nom}", m.Role))];
        }

        if (Membres is not null)
        {
            await HistoireAsync(id, annulation);
        }

        return Page();
    }

    // From the journal: what changed of the organisation itself, never of people.
    private async Task HistoireAsync(Guid id, CancellationToken annulation)
    {
        var cle = id.ToString();
        var entrees = await db.Database.SqlQuery<Entree>($"SELECT instant AS \"Instant\", acteur AS \"Acteur\", motif AS \"Motif\", action AS \"Action\", apres AS \"Apres\" FROM noyau.journal WHERE entite = 'comptes.Organisation' AND entite_id = {cle} ORDER BY instant DESC LIMIT {ChangementsMax}").ToListAsync(annulation);
        var changements = new List<(DateTimeOffset, string, string, string?)>();
        foreach (var e in entrees)
        {
            var quoi = e.Action == "creation" ? MotsMembres.T("Organisation.Histoire.Creation") : MotsMembres.T("Organisation.Histoire.Modification", Champs(e.Apres));
            changements.Add((e.Instant, await noms.NomAsync(e.Acteur, annulation) ?? MotsMembres.T("Commun.Plateforme"), quoi, e.Motif));
        }

        Changements = changements;
    }

    private static string Champs(string? apres)
    {
        if (apres is null)
        {
            return "";
        }

        using var document = JsonDocument.Parse(apres);
        return string.Join(", ", document.RootElement.EnumerateObject().Select(p => p.Name).Where(n => n != "nom_recherche").Select(n => MotsMembres.Ressources.GetString($"Organisation.Champ.{n}", System.Globalization.CultureInfo.InvariantCulture) ?? n));
    }

    private sealed record Entree(DateTimeOffset Instant, string Acteur, string? Motif, string Action, string? Apres);
}
