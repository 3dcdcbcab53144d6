using System.Globalization;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Organisations;

/// <summary>
/// Two organisations that are one: the people, functions, places, teams and network of the first go to the second. The past stays where it was: a
/// membership ends in the one and begins in the other, so that « who could see what on that day » stays true. Undoing gives back what was moved and
/// is still there; whoever left meanwhile doesn't come back.
/// </summary>
internal sealed class ReunionDOrganisations(FaireAvecDb db, Demandeur demandeur, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>What would move. Null when one of them isn't there, or isn't open.</summary>
    public async Task<ApercuDeReunion?> ApercuAsync(Guid absorbee, Guid gardee, CancellationToken annulation)
    {
        var organisations = await db.Set<Organisation>().Where(o => o.Id == absorbee || o.Id == gardee).ToListAsync(annulation);
        var (a, g) = (organisations.SingleOrDefault(o => o.Id == absorbee), organisations.SingleOrDefault(o => o.Id == gardee));
        if (a is not { Ouverte: true } || g is not { Ouverte: true } || a.Id == g.Id)
        {
            return null;
        }

        var maintenant = horloge.GetUtcNow();
        var aujourdhui = JourDeParis.De(maintenant);
        var membres = await MembresAsync(absorbee, maintenant, annulation);
        var chezLAutre = await MembresAsync(gardee, maintenant, annulation);
        var comptes = membres.Select(m => m.Compte).Distinct().ToList();
        var noms = await db.Set<Compte>().Where(c => comptes.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Prenom + " " + c.Nom, annulation);
        var fonctions = await FonctionsAsync(absorbee, aujourdhui, annulation);
        var fonctionsDeLAutre = await FonctionsAsync(gardee, aujourdhui, annulation);
        var lieux = await LieuxAsync(absorbee, annulation);
        var lieuxDeLAutre = await LieuxAsync(gardee, annulation);
        var empechements = new List<string>();
        foreach (var m in membres)
        {
            if (RolesIncompatibles.Conflit(m.Role, gardee, chezLAutre.Where(l => l.Compte == m.Compte).Select(l => (l.Role, l.Organisation))) is { } paire)
            {
                empechements.Add(MotsMembres.T("Reunir.Empechement.Roles", noms.GetValueOrDefault(m.Compte, ""), Mots.Role(paire.Un), Mots.Role(paire.Autre), paire.Raison));
            }
        }

        // A network has one level: what has a head can't become one.
        var affiliees = await db.Set<Organisation>().Where(o => o.Reseau == absorbee && o.Id != gardee).OrderBy(o => o.Nom).ToListAsync(annulation);
        if (affiliees.Count > 0 && g.Reseau is not null && g.Reseau != absorbee)
        {
            empechements.Add(MotsMembres.T("Reunir.Empechement.Reseau", g.Nom, a.Nom));
        }

        return new ApercuDeReunion(a, g)
        {
            Membres = [.. membres.Select(m => new MembreAReunir(m.Id, noms.GetValueOrDefault(m.Compte, ""), m.Role, Deja(m, chezLAutre))).OrderBy(m => m.Nom, StringComparer.CurrentCulture)],
            Fonctions = [.. fonctions.Select(f => (f.Fonction, fonctionsDeLAutre.Any(l => l.Fonction == f.Fonction)))],
            Lieux = [.. lieux.Select(l => (l.Lieu, lieuxDeLAutre.Any(d => d.Lieu == l.Lieu)))],
            Equipes = await db.Set<Equipe>().Where(e => e.Organisation == absorbee && e.FermeeLe == null).OrderBy(e => e.Nom).Select(e => e.Nom).ToListAsync(annulation),
            Affiliees = [.. affiliees.Select(o => o.Nom)],
            Invitations = await EnAttente(absorbee).CountAsync(annulation),
            Clients = await db.Set<ClientApi>().Where(c => c.Organisation == absorbee && c.RevoqueLe == null).OrderBy(c => c.Nom).Select(c => c.Nom).ToListAsync(annulation),
            Empechements = empechements,
        };
    }

    /// <summary>Moves everything, in one transaction.</summary>
    public async Task<Resultat<Reunion>> ReunirAsync(Guid absorbee, Guid gardee, string motif, CancellationToken annulation)
    {
        if (absorbee == gardee)
        {
            return ErreursMembres.ReunionAvecSoi;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.ReserverAsync([absorbee, gardee], annulation);
        await db.RolesDeAsync((await MembresAsync(absorbee, horloge.GetUtcNow(), annulation)).Select(m => m.Compte), annulation);
        db.ChangeTracker.Clear();
        // Looked at again under the lock: what was shown may have changed.
        if (await ApercuAsync(absorbee, gardee, annulation) is not { } apercu)
        {
            return ErreursMembres.OrganisationFermee;
        }

        if (apercu.Empechements.Count > 0)
        {
            return Resultat<Reunion>.Echec([ErreursMembres.ReunionEmpechee, .. apercu.Empechements.Select(e => ErreursMembres.ReunionEmpechee with { Message = e })]);
        }

        ecriture.Motif = motif;
        var maintenant = horloge.GetUtcNow();
        var aujourdhui = JourDeParis.De(maintenant);
        var par = demandeur.Identite?.Compte;
        var reunion = new Reunion { Id = Identifiants.Nouveau(horloge), Absorbee = absorbee, Gardee = gardee, Le = maintenant, Par = par, Motif = motif };
        db.Add(reunion);
        var dela = MotsMembres.T("Reunir.MotifDeFin", apercu.Gardee.Nom);
        dela = dela.Length > Appartenance.MotifMax ? dela[..Appartenance.MotifMax] : dela;
        var chezLAutre = await MembresAsync(gardee, maintenant, annulation);
        foreach (var m in await MembresAsync(absorbee, maintenant, annulation))
        {
            var deja = Deja(m, chezLAutre);
            var debut = m.Debut > maintenant ? m.Debut : maintenant;
            var (fin, suite) = (m.Fin, deja ? (Guid?)null : Suite(m, gardee, debut, m.Fin, par));
            m.Terminer(maintenant, dela);
            Ajouter(reunion, GenreDElement.Membre, Id(m.Id), suite is { } s ? Id(s) : null, fin?.ToString("O", CultureInfo.InvariantCulture));
        }

        var fonctionsDeLAutre = await FonctionsAsync(gardee, aujourdhui, annulation);
        foreach (var f in await FonctionsAsync(absorbee, aujourdhui, annulation))
        {
            FonctionDOrganisation? suite = null;
            var fin = f.Fin;
            if (!fonctionsDeLAutre.Any(l => l.Fonction == f.Fonction))
            {
                suite = new FonctionDOrganisation { Id = Identifiants.Nouveau(horloge), Organisation = gardee, Fonction = f.Fonction, Debut = f.Debut > aujourdhui ? f.Debut : aujourdhui, Fin = f.Fin };
                db.Add(suite);
            }

            f.Fin = f.Debut > aujourdhui ? f.Debut : aujourdhui;
            Ajouter(reunion, GenreDElement.Fonction, Id(f.Id), suite is null ? null : Id(suite.Id), fin?.ToString("O", CultureInfo.InvariantCulture));
        }

        var lieuxDeLAutre = await LieuxAsync(gardee, annulation);
        foreach (var l in await LieuxAsync(absorbee, annulation))
        {
            var deja = lieuxDeLAutre.Any(d => d.Lieu == l.Lieu);
            if (!deja)
            {
                db.Add(new LieuDOrganisation { Organisation = gardee, Lieu = l.Lieu, AjouteLe = maintenant });
            }

            db.Remove(l);
            Ajouter(reunion, GenreDElement.Lieu, l.Lieu, deja ? null : l.Lieu, l.AjouteLe.ToString("O", CultureInfo.InvariantCulture));
        }

        foreach (var e in await db.Set<Equipe>().Where(e => e.Organisation == absorbee).ToListAsync(annulation))
        {
            e.Organisation = gardee;
            Ajouter(reunion, GenreDElement.Equipe, Id(e.Id), Id(e.Id));
        }

        foreach (var o in await db.Set<Organisation>().Where(o => o.Reseau == absorbee).ToListAsync(annulation))
        {
            // The one that stays may have been in the network of the one that goes.
            o.Reseau = o.Id == gardee ? null : gardee;
            Ajouter(reunion, GenreDElement.Affiliee, Id(o.Id), o.Id == gardee ? null : Id(o.Id));
        }

        foreach (var i in await EnAttente(absorbee).ToListAsync(annulation))
        {
            i.Annuler(maintenant);
            Ajouter(reunion, GenreDElement.Invitation, Id(i.Id), null);
        }

        (await db.Set<Organisation>().SingleAsync(o => o.Id == absorbee, annulation)).FusionneeDans = gardee;
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return reunion;
    }

    /// <summary>Gives back what was moved and is still there.</summary>
    public async Task<Resultat<Reunion>> DefaireAsync(Guid id, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var vue = await db.Set<Reunion>().AsNoTracking().SingleAsync(r => r.Id == id, annulation);
        await db.ReserverAsync([vue.Absorbee, vue.Gardee], annulation);
        await db.RolesDeAsync((await MembresAsync(vue.Gardee, horloge.GetUtcNow(), annulation)).Select(m => m.Compte), annulation);
        db.ChangeTracker.Clear();
        var reunion = await db.Set<Reunion>().SingleAsync(r => r.Id == id, annulation);
        if (reunion.DefaiteLe is not null)
        {
            return ErreursMembres.ReunionDefaite;
        }

        var (absorbee, gardee) = (reunion.Absorbee, reunion.Gardee);
        // What was moved may have moved on: the last merge is undone first.
        if (await db.Set<Reunion>().AnyAsync(r => r.Id != id && r.DefaiteLe == null && r.Le >= reunion.Le && (r.Absorbee == gardee || r.Gardee == gardee || r.Absorbee == absorbee || r.Gardee == absorbee), annulation))
        {
            return ErreursMembres.ReunionRecouverte;
        }

        var maintenant = horloge.GetUtcNow();
        var aujourdhui = JourDeParis.De(maintenant);
        var par = demandeur.Identite?.Compte;
        (reunion.DefaiteLe, reunion.DefaitePar) = (maintenant, par);
        var organisation = await db.Set<Organisation>().SingleAsync(o => o.Id == absorbee, annulation);
        organisation.FusionneeDans = null;
        var elements = await db.Set<ElementReuni>().Where(e => e.Reunion == id).ToListAsync(annulation);
        await RendreLesMembresAsync(elements, absorbee, gardee, par, maintenant, MotsMembres.T("Reunir.MotifDeRetour"), annulation);
        await RendreLesFonctionsAsync(elements, absorbee, aujourdhui, annulation);
        foreach (var e in elements)
        {
            switch (e.Genre)
            {
                case GenreDElement.Lieu:
                    db.Add(new LieuDOrganisation { Organisation = absorbee, Lieu = e.Avant, AjouteLe = DateTimeOffset.Parse(e.Detail!, CultureInfo.InvariantCulture) });
                    if (e.Apres is not null && await db.Set<LieuDOrganisation>().SingleOrDefaultAsync(l => l.Organisation == gardee && l.Lieu == e.Avant, annulation) is { } lieu)
                    {
                        db.Remove(lieu);
                    }

                    break;
                case GenreDElement.Equipe when await db.Set<Equipe>().SingleAsync(q => q.Id == Guid.Parse(e.Avant), annulation) is { } equipe && equipe.Organisation == gardee:
                    equipe.Organisation = absorbee;
                    break;
                case GenreDElement.Affiliee when await db.Set<Organisation>().SingleAsync(o => o.Id == Guid.Parse(e.Avant), annulation) is { } affiliee && affiliee.Reseau == (e.Apres is null ? null : gardee):
                    affiliee.Reseau = absorbee;
                    break;
                case GenreDElement.Invitation when await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == Guid.Parse(e.Avant), annulation) is { AccepteeLe: null } invitation
                    && !await db.Set<Invitation>().AnyAsync(i => i.Organisation == absorbee && i.CleDuCourriel == invitation.CleDuCourriel && i.Role == invitation.Role && i.AccepteeLe == null && i.AnnuleeLe == null, annulation):
                    invitation.Reprendre();
                    break;
            }
        }

        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return reunion;
    }

    private async Task RendreLesMembresAsync(List<ElementReuni> elements, Guid absorbee, Guid gardee, Guid? par, DateTimeOffset maintenant, string motif, CancellationToken annulation)
    {
        var membres = elements.Where(e => e.Genre == GenreDElement.Membre).ToList();
        var ids = membres.SelectMany(e => new[] { e.Avant, e.Apres }).OfType<string>().Select(Guid.Parse).ToList();
        var lignes = await db.Set<Appartenance>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, annulation);
        var chezLAutre = await MembresAsync(gardee, maintenant, annulation);
        foreach (var e in membres)
        {
            var avant = lignes[Guid.Parse(e.Avant)];
            if (e.Apres is not null)
            {
                var apres = lignes[Guid.Parse(e.Apres)];
                if (apres.Fin is { } fin && fin <= maintenant)
                {
                    // Somebody ended this role since: access isn't given back behind their back.
                    continue;
                }

                Suite(apres, absorbee, apres.Debut > maintenant ? apres.Debut : maintenant, apres.Fin, par);
                apres.Terminer(maintenant, motif);
            }
            else if (chezLAutre.Any(l => l.Compte == avant.Compte && l.Role == avant.Role))
            {
                var fin = e.Detail is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(e.Detail, CultureInfo.InvariantCulture);
                if (fin is null || fin > maintenant)
                {
                    Suite(avant, absorbee, maintenant, fin, par);
                }
            }
        }
    }

    private async Task RendreLesFonctionsAsync(List<ElementReuni> elements, Guid absorbee, DateOnly aujourdhui, CancellationToken annulation)
    {
        foreach (var e in elements.Where(e => e.Genre == GenreDElement.Fonction))
        {
            var id = Guid.Parse(e.Apres ?? e.Avant);
            var modele = await db.Set<FonctionDOrganisation>().SingleAsync(f => f.Id == id, annulation);
            if (e.Apres is not null && modele.Fin is { } fin && fin <= aujourdhui)
            {
                continue;
            }

            var prevue = e.Apres is not null ? modele.Fin : e.Detail is null ? null : DateOnly.Parse(e.Detail, CultureInfo.InvariantCulture);
            var debut = modele.Debut > aujourdhui ? modele.Debut : aujourdhui;
            if (prevue is null || prevue > debut)
            {
                db.Add(new FonctionDOrganisation { Id = Identifiants.Nouveau(horloge), Organisation = absorbee, Fonction = modele.Fonction, Debut = debut, Fin = prevue });
            }

            if (e.Apres is not null)
            {
                modele.Fin = modele.Debut > aujourdhui ? modele.Debut : aujourdhui;
            }
        }
    }

    private Guid Suite(Appartenance modele, Guid organisation, DateTimeOffset debut, DateTimeOffset? fin, Guid? par)
    {
        var suite = new Appartenance { Id = Identifiants.Nouveau(horloge), Compte = modele.Compte, Organisation = organisation, Role = modele.Role, Debut = debut, Departements = modele.Departements, DonneePar = par };
        if (fin is { } prevue)
        {
            suite.Terminer(prevue, modele.MotifDeFin);
        }

        db.Add(suite);
        return suite.Id;
    }

    private void Ajouter(Reunion reunion, GenreDElement genre, string avant, string? apres, string? detail = null) =>
        db.Add(new ElementReuni { Id = Identifiants.Nouveau(horloge), Reunion = reunion.Id, Genre = genre, Avant = avant, Apres = apres, Detail = detail });

    private static string Id(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private Task<List<Appartenance>> MembresAsync(Guid organisation, DateTimeOffset maintenant, CancellationToken annulation) =>
        db.Set<Appartenance>().Where(a => a.Organisation == organisation && (a.Fin == null || a.Fin > maintenant)).OrderBy(a => a.Id).ToListAsync(annulation);

    private Task<List<FonctionDOrganisation>> FonctionsAsync(Guid organisation, DateOnly aujourdhui, CancellationToken annulation) =>
        db.Set<FonctionDOrganisation>().Where(f => f.Organisation == organisation && (f.Fin == null || (f.Fin > aujourdhui && f.Fin > f.Debut))).OrderBy(f => f.Debut).ToListAsync(annulation);

    private Task<List<LieuDOrganisation>> LieuxAsync(Guid organisation, CancellationToken annulation) =>
        db.Set<LieuDOrganisation>().Where(l => l.Organisation == organisation).OrderBy(l => l.Lieu).ToListAsync(annulation);

    private IQueryable<Invitation> EnAttente(Guid organisation) => db.Set<Invitation>().Where(i => i.Organisation == organisation && i.AccepteeLe == null && i.AnnuleeLe == null);

    private static bool Deja(Appartenance m, List<Appartenance> chezLAutre) => chezLAutre.Any(l => l.Compte == m.Compte && l.Role == m.Role);
}
