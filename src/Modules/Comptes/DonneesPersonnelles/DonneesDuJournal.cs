using System.Text.Json;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using static FaireAvec.Comptes.DonneesPersonnelles.DonneesDuCompte;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>
/// What the journal says of a person, decrypted with their key, and what they wrote themselves. Erasing takes no line away: the key is destroyed by
/// <see cref="EffacementDePersonne"/>, and these lines are then read by nobody.
/// </summary>
internal sealed class DonneesDuJournal(FaireAvecDb db, LecturePersonnelle lecture) : IDonneesDePersonne
{
    /// <summary>Lines given at most of each kind; the count is told.</summary>
    public const int Max = 5000;

    public string Nom => "comptes.journal";

    public IReadOnlyList<string> Entites => [];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var cle = (await db.Database.SqlQuery<byte[]>($"SELECT coalesce(noyau.ma_cle(), ''::bytea) AS \"Value\"").ToListAsync(annulation))[0];
        var (identifiant, max) = (personne.ToString(), Max);
        var surElle = await db.Database.SqlQuery<Ligne>($"""
            SELECT instant AS "Instant", action AS "Action", entite AS "Entite", processus AS "Processus", motif AS "Motif", acteur AS "Acteur", chiffre AS "Chiffre" FROM noyau.journal
            WHERE personne = {personne} ORDER BY instant DESC LIMIT {max}
            """).ToListAsync(annulation);
        var dElle = await db.Database.SqlQuery<Ligne>($"""
            SELECT instant AS "Instant", action AS "Action", entite AS "Entite", processus AS "Processus", motif AS "Motif", acteur AS "Acteur", NULL::bytea AS "Chiffre" FROM noyau.journal
            WHERE acteur = {identifiant} AND length(acteur) = 36 ORDER BY instant DESC LIMIT {max}
            """).ToListAsync(annulation);
        return
        [
            Lot("journal_sur_vous", "journal", [.. surElle.Select(l => (IReadOnlyList<Donnee>)
            [
                D("instant", l.Instant), D("action", MotsDonneesPersonnelles.Action(l.Action)), D("entite", l.Entite), D("par_vous", l.Acteur == identifiant), D("motif", l.Motif), D("contenu", Ouvrir(cle, l)),
            ])]),
            Lot("journal_de_vous", "journal", [.. dElle.Select(l => (IReadOnlyList<Donnee>)
            [
                D("instant", l.Instant), D("action", MotsDonneesPersonnelles.Action(l.Action)), D("entite", l.Entite), D("processus", l.Processus), D("motif", l.Motif),
            ])]),
        ];
    }

    public Task<int> EffacerAsync(Guid personne, CancellationToken annulation) => Task.FromResult(0);

    /// <summary>« nom : Exemple → Essai »: what changed, in words.</summary>
    private string? Ouvrir(byte[] cle, Ligne ligne)
    {
        if (ligne.Chiffre is null || cle.Length == 0 || lecture.Dechiffrer(cle, ligne.Chiffre) is not { } clair)
        {
            return null;
        }

        using var document = JsonDocument.Parse(clair);
        return string.Join(" ; ", document.RootElement.EnumerateObject().Select(p =>
        {
            var (avant, apres) = (p.Value[0].ToString(), p.Value[1].ToString());
            return avant.Length == 0 ? $"{p.Name}\u00a0: {apres}" : $"{p.Name}\u00a0: {avant} → {(apres.Length == 0 ? "(effacé)" : apres)}";
        }));
    }

    private sealed class Ligne
    {
        public required DateTimeOffset Instant { get; init; }
        public required string Action { get; init; }
        public required string Entite { get; init; }
        public required string Processus { get; init; }
        public string? Motif { get; init; }
        public required string Acteur { get; init; }
        public byte[]? Chiffre { get; init; }
    }
}
