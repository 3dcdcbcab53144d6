using System.Text.Json;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Kernel.Evenements;

/// <summary>Writes events in the transaction of the change: one row for the event, one per handler that is to receive it.</summary>
internal static class BoiteSortante
{
    public static async Task EcrireAsync(FaireAvecDb db, IReadOnlyList<IEvenement> evenements, ContexteEcriture ecriture, CancellationToken annulation)
    {
        if (evenements.Count == 0)
        {
            return;
        }

        var horloge = db.GetService<TimeProvider>();
        var registre = db.GetService<RegistreEvenements>();
        var connexion = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var lot = new NpgsqlBatch(connexion, (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var evenement in evenements)
        {
            var nom = RegistreEvenements.Nom(evenement.GetType());
            lot.BatchCommands.Add(new NpgsqlBatchCommand("""
                WITH e AS (
                    INSERT INTO noyau.evenements (id, nom, charge, instant, processus) VALUES ($1, $2, $3, $4, $5) RETURNING id)
                INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai) SELECT e.id, g, $4 FROM e, unnest($6) g
                """)
            {
                Parameters =
                {
                    new() { Value = Identifiants.Nouveau(horloge) },
                    new() { Value = nom },
                    new() { Value = JsonSerializer.Serialize(evenement, evenement.GetType()), NpgsqlDbType = NpgsqlDbType.Jsonb },
                    new() { Value = horloge.GetUtcNow().UtcDateTime },
                    new() { Value = ecriture.Processus },
                    new() { Value = registre.Gestionnaires(nom).ToArray() },
                },
            });
        }

        lot.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_notify('faireavec_evenements', '')"));
        await lot.ExecuteNonQueryAsync(annulation);
    }
}
