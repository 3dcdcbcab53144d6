using System.Diagnostics;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using Npgsql;

namespace FaireAvec.Kernel.Donnees;

/// <summary>What is written together: by one function, with the same rights.</summary>
internal readonly record struct DemandeurDEcritures(string Fonction, string Evenement, string Compte, string Organisation, string Role, string Departements, string Equipes);

/// <summary>One write that waits for its turn, and what will be said of it.</summary>
internal sealed record EcritureEnAttente(Guid Id, string Document, string? Joint, string Acteur, string Processus, string Charge, Activity? Trace)
{
    /// <summary>Answered apart: who waits goes on elsewhere, the group goes on with the next.</summary>
    public TaskCompletionSource<string?> Issue { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Groups the direct writes of one asker by what the machine can take: the first goes at once; those that come while it is on its way wait, and go together in
/// one transaction. Nobody waits for a group to fill, nor for another asker. A transaction costs much the same work whatever it holds, hence the rate (ADR 0018).
/// When a group is refused, each of its writes is tried alone: one that is wrong costs its neighbours time, nothing else.
/// </summary>
internal sealed class EcrituresGroupees(Base donnees, RegistreEvenements registre, TimeProvider horloge)
{
    /// <summary>Writes in one group, at most.</summary>
    public const int TailleMax = 32;

    private const string Reglages = "SELECT set_config('app.compte', $1, true), set_config('app.organisation', $2, true), set_config('app.role', $3, true), set_config('app.departements', $4, true), set_config('app.equipes', $5, true)";

    private readonly Lock _verrou = new();

    /// <summary>What waits behind the group that is on its way, for each asker that has one.</summary>
    private readonly Dictionary<DemandeurDEcritures, LinkedList<EcritureEnAttente>> _files = [];

    /// <summary>Askers that have writes on their way. For tests.</summary>
    internal int Demandeurs
    {
        get
        {
            lock (_verrou)
            {
                return _files.Count;
            }
        }
    }

    public Task<string?> EcrireAsync(DemandeurDEcritures demandeur, EcritureEnAttente ecriture, CancellationToken annulation)
    {
        lock (_verrou)
        {
            if (_files.TryGetValue(demandeur, out var file))
            {
                file.AddLast(ecriture);
            }
            else
            {
                _files[demandeur] = new([ecriture]);
                // The group outlives the request that begins it: nothing of that request goes with it.
                using (ExecutionContext.SuppressFlow())
                {
                    _ = Task.Run(() => ViderAsync(demandeur), CancellationToken.None);
                }
            }
        }

        return ecriture.Issue.Task.WaitAsync(annulation);
    }

    private async Task ViderAsync(DemandeurDEcritures demandeur)
    {
        while (Prendre(demandeur) is { Count: > 0 } groupe)
        {
            await EcrireAsync(demandeur, groupe);
        }
    }

    private List<EcritureEnAttente> Prendre(DemandeurDEcritures demandeur)
    {
        lock (_verrou)
        {
            var (file, groupe, ids) = (_files[demandeur], new List<EcritureEnAttente>(), new HashSet<Guid>());
            for (var e = file.First; e is not null && groupe.Count < TailleMax;)
            {
                var suivante = e.Next;
                // The same twice: the second is answered by what the first has written.
                if (ids.Add(e.Value.Id))
                {
                    groupe.Add(e.Value);
                    file.Remove(e);
                }

                e = suivante;
            }

            if (groupe.Count == 0)
            {
                _files.Remove(demandeur);
            }

            return groupe;
        }
    }

    private async Task EcrireAsync(DemandeurDEcritures demandeur, List<EcritureEnAttente> groupe)
    {
        // Traced under the first that waits.
        Activity.Current = groupe[0].Trace;
        try
        {
            var issues = await AppelerAsync(demandeur, groupe);
            foreach (var (ecriture, issue) in groupe.Zip(issues))
            {
                ecriture.Issue.SetResult(issue);
            }
        }
        catch (PostgresException) when (groupe.Count > 1)
        {
            foreach (var ecriture in groupe)
            {
                await EcrireAsync(demandeur, [ecriture]);
            }
        }
        catch (Exception e)
        {
            // Each who waits says what happened.
            foreach (var ecriture in groupe)
            {
                ecriture.Issue.SetException(e);
            }
        }
    }

    private async Task<string?[]> AppelerAsync(DemandeurDEcritures demandeur, List<EcritureEnAttente> groupe)
    {
        Guid[] Nouveaux() => [.. groupe.Select(_ => Identifiants.Nouveau(horloge))];
        await using var connexion = await donnees.Directe.OpenConnectionAsync();
        await using var lot = new NpgsqlBatch(connexion)
        {
            BatchCommands =
            {
                new(Reglages)
                {
                    Parameters = { new() { Value = demandeur.Compte }, new() { Value = demandeur.Organisation }, new() { Value = demandeur.Role }, new() { Value = demandeur.Departements }, new() { Value = demandeur.Equipes } },
                },
                new($"SELECT {demandeur.Fonction}($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)")
                {
                    Parameters =
                    {
                        new() { Value = groupe.Select(e => e.Id).ToArray() },
                        new() { Value = groupe.Select(e => e.Document).ToArray() },
                        new() { Value = groupe.Select(e => e.Joint).ToArray() },
                        new() { Value = horloge.GetUtcNow().UtcDateTime },
                        // Any chain would do: the first chooses for all.
                        new() { Value = (short)EcritureJournal.Chaine(groupe[0].Id.ToString()) },
                        new() { Value = Nouveaux() },
                        new() { Value = groupe.Select(e => e.Acteur).ToArray() },
                        new() { Value = groupe.Select(e => e.Processus).ToArray() },
                        new() { Value = Nouveaux() },
                        new() { Value = demandeur.Evenement },
                        new() { Value = groupe.Select(e => e.Charge).ToArray() },
                        new() { Value = registre.Gestionnaires(demandeur.Evenement).ToArray() },
                    },
                },
            },
        };
        await lot.PrepareAsync();
        await using var lecteur = await lot.ExecuteReaderAsync();
        await lecteur.NextResultAsync();
        await lecteur.ReadAsync();
        return lecteur.GetFieldValue<string?[]>(0);
    }
}
