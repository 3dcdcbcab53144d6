using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Revue;

/// <summary>What a rollback would do to one place.</summary>
/// <param name="Lieu">The record.</param>
/// <param name="Nom">Its name, now or before.</param>
/// <param name="Effet">"remis", "retire" (the import added it) or "rendu" (the import removed it).</param>
/// <param name="Conflit">True when somebody changed it since: it will be left as it is.</param>
internal sealed record EffetDAnnulation(string Lieu, string Nom, string Effet, bool Conflit);

/// <summary>Says what rolling an import back would do, before it is done. Needs a role that reads the history.</summary>
internal sealed class ApercuDAnnulation(FaireAvecDb db)
{
    /// <summary>The conflicts first, then by name; the rule is the one of <see cref="Sources.AnnulationDImport"/>.</summary>
    public Task<List<EffetDAnnulation>> LireAsync(Guid import, CancellationToken annulation) => db.Database.SqlQuery<EffetDAnnulation>(
        $"""
        SELECT h.lieu, coalesce(h.apres ->> 'nom', h.avant ->> 'nom', h.lieu) AS nom,
            CASE WHEN h.avant IS NULL THEN 'retire' WHEN h.apres IS NULL THEN 'rendu' ELSE 'remis' END AS effet,
            (to_jsonb(l) - 'verifie_le') IS DISTINCT FROM (h.apres - 'verifie_le') AS conflit
        FROM cartographie.historique_lieux h LEFT JOIN cartographie.lieux l ON l.id = h.lieu
        WHERE h.import = {import}
        ORDER BY 4 DESC, 2, 1
        """).ToListAsync(annulation);
}
