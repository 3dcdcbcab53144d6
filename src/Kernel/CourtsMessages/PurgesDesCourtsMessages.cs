using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>What was noted of short messages, and the ids of what the gateway told.</summary>
internal sealed class PurgeDesCourtsMessages(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "noyau.courts_messages";

    public string CeQuiPart => "Ce qui était noté des SMS envoyés : leur sorte, leur jour, s’ils sont arrivés";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return await db.Database.ExecuteSqlAsync($"DELETE FROM noyau.courts_messages WHERE instant < {limite}", annulation)
            + await db.Database.ExecuteSqlAsync($"DELETE FROM noyau.retours_de_courts_messages WHERE recu_le < {limite}", annulation);
    }
}

/// <summary>Numbers that said stop long ago: most have changed hands since.</summary>
internal sealed class PurgeDesDesinscriptions(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public string Nom => "noyau.desinscriptions";

    public string CeQuiPart => "Les numéros qui ne veulent plus de SMS, trois ans après leur demande";

    public Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        return db.Database.ExecuteSqlAsync($"DELETE FROM noyau.desinscriptions WHERE depuis < {limite}", annulation);
    }
}
