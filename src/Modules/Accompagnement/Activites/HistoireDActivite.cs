using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>What happened to an act, as the journal tells it: who, when, what changed, why. For whoever may read the act.</summary>
internal sealed class HistoireDActivite(FaireAvecDb db, INomsDesComptes noms, INomsDesLieux lieux, ITerritoires territoires)
{
    private const int Max = 50;

    // The note is written in the same transaction as its act, under a name of its own.
    private const string Acte = "accompagnement.Activite";
    private const string Note = "accompagnement.NoteDActivite";

    // Two entries of one transaction, each with its own instant.
    private static readonly TimeSpan MemeGeste = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<LigneDHistoire>> LireAsync(Activite activite, EtiquettesConnues etiquettes, CancellationToken annulation)
    {
        var id = activite.Id.ToString();
        var entrees = await db.Database.SqlQuery<Entree>($"""
            SELECT instant, entite, acteur, action, motif, avant, apres FROM noyau.journal
            WHERE entite IN ({Acte}, {Note}) AND entite_id = {id} ORDER BY instant DESC, rang DESC LIMIT {Max}
            """).ToListAsync(annulation);
        var changements = new ChangementsDActivite(l => lieux.Trouver(l)?.Nom, c => territoires.Commune(c)?.Nom, ids => etiquettes.Noms(ids));
        var notes = entrees.FindAll(e => e.Entite == Note);
        var lignes = new List<LigneDHistoire>();
        foreach (var e in entrees.Where(e => e.Entite == Acte))
        {
            var qui = await noms.NomAsync(e.Acteur, annulation) ?? MotsActivites.T("Histoire.Plateforme");
            var geste = Geste(e);
            var quoi = MotsActivites.T($"Histoire.{geste}");
            var texte = e.Motif is { } motif ? MotsActivites.T("Histoire.LigneMotif", MotsActivites.Instant(e.Instant), quoi, qui, motif) : MotsActivites.T("Histoire.Ligne", MotsActivites.Instant(e.Instant), quoi, qui);
            lignes.Add(new LigneDHistoire(texte, geste != "correction" ? [] :
            [
                .. changements.Lire(activite.Type, e.Avant, e.Apres),
                // What a note said stays with the note: the journal doesn't have it.
                .. notes.Exists(n => n.Acteur == e.Acteur && (n.Instant - e.Instant).Duration() < MemeGeste) ? (string[])[MotsActivites.T("Histoire.Notes")] : [],
            ]));
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

    private sealed record Entree(DateTimeOffset Instant, string Entite, string Acteur, string Action, string? Motif, string? Avant, string? Apres);
}

/// <param name="Texte">Who did what, when, and why.</param>
/// <param name="Changements">The fields that changed, before and after.</param>
internal sealed record LigneDHistoire(string Texte, IReadOnlyList<string> Changements);
