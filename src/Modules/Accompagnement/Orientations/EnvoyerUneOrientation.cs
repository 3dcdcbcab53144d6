using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>Sends somebody to who can help: the needs, the yes, the receiver seen again, in one transaction. Nothing is kept when something is missing.</summary>
internal sealed class EnvoyerUneOrientation(FaireAvecDb db, Demandeur demandeur, ReceveursPossibles receveurs, TimeProvider horloge)
{
    private const int CandidatsMax = 5;

    public async Task<Resultat<Orientation>> ExecuterAsync(DemandeDOrientation demande, CancellationToken annulation)
    {
        var moi = demandeur.Identite!;
        if (moi.Organisation is not { } organisation)
        {
            return ErreursOrientation.Introuvable;
        }

        if (await db.Set<Orientation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == demande.Id, annulation) is { } deja)
        {
            return deja.Auteur == moi.Compte ? deja : ErreursOrientation.IdDejaPris;
        }

        if (HorsListe(demande) is { } faute)
        {
            return faute;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var besoin = await BesoinAsync(demande, moi.Compte, organisation, annulation);
        if (!besoin.Reussi)
        {
            return Annuler(besoin.Erreur!);
        }

        var rang = besoin.Valeur.CompterUnEnvoi();
        if (!rang.Reussi)
        {
            return Annuler(rang.Erreur!);
        }

        var orientation = await FaireAsync(demande, besoin.Valeur, rang.Valeur, organisation, annulation);
        if (!orientation.Reussi)
        {
            return Annuler(orientation.Erreur!);
        }

        db.Add(orientation.Valeur);
        db.Publier(new OrientationEnvoyee(orientation.Valeur.Id, organisation, orientation.Valeur.Destinataire, horloge.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
            return orientation;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Annuler(ErreursOrientation.DejaEnCours);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same, sent twice at once; or two for one need.
            await transaction.RollbackAsync(annulation);
            db.ChangeTracker.Clear();
            return await db.Set<Orientation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == demande.Id && o.Auteur == moi.Compte, annulation) is { } gardee ? gardee : ErreursOrientation.DejaEnCours;
        }
    }

    private static Erreur? HorsListe(DemandeDOrientation d) =>
        d.Langue is not null && !CodesDOrientation.Langues.Contains(d.Langue, StringComparer.Ordinal) ? ErreursOrientation.HorsListe with { Champ = "Langue" }
        : d.Amenagements.Any(a => CodesDOrientation.LibelleDAmenagement(a) is null) ? ErreursOrientation.HorsListe with { Champ = "Amenagements" }
        : d.Disponibilites.Any(a => !CodesDOrientation.Disponibilites.Contains(a, StringComparer.Ordinal)) ? ErreursOrientation.HorsListe with { Champ = "Disponibilites" }
        : null;

    private async Task<Resultat<BesoinExprime>> BesoinAsync(DemandeDOrientation demande, Guid auteur, Guid organisation, CancellationToken annulation)
    {
        if (demande.Besoin is { } id)
        {
            if (await db.Set<BesoinExprime>().SingleOrDefaultAsync(b => b.Id == id && b.Auteur == auteur, annulation) is not { } garde)
            {
                return ErreursOrientation.Introuvable;
            }

            // Sent on only once it has come back.
            var derniere = await db.Set<Orientation>().AsNoTracking().Where(o => o.Besoin == id).OrderByDescending(o => o.Rang).FirstOrDefaultAsync(annulation);
            return derniere is { Revenue: false } ? ErreursOrientation.DejaEnCours : garde;
        }

        if (demande.Decision is not { } decision || decision.Maintenant.FirstOrDefault(p => p.Besoin == demande.Code) is not { } envoyee)
        {
            return ErreursOrientation.RienDit;
        }

        var reference = ReferenceDOrientation.Nouvelle();
        var premier = Nouveau(envoyee, null);
        db.Add(premier);
        // What the table proposes beside, and what comes after: kept, so that the urgent need never cancels the others, nor the reverse.
        db.AddRange(decision.Maintenant.Where(p => p.Besoin != envoyee.Besoin).Select(p => Nouveau(p, null)));
        db.AddRange(decision.Apres.Select(p => Nouveau(p, premier.Id)));
        return premier;

        BesoinExprime Nouveau(Proposition p, Guid? apres) => new()
        {
            Id = Identifiants.Nouveau(horloge),
            Auteur = auteur,
            Organisation = organisation,
            Reference = reference,
            Code = p.Besoin,
            Ligne = decision.Ligne.Numero,
            Urgent = apres is null && decision.Ligne.Urgente,
            Avant = apres is null && p.Sous is { } sous ? horloge.GetUtcNow() + sous : null,
            Apres = apres,
            Commune = demande.Commune,
            CreeLe = horloge.GetUtcNow(),
        };
    }

