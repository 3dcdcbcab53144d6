using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Kernel.Journal;

/// <summary>Gathers the entries of one save and writes them at the end of its transaction, chain by chain in a fixed order so that two transactions never wait for each other in a circle.</summary>
internal sealed class EcritureJournal(ContexteEcriture contexte)
{
    /// <summary>Chains per day. One alone would make all writers queue.</summary>
    public const int Chaines = 16;

    // Words, not numbers: an entry is read years after the list of states has changed.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    private readonly List<EntreeJournal> _entrees = [];

    public bool Vide => _entrees.Count == 0;

    public void Ajouter(EntreeJournal entree) => _entrees.Add(entree);

    public void Vider() => _entrees.Clear();

    public static int Chaine(string entiteId) => SHA256.HashData(Encoding.UTF8.GetBytes(entiteId))[0] % Chaines;

    /// <summary>One entry per changed entity that asks for it.</summary>
    public void Relever(ChangeTracker suivi)
    {
        foreach (var entree in suivi.Entries().Where(e => e.Entity is IJournalisee && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var entite = (IJournalisee)entree.Entity;
            var (avant, apres, personnel) = (new SortedDictionary<string, object?>(StringComparer.Ordinal), new SortedDictionary<string, object?>(StringComparer.Ordinal), new SortedDictionary<string, object?>(StringComparer.Ordinal));
            foreach (var p in entree.Properties)
            {
                if (entree.State == EntityState.Modified && !p.IsModified)
                {
                    continue;
                }

                var info = p.Metadata.PropertyInfo;
                var nom = p.Metadata.GetColumnName();
                if (info?.GetCustomAttribute<PersonnelAttribute>() is not null)
                {
                    personnel[nom] = new[] { entree.State == EntityState.Added ? null : p.OriginalValue, entree.State == EntityState.Deleted ? null : p.CurrentValue };
                    continue;
                }

                var cache = info?.GetCustomAttribute<HorsJournalAttribute>() is not null;
                if (entree.State != EntityState.Added)
                {
                    avant[nom] = cache ? "…" : p.OriginalValue;
                }

                if (entree.State != EntityState.Deleted)
                {
                    apres[nom] = cache ? "…" : p.CurrentValue;
                }
            }

            if (personnel.Count > 0 && entite.PersonneConcernee is null)
            {
                throw new InvalidOperationException($"{entree.Metadata.ClrType} holds personal values but doesn't say whom they are about: implement PersonneConcernee.");
            }

            _entrees.Add(new EntreeJournal(
                entree.State switch { EntityState.Added => "creation", EntityState.Deleted => "suppression", _ => "modification" },
                $"{entree.Metadata.GetSchema()}.{entree.Metadata.ClrType.Name}",
                entite.IdJournal,
                avant.Count > 0 ? JsonSerializer.Serialize(avant, Json) : null,
                apres.Count > 0 ? JsonSerializer.Serialize(apres, Json) : null,
                personnel.Count > 0 ? entite.PersonneConcernee : null,
                personnel.Count > 0 ? JsonSerializer.Serialize(personnel, Json) : null));
        }
    }

    public async Task EcrireAsync(FaireAvecDb db, CancellationToken annulation)
    {
        if (Vide)
        {
            return;
        }

        var connexion = (NpgsqlConnection)db.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var horloge = db.GetService<TimeProvider>();
        // The row of a person's key is locked too: people first, in their order, then chains in theirs.
        var cles = new Dictionary<Guid, byte[]>();
        foreach (var personne in _entrees.Where(e => e.Personnel is not null && e.Personne is not null).Select(e => e.Personne!.Value).Distinct().Order())
        {
            cles[personne] = await ClePersonne.LireOuCreerAsync(connexion, transaction, personne, db.GetService<Lazy<Securite.CleOperateur>>().Value, horloge, annulation);
        }

        await using var lot = new NpgsqlBatch(connexion, transaction);
        foreach (var (entree, chaine) in _entrees.Select(e => (e, Chaine(e.EntiteId))).OrderBy(e => e.Item2))
        {
            var chiffre = entree is { Personnel: { } clair, Personne: { } personne } ? ClePersonne.Chiffrer(cles[personne], clair) : null;
            lot.BatchCommands.Add(new NpgsqlBatchCommand("SELECT noyau.journaliser($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)")
            {
                Parameters =
                {
                    new() { Value = Temps.Identifiants.Nouveau(horloge) },
                    new() { Value = horloge.GetUtcNow().UtcDateTime },
                    new() { Value = (short)chaine },
                    new() { Value = contexte.Acteur },
                    new() { Value = contexte.Processus },
                    Texte(contexte.Motif),
                    new() { Value = entree.Action },
                    new() { Value = entree.Entite },
                    new() { Value = entree.EntiteId },
                    Texte(entree.Avant),
                    Texte(entree.Apres),
                    new() { Value = (object?)entree.Personne ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                    new() { Value = (object?)chiffre ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
                },
            });
        }

        await lot.ExecuteNonQueryAsync(annulation);
    }

    private static NpgsqlParameter Texte(string? texte) => new() { Value = (object?)texte ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
