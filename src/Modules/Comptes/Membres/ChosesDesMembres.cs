using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Membres;

/// <summary>What those who answer for people have to do: invitations without an answer, roles and places in a team that end.</summary>
internal sealed class ChosesDesMembres(FaireAvecDb db, AccesAuxOrganisations organisations, TableDesDroits table, TimeProvider horloge) : IChosesATraiter
{
    private const int ParSorte = 100;

    public async Task<IReadOnlyList<ChoseATraiter>> ListerAsync(Identite qui, DateOnly aujourdhui, CancellationToken annulation)
    {
        var choses = new List<ChoseATraiter>();
        if (table.Permet(qui, DroitsDesComptes.Inviter))
        {
            choses.AddRange(await InvitationsAsync(annulation));
        }

        if (table.Permet(qui, DroitsDesComptes.RetirerUnMembre))
        {
            choses.AddRange(await RolesAsync(aujourdhui, annulation));
        }

        if (qui.Equipes.Count > 0)
        {
            choses.AddRange(await EquipesAsync(qui, aujourdhui, annulation));
        }

        return choses;
    }

    private async Task<IEnumerable<ChoseATraiter>> InvitationsAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var ids = organisations.Toutes(DroitsDesComptes.Inviter).Select(o => o.Id);
        var attendent = await db.Set<Invitation>().AsNoTracking().Where(i => ids.Contains(i.Organisation) && i.AccepteeLe == null && i.AnnuleeLe == null).OrderBy(i => i.CreeeLe).Take(ParSorte).ToListAsync(annulation);
        return attendent.Select(i => (Invitation: i, Depuis: InvitationSansReponse.Depuis(i, maintenant))).Where(i => i.Depuis is not null).Select(i => new ChoseATraiter(
            $"comptes.invitation:{i.Invitation.Id}:{i.Invitation.Envoi}", MotsMembres.T("ATraiter.Invitation", i.Invitation.Courriel),
            MotsMembres.T(i.Invitation.Etat(maintenant) == EtatDInvitation.Expiree ? "ATraiter.Invitation.Expiree" : "ATraiter.Invitation.Attend"),
            JourDeParis.De(i.Depuis!.Value), LiensMembres.Invitations, MotsMembres.T("ATraiter.Invitation.Geste")));
    }

    private async Task<IEnumerable<ChoseATraiter>> RolesAsync(DateOnly aujourdhui, CancellationToken annulation)
    {
        var (maintenant, limite) = Bornes();
        var ids = organisations.Toutes(DroitsDesComptes.RetirerUnMembre).Select(o => o.Id);
        var finissent = await (
            from a in db.Set<Appartenance>().AsNoTracking()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            join o in db.Set<Organisation>() on a.Organisation equals o.Id
            where ids.Contains(a.Organisation) && a.Debut <= maintenant && a.Fin > maintenant && a.Fin <= limite && c.Etat == EtatDeCompte.Actif
            orderby a.Fin
            select new { a.Id, a.Fin, a.Organisation, NomDOrganisation = o.Nom, c.Prenom, c.Nom }).Take(ParSorte).ToListAsync(annulation);
        return finissent.Select(f => Ligne("role", f.Id, $"{f.Prenom} {f.Nom}", f.NomDOrganisation, f.Fin!.Value, aujourdhui, LiensMembres.MembresDe(f.Organisation))).OfType<ChoseATraiter>();
    }

    private async Task<IEnumerable<ChoseATraiter>> EquipesAsync(Identite qui, DateOnly aujourdhui, CancellationToken annulation)
    {
        var (maintenant, limite) = Bornes();
        Guid[] siennes = [.. qui.Equipes];
        var finissent = await (
            from m in db.Set<MembreDEquipe>().AsNoTracking()
            join c in db.Set<Compte>() on m.Compte equals c.Id
            join e in db.Set<Equipe>() on m.Equipe equals e.Id
            where siennes.Contains(m.Equipe) && !m.Coordonne && m.Debut <= maintenant && c.Etat == EtatDeCompte.Actif && m.Fin > maintenant && m.Fin <= limite
            orderby m.Fin
            select new { m.Id, m.Fin, m.Equipe, NomDEquipe = e.Nom, c.Prenom, c.Nom }).Take(ParSorte).ToListAsync(annulation);
        var roles = await (
            from m in db.Set<MembreDEquipe>().AsNoTracking()
            join a in db.Set<Appartenance>() on m.Compte equals a.Compte
            join c in db.Set<Compte>() on a.Compte equals c.Id
            join o in db.Set<Organisation>() on a.Organisation equals o.Id
            where siennes.Contains(m.Equipe) && !m.Coordonne && m.Debut <= maintenant && (m.Fin == null || m.Fin > maintenant) && c.Etat == EtatDeCompte.Actif && a.Debut <= maintenant && a.Fin > maintenant && a.Fin <= limite
            orderby a.Fin
            select new { a.Id, a.Fin, m.Equipe, NomDOrganisation = o.Nom, c.Prenom, c.Nom }).Take(ParSorte).ToListAsync(annulation);
        return
        [
            .. finissent.Select(f => Ligne("equipe", f.Id, $"{f.Prenom} {f.Nom}", f.NomDEquipe, f.Fin!.Value, aujourdhui, LiensMembres.Equipe(f.Equipe))).OfType<ChoseATraiter>(),
            .. roles.DistinctBy(r => r.Id).Select(f => Ligne("role", f.Id, $"{f.Prenom} {f.Nom}", f.NomDOrganisation, f.Fin!.Value, aujourdhui, LiensMembres.Equipe(f.Equipe))).OfType<ChoseATraiter>(),
        ];
    }

    // The key has the step: what was put off at ninety days is said again at sixty.
    private static ChoseATraiter? Ligne(string sorte, Guid id, string nom, string ou, DateTimeOffset finLe, DateOnly aujourdhui, string href)
    {
        // The end is excluded.
        var fin = JourDeParis.De(finLe.AddTicks(-1));
        return RoleQuiFinit.Palier(fin, aujourdhui) is not { } palier ? null : new ChoseATraiter(
            $"comptes.{sorte}:{id}:{palier}", MotsMembres.T("ATraiter.Fin", nom, ou), MotsMembres.T($"ATraiter.Fin.{sorte}", Affichage.Jour(finLe.AddTicks(-1))),
            RoleQuiFinit.Depuis(fin, palier), href, MotsMembres.T("ATraiter.Fin.Geste"));
    }

    private (DateTimeOffset Maintenant, DateTimeOffset Limite) Bornes()
    {
        var maintenant = horloge.GetUtcNow();
        return (maintenant, maintenant.AddDays(RoleQuiFinit.Paliers[^1] + 1));
    }
}