    private async Task<Resultat<Orientation>> FaireAsync(DemandeDOrientation demande, BesoinExprime besoin, int rang, Guid organisation, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var connu = BesoinsDOrientation.De(besoin.Code)!;
        var (vu, metier, lieu, structure, destinataire) = (default(ReceveurVu)!, default(Metier), default(string), default(string), default(Guid?));
        if (demande.Lieu is { Length: > 0 })
        {
            await ReceveursPossibles.VerrouillerAsync(db, demande.Lieu, annulation);
            var (trouve, receveur, vuMaintenant) = await receveurs.VoirAsync(besoin.Code, demande.Lieu, organisation, annulation);
            vu = vuMaintenant;
            if (trouve is null)
            {
                return ErreursOrientation.ReceveurFerme;
            }

            (metier, lieu, destinataire) = (ReceveursPossibles.MetierDe(connu, trouve, receveur), trouve.Lieu.Id, receveur?.Organisation);
        }
        else if (demande.Metier is { } demandee)
        {
            if (TextesCourts.Lire(demande.Structure, Orientation.StructureMax) is not { } nom || Kernel.Texte.ReperageDeSecrets.Reperer(nom).Count > 0)
            {
                return ErreursOrientation.Structure;
            }

            (metier, structure) = (demandee, nom);
            vu = new ReceveurVu(Existe: true, Competent: BesoinsDOrientation.Repond(demandee, besoin.Code), Suspendu: false, Libres: null);
        }
        else
        {
            return ErreursOrientation.ReceveurManque;
        }

        var orientation = new Orientation
        {
            Id = demande.Id,
            Besoin = besoin.Id,
            Code = besoin.Code,
            Reference = besoin.Reference,
            Auteur = besoin.Auteur,
            Organisation = organisation,
            Client = demande.Client,
            Rang = rang,
            Lieu = lieu,
            Structure = structure,
            Metier = metier,
            Destinataire = destinataire,
            MemeStructure = vu.MemeStructure,
            Urgent = besoin.Urgent,
            Langue = demande.Langue,
            Interprete = demande.Interprete,
            Amenagements = [.. demande.Amenagements.Distinct(StringComparer.Ordinal)],
            Disponibilites = [.. demande.Disponibilites.Distinct(StringComparer.Ordinal)],
            Candidats = [.. demande.Candidats.Where(c => c != lieu).Take(CandidatsMax)],
            ProposeeLe = maintenant,
            EtatDepuis = maintenant,
        };
        var precisee = orientation.Preciser(demande.Precision, demande.PasUnTelephone);
        if (!precisee.Reussi)
        {
            return precisee.Erreur!;
        }

        var acceptee = orientation.Accepter(demande.Accords, demande.Parties, demande.RetourConsenti, maintenant);
        if (!acceptee.Reussi)
        {
            return acceptee.Erreur!;
        }

        var envoyee = orientation.Envoyer(vu, maintenant);
        return envoyee.Reussi ? orientation : envoyee.Erreur!;
    }

    private Erreur Annuler(Erreur erreur)
    {
        db.ChangeTracker.Clear();
        return erreur;
    }
}
