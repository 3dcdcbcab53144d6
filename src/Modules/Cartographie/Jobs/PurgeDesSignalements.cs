using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Jobs;

/// <summary>Erases the old reports, and the key of their words in the journal. The page of privacy promises it.</summary>
internal sealed class PurgeDesSignalements(FaireAvecDb db, IDureesDeConservation durees) : IPurge
{
    public const string NomDeLaPurge = "cartographie.signalements";

    public string Nom => NomDeLaPurge;

    public string CeQuiPart => "Les signalements sur les lieux : leurs mots, l’adresse électronique donnée, et leur clé dans le journal.";

    public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
    {
        var limite = durees.Limite(Nom, maintenant);
        // Not composed by EF: a statement that erases stands alone.
        var effaces = await db.Database.SqlQuery<int>($"""
            WITH effaces AS (DELETE FROM cartographie.signalements WHERE recu_le < {limite} RETURNING id)
            SELECT count(noyau.oublier_personne(id))::int AS "Value" FROM effaces
            """).ToListAsync(annulation);
        return effaces[0];
    }
}
