using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>Somebody who lost every way to sign in is let in again by two colleagues. Each step is told to the person by mail, with a way to say no.</summary>
internal sealed class SecoursADeux(IServiceScopeFactory portees, Poste poste, Freins freins, TimeProvider horloge)
{
    /// <summary>Makes the request, for somebody who has just proved their mailbox. Gives the code to tell the colleagues.</summary>
    public Task<Resultat<DemandeDeSecours>> DemanderAsync(HttpContext contexte, EtapeDeConnexion etape, string site, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<DemandeDeSecours>>(contexte, etape.Compte.Id, async (_, db) =>
        {
            var (compte, maintenant) = (etape.Compte.Id, horloge.GetUtcNow());
            await db.VerrouillerAsync(compte, annulation);
            var ouvertes = await db.Set<DemandeDeSecours>().Where(d => d.Compte == compte && (d.Etat == EtatDeSecours.EnAttente || d.Etat == EtatDeSecours.Accordee)).ToListAsync(annulation);
            if (ouvertes.Exists(d => d.EnAttente(maintenant)))
            {
                return ErreursDeConnexion.SecoursEnCours;
            }

            if ((await QuiPeutAiderAsync(db, compte, maintenant, annulation)).Count < DemandeDeSecours.Accords)
            {
                return ErreursDeConnexion.SecoursSansCollegue;
            }

            foreach (var ancienne in ouvertes)
            {
                ancienne.Annuler(maintenant);
            }

            // The old ones first: the database allows one at a time.
            await db.SaveChangesAsync(annulation);
            var demande = new DemandeDeSecours { Id = Identifiants.Nouveau(horloge), Compte = compte, Code = DemandeDeSecours.TirerUnCode(), DemandeeLe = maintenant, ExpireLe = maintenant + DemandeDeSecours.Duree };
            db.Add(demande);
            var (lien, secret) = LiensAUsageUnique.Faire(horloge, compte, UsageDeLien.AnnulerSecours, maintenant, DemandeDeSecours.Duree + LienDeConnexion.DureeLongue, objet: demande.Id);
            db.Add(lien);
            poste.Deposer(db, etape.Compte.Courriel, Lettres.SecoursDemande(etape.Compte, $"{site}{LiensComptes.AnnulerLeSecours(secret)}"));
            await db.SaveChangesAsync(annulation);
            return demande;
        }, annulation);

    /// <summary>The request that waits, for the person who made it.</summary>
    public Task<DemandeDeSecours?> EnCoursAsync(HttpContext contexte, Guid compte, CancellationToken annulation) =>
        portees.EnSystemeAsync("systeme:connexion", contexte, compte, async services =>
        {
            var maintenant = horloge.GetUtcNow();
            return await services.GetRequiredService<FaireAvecDb>().Set<DemandeDeSecours>().AsNoTracking()
                .FirstOrDefaultAsync(d => d.Compte == compte && d.Etat == EtatDeSecours.EnAttente && d.ExpireLe > maintenant, annulation);
        });

    /// <summary>A colleague agrees, with the code that they were told. With the second one, a link leaves for the person.</summary>
    public Task<Resultat<bool>> AccorderAsync(HttpContext contexte, Identite par, Guid demande, string? code, string site, CancellationToken annulation) =>
        RepondreAsync(contexte, par, demande, async (db, trouvee, titulaire, maintenant) =>
        {
            var frein = await Freins.CleAsync(db, contexte, par.Compte, annulation);
            if (await freins.AttenteAsync(db, frein, annulation) is { } attente)
            {
                return ErreursDeConnexion.Patienter(attente);
            }

            var accord = trouvee.Accorder(par.Compte, code, maintenant);
            if (accord.Erreur == ErreursDeConnexion.SecoursCode)
            {
                await freins.CompterAsync(db, frein, annulation);
            }

            if (accord is { Reussi: true, Valeur: true })
            {
                var (lien, secret) = LiensAUsageUnique.Faire(horloge, titulaire.Id, UsageDeLien.Secours, maintenant, LienDeConnexion.DureeLongue, objet: trouvee.Id);
                db.Add(lien);
                poste.Deposer(db, titulaire.Courriel, Lettres.SecoursAccorde(titulaire, $"{site}{LiensComptes.LienDeConnexion(secret)}"));
            }

            return accord;
        }, annulation);

    /// <summary>A colleague doesn't recognise the person.</summary>
    public Task<Resultat<bool>> RefuserAsync(HttpContext contexte, Identite par, Guid demande, CancellationToken annulation) =>
        RepondreAsync(contexte, par, demande, (db, trouvee, titulaire, maintenant) =>
        {
            var refus = trouvee.Refuser(par.Compte, maintenant);
            if (refus.Reussi)
            {
                poste.Deposer(db, titulaire.Courriel, Lettres.SecoursRefuse(titulaire));
            }

            return Task.FromResult(refus);
        }, annulation);

    /// <summary>The person uses the link: every former factor is void, every session ends, and they make new ones. Called in the transaction of the link.</summary>
    public async Task<Resultat<bool>> RecommencerAsync(FaireAvecDb db, LienEtCompte vu, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var demande = await db.Set<DemandeDeSecours>().SingleOrDefaultAsync(d => d.Id == vu.Lien.Objet, annulation);
        if (demande is null || !demande.Faire(maintenant))
        {
            return ErreursDeConnexion.SecoursFini;
        }

        await db.VerrouillerAsync(vu.Compte.Id, annulation);
        await FacteursDuCompte.ToutRetirerAsync(db, vu.Compte.Id, annulation);
        // Another browser that had proved the mailbox alone would now be asked for no factor, but to choose one.
        await LiensAUsageUnique.PerimerAsync(db, vu.Compte.Id, vu.Lien.Id, maintenant, annulation);
        foreach (var session in await db.Set<Session>().Where(s => s.Compte == vu.Compte.Id && s.FermeeLe == null).ToListAsync(annulation))
        {
            session.FermeeLe = maintenant;
        }

        poste.Deposer(db, vu.Compte.Courriel, Lettres.SecoursFait(vu.Compte));
        return true;
    }

    /// <summary>The person says that it wasn't them. Called in the transaction of the link.</summary>
    public async Task<Resultat<bool>> AnnulerAsync(FaireAvecDb db, LienEtCompte vu, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        if (await db.Set<DemandeDeSecours>().SingleOrDefaultAsync(d => d.Id == vu.Lien.Objet, annulation) is not { } demande || !demande.Annuler(maintenant))
        {
            return ErreursDeConnexion.SecoursFini;
        }

        vu.Lien.Utiliser(null, maintenant);
        return true;
    }

    /// <summary>True when this person may answer for somebody who works in these organisations: the right, and the organisation.</summary>
    public static bool PeutRepondre(TableDesDroits droits, Identite qui, Guid demandeur, IEnumerable<Guid> organisations) =>
        qui.Compte != demandeur && organisations.Any(o => droits.Permet(qui, DroitsDesComptes.DepannerUnMembre, new Cible(demandeur, o)));

    private Task<Resultat<bool>> RepondreAsync(HttpContext contexte, Identite par, Guid demande, Func<FaireAvecDb, DemandeDeSecours, Compte, DateTimeOffset, Task<Resultat<bool>>> reponse, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<bool>>(contexte, par.Compte, async (services, db) =>
        {
            var maintenant = horloge.GetUtcNow();
            // Locked: two colleagues at the same instant are the first and the second, not twice the first.
            var trouvee = await db.Set<DemandeDeSecours>().FromSql($"SELECT * FROM comptes.demandes_de_secours WHERE id = {demande} FOR UPDATE").SingleOrDefaultAsync(annulation);
            if (trouvee is null)
            {
                return ErreursDeConnexion.SecoursFini;
            }

            // Asked again here, on what is true now: a page that was open yesterday gives no right today.
            var organisations = await OrganisationsAsync(db, trouvee.Compte, maintenant, annulation);
            if (trouvee.Compte != par.Compte && !PeutRepondre(services.GetRequiredService<TableDesDroits>(), par, trouvee.Compte, organisations))
            {
                return ErreursDeConnexion.SecoursFini;
            }

            var titulaire = await db.Set<Compte>().SingleAsync(c => c.Id == trouvee.Compte, annulation);
            var resultat = await reponse(db, trouvee, titulaire, maintenant);
            await db.SaveChangesAsync(annulation);
            return resultat;
        }, annulation);

    /// <summary>The organisations that somebody works for now.</summary>
    public static async Task<IReadOnlyList<Guid>> OrganisationsAsync(FaireAvecDb db, Guid compte, DateTimeOffset maintenant, CancellationToken annulation) =>
        await db.Set<Appartenance>().Where(a => a.Compte == compte && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant)).Select(a => a.Organisation).Distinct().ToListAsync(annulation);

    // Who could agree: those of the same organisation who have the right, and the national team.
    private static async Task<IReadOnlyList<Guid>> QuiPeutAiderAsync(FaireAvecDb db, Guid compte, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var organisations = await OrganisationsAsync(db, compte, maintenant, annulation);
        Role[] aidants = [Role.Referent, Role.GestionnaireStructure];
        return await (
            from a in db.Set<Appartenance>()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            where a.Compte != compte && c.Etat == EtatDeCompte.Actif && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant)
                && ((aidants.Contains(a.Role) && organisations.Contains(a.Organisation)) || a.Role == Role.AdministrateurNational)
            select a.Compte).Distinct().ToListAsync(annulation);
    }
}
