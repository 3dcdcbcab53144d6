using System.Text.Json;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>What happened to an act, as the journal tells it: who, when, what changed, why. For whoever may read the act.</summary>
internal sealed class HistoireDActivite(FaireAvecDb db, INomsDesComptes noms)
{
    private const int Max = 50;

    public async Task<IReadOnlyList<string>> LireAsync(Guid activite, CancellationToken annulation)
    {
        var id = activite.ToString();
        var entrees = await db.Database.SqlQuery<Entree>($"""
            SELECT instant, acteur, action, motif, avant, apres FROM noyau.journal
            WHERE entite = 'accompagnement.Activite' AND entite_id = {id} ORDER BY instant DESC LIMIT {Max}
            """).ToListAsync(annulation);
        var lignes = new List<string>();
        foreach (var e in entrees)
        {
            var qui = await noms.NomAsync(e.Acteur, annulation) ?? MotsActivites.T("Histoire.Plateforme");
            var quoi = MotsActivites.T($"Histoire.{Geste(e)}");
            lignes.Add(e.Motif is { } motif ? MotsActivites.T("Histoire.LigneMotif", MotsActivites.Instant(e.Instant), quoi, qui, motif) : MotsActivites.T("Histoire.Ligne", MotsActivites.Instant(e.Instant), quoi, qui));
        }

        return lignes;
    }

    private static string Geste(Entree e)
    {
        if (e.Action == "creation")
        {
            return "creation";
        }

        using var apres = JsonDocument.Parse(e.Apres ?? "{}");
        return !apres.RootElement.TryGetProperty("supprimee_le", out var supprimee) ? "correction" : supprimee.ValueKind == JsonValueKind.Null ? "retablissement" : "suppression";
    }

    private sealed record Entree(DateTimeOffset Instant, string Acteur, string Action, string? Motif, string? Avant, string? Apres);
}
