using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Organisations;

/// <summary>What closing an organisation ends, before it is done.</summary>
internal sealed record ApercuDeFermeture
{
    public IReadOnlyList<(string Nom, Role Role)> Membres { get; init; } = [];
    public IReadOnlyList<Fonction> Fonctions { get; init; } = [];
    public IReadOnlyList<string> Equipes { get; init; } = [];
    public IReadOnlyList<string> Clients { get; init; } = [];

    /// <summary>Invitations that wait.</summary>
    public int Invitations { get; init; }

    /// <summary>Organisations of its network: they stay, without a head.</summary>
    public IReadOnlyList<string> Affiliees { get; init; } = [];

    /// <summary>What must be settled first.</summary>
    public Erreur? Empechement { get; init; }
}

/// <summary>
/// An organisation stops: roles, functions and teams end today, invitations and access of other systems too. What was recorded stays, and « who could see what
/// on that day » too. Opening it again gives back the organisation, and nobody's role.
/// </summary>
internal sealed class FermetureDOrganisation(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    public async Task<ApercuDeFermeture> ApercuAsync(Guid id, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var membres = await (
            from a in Roles(id, maintenant)
            join c in db.Set<Compte>() on a.Compte equals c.Id
            orderby c.Nom, c.Prenom, a.Role
            select new { c.Prenom, c.Nom, a.Role }).ToListAsync(annulation);
        return new ApercuDeFermeture
        {
            Membres = [.. membres.Select(m => ($"{m.Prenom} {m.Nom}", m.Role))],
            Fonctions = await Fonctions(id, JourDeParis.De(maintenant)).OrderBy(f => f.Fonction).Select(f => f.Fonction).ToListAsync(annulation),
            Equipes = await Equipes(id).OrderBy(e => e.Nom).Select(e => e.Nom).ToListAsync(annulation),
            Clients = await Clients(id).OrderBy(c => c.Nom).Select(c => c.Nom).ToListAsync(annulation),
            Invitations = await Invitations(id).CountAsync(annulation),
            Affiliees = await db.Set<Organisation>().Where(o => o.Reseau == id).OrderBy(o => o.Nom).Select(o => o.Nom).ToListAsync(annulation),
            Empechement = membres.Exists(m => m.Role == Role.AdministrateurNational) ? ErreursMembres.AdministrateursDedans : null,
        };
    }

    /// <summary>Ends everything, in one transaction.</summary>
    public async Task<Resultat<bool>> FermerAsync(Guid id, string? motif, CancellationToken annulation)
    {
        motif = motif?.Trim();
        if (string.IsNullOrEmpty(motif) || motif.Length > Appartenance.MotifMax)
        {
            return string.IsNullOrEmpty(motif) ? ErreursMembres.MotifDeFermeture : ErreursMembres.MotifLong;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.ReserverAsync([id], annulation);
        var maintenant = horloge.GetUtcNow();
        await db.RolesDeAsync(await Roles(id, maintenant).Select(a => a.Compte).ToListAsync(annulation), annulation);
        // Read again under the lock: what was shown may have changed.
        db.ChangeTracker.Clear();
        var organisation = await db.Set<Organisation>().SingleAsync(o => o.Id == id, annulation);
        if (!organisation.Ouverte)
        {
            return ErreursMembres.OrganisationFermee;
        }

        var roles = await Roles(id, maintenant).ToListAsync(annulation);
        if (roles.Exists(r => r.Role == Role.AdministrateurNational))
        {
            return ErreursMembres.AdministrateursDedans;
        }

        ecriture.Motif = motif;
        var aujourdhui = JourDeParis.De(maintenant);
        organisation.FermeeLe = maintenant;
        roles.ForEach(r => r.Terminer(maintenant, motif));
        (await Fonctions(id, aujourdhui).ToListAsync(annulation)).ForEach(f => f.Fin = f.Debut > aujourdhui ? f.Debut : aujourdhui);
        var equipes = await Equipes(id).ToListAsync(annulation);
        equipes.ForEach(e => e.FermeeLe = maintenant);
        var ids = equipes.ConvertAll(e => e.Id);
        foreach (var membre in await db.Set<MembreDEquipe>().Where(m => ids.Contains(m.Equipe) && (m.Fin == null || m.Fin > maintenant)).ToListAsync(annulation))
        {
            membre.Fin = membre.Debut > maintenant ? membre.Debut : maintenant;
        }

        (await Invitations(id).ToListAsync(annulation)).ForEach(i => i.Annuler(maintenant));
        (await Clients(id).ToListAsync(annulation)).ForEach(c => c.Revoquer(maintenant, motif));
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return true;
    }

    /// <summary>Opens it again, empty: each role is given again by somebody who may.</summary>
    public async Task<Resultat<bool>> RouvrirAsync(Guid id, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.ReserverAsync([id], annulation);
        db.ChangeTracker.Clear();
        var organisation = await db.Set<Organisation>().SingleAsync(o => o.Id == id, annulation);
        if (organisation.FermeeLe is null || organisation.FusionneeDans is not null)
        {
            return ErreursMembres.PasFermee;
        }

        organisation.FermeeLe = null;
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return true;
    }

    private IQueryable<Appartenance> Roles(Guid id, DateTimeOffset maintenant) => db.Set<Appartenance>().Where(a => a.Organisation == id && (a.Fin == null || a.Fin > maintenant));

    private IQueryable<FonctionDOrganisation> Fonctions(Guid id, DateOnly aujourdhui) => db.Set<FonctionDOrganisation>().Where(f => f.Organisation == id && (f.Fin == null || f.Fin > aujourdhui));

    private IQueryable<Equipe> Equipes(Guid id) => db.Set<Equipe>().Where(e => e.Organisation == id && e.FermeeLe == null);

    private IQueryable<Invitation> Invitations(Guid id) => db.Set<Invitation>().Where(i => i.Organisation == id && i.AccepteeLe == null && i.AnnuleeLe == null);

    private IQueryable<ClientApi> Clients(Guid id) => db.Set<ClientApi>().Where(c => c.Organisation == id && c.RevoqueLe == null);
}
