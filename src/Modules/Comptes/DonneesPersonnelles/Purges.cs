using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>Erases the person of the accounts that closed long ago.</summary>
internal sealed class PurgeDesComptes(FaireAvecDb db, IDureesDeConservation durees, EffacementDePersonne effacement) : IPurge
{
    public string Nom => "comptes.comptes";

    public string CeQuiPart => "Le nom, l’adresse et le téléphone des comptes clos ; la clé qui ouvrait ce que le journal dit de ces personnes.";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        var effaces = 0;
        foreach (var compte in await db.Set<Compte>().Where(c => c.Etat == EtatDeCompte.Clos && c.EtatDepuis < limite).Select(c => c.Id).ToListAsync(annulation))
        {
            effaces += (await effacement.EffacerAsync(compte, null, $"tache:{Nom}", null, annulation)).Reussi ? 1 : 0;
        }

        return effaces;
    }
}

/// <summary>Erases the sessions that ended long ago.</summary>
internal sealed class PurgeDesSessions(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "comptes.sessions";

    public string CeQuiPart => "Les connexions terminées : heures, moyen, navigateur.";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Session>().Where(s => (s.FermeeLe ?? s.FinAuPlusTard) < limite).ExecuteDeleteAsync(annulation);
    }
}

/// <summary>Erases the old lines of the access log.</summary>
internal sealed class PurgeDesConsultations(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "comptes.consultations";

    public string CeQuiPart => "Qui a regardé les données de qui.";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Consultation>().Where(c => c.Instant < limite).ExecuteDeleteAsync(annulation);
    }
}

/// <summary>Erases the requests answered long ago, and the proofs of erasure as old.</summary>
internal sealed class PurgeDesDemandes(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "comptes.demandes";

    public string CeQuiPart => "Les demandes terminées et leurs réponses ; les preuves d’effacement.";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return await db.Set<DemandeDeDroits>().Where(d => d.FinieLe < limite).ExecuteDeleteAsync(annulation)
            + await db.Set<Effacement>().Where(e => e.FaitLe < limite).ExecuteDeleteAsync(annulation);
    }
}

/// <summary>Erases the consents taken back long ago.</summary>
internal sealed class PurgeDesAccords(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "comptes.accords";

    public string CeQuiPart => "Les accords retirés.";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<Accord>().Where(a => a.RetireLe < limite).ExecuteDeleteAsync(annulation);
    }
}

/// <summary>Erases the codes for the support that are over.</summary>
internal sealed class PurgeDesCodesDAssistance(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "comptes.assistance";

    public string CeQuiPart => "Les codes d’assistance périmés.";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Set<CodeDAssistance>().Where(c => c.ExpireLe < limite).ExecuteDeleteAsync(annulation);
    }
}

/// <summary>Erases the invitations that nobody accepted, and the key that opened what the journal says of them.</summary>
internal sealed class PurgeDesInvitations(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "comptes.invitations";

    public string CeQuiPart => "L’adresse et le nom des personnes invitées qui n’ont pas répondu.";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        var effacees = await db.Database.SqlQuery<int>($"SELECT comptes.purger_les_invitations({limite}) AS \"Value\"").ToListAsync(annulation);
        return effacees[0];
    }
}
