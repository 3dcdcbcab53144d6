using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Journal;

/// <summary>One entry of the journal, its personal part still closed.</summary>
internal sealed record EntreeLue(Guid Id, DateTimeOffset Instant, string Acteur, string Processus, string? Motif, string Action, string Entite, string Chose, string? Avant, string? Apres, Guid? Personne, byte[]? Chiffre)
{
    /// <summary>Their name, when the actor is an account or a client.</summary>
    public string? NomDeLActeur { get; init; }

    /// <summary>True when it says something of a person that whoever has the right may read, for a reason: never of a person helped.</summary>
    public bool Lisible(IEnumerable<IDonneesDePersonne> donnees) => Personne is not null && !donnees.Any(d => d.EntitesFermees.Contains(Entite, StringComparer.Ordinal));

    public static async Task<EntreeLue?> LireAsync(FaireAvecDb db, INomsDesComptes noms, Guid id, CancellationToken annulation)
    {
        var lues = await db.Database.SqlQuery<Ligne>($"SELECT id, instant, acteur, processus, motif, action, entite, entite_id AS chose, avant, apres, personne, chiffre FROM noyau.journal WHERE id = {id}").ToListAsync(annulation);
        return lues is [var l] ? new EntreeLue(l.Id, l.Instant, l.Acteur, l.Processus, l.Motif, l.Action, l.Entite, l.Chose, l.Avant, l.Apres, l.Personne, l.Chiffre) { NomDeLActeur = await noms.NomAsync(l.Acteur, annulation) } : null;
    }

    private sealed record Ligne(Guid Id, DateTimeOffset Instant, string Acteur, string Processus, string? Motif, string Action, string Entite, string Chose, string? Avant, string? Apres, Guid? Personne, byte[]? Chiffre);
}
