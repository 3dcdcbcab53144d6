using System.Text.Json;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Temps;
using Npgsql;
using NpgsqlTypes;

namespace FaireAvec.Kernel.Donnees;

/// <summary>
/// One write in one round trip, for the few whose rate matters: a function of the module's schema writes the row, its journal and its event in one
/// transaction, with the rights of who asks, which end with it. Everything else goes through <see cref="FaireAvecDb"/>, which does the same in several.
/// </summary>
public sealed class EcritureDirecte
{
    private const string Reglages = "SELECT set_config('app.compte', $1, true), set_config('app.organisation', $2, true), set_config('app.role', $3, true), set_config('app.departements', $4, true), set_config('app.equipes', $5, true)";

    private readonly Base _donnees;
    private readonly RegistreEvenements _registre;
    private readonly ContexteEcriture _ecriture;
    private readonly ContexteAcces _acces;
    private readonly TimeProvider _horloge;

    internal EcritureDirecte(Base donnees, RegistreEvenements registre, ContexteEcriture ecriture, ContexteAcces acces, TimeProvider horloge) =>
        (_donnees, _registre, _ecriture, _acces, _horloge) = (donnees, registre, ecriture, acces, horloge);

    /// <summary>
    /// Calls the function: <paramref name="parametres"/> first, then the journal (id, instant, chain, who, from where, what was written) and the event (id, name,
    /// content, handlers), in this order. Returns what the function returns.
    /// </summary>
    /// <param name="fonction">Its qualified name, from the code.</param>
    /// <param name="parametres">The function's own parameters.</param>
    /// <param name="entiteId">Id of what is written: it chooses the chain of the journal.</param>
    /// <param name="apres">What the journal keeps, in JSON.</param>
    /// <param name="evenement">Told to the other modules.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<object?> AppelerAsync(string fonction, IReadOnlyList<NpgsqlParameter> parametres, string entiteId, string apres, IEvenement evenement, CancellationToken annulation)
    {
        var nom = RegistreEvenements.Nom(evenement.GetType());
        var commande = new NpgsqlBatchCommand($"SELECT {fonction}({string.Join(',', Enumerable.Range(1, parametres.Count + 10).Select(i => $"${i}"))})");
        foreach (var p in parametres)
        {
            commande.Parameters.Add(p);
        }

        commande.Parameters.Add(new() { Value = Identifiants.Nouveau(_horloge) });
        commande.Parameters.Add(new() { Value = _horloge.GetUtcNow().UtcDateTime });
        commande.Parameters.Add(new() { Value = (short)EcritureJournal.Chaine(entiteId) });
        commande.Parameters.Add(new() { Value = _ecriture.Acteur });
        commande.Parameters.Add(new() { Value = _ecriture.Processus });
        commande.Parameters.Add(new() { Value = apres });
        commande.Parameters.Add(new() { Value = Identifiants.Nouveau(_horloge) });
        commande.Parameters.Add(new() { Value = nom });
        commande.Parameters.Add(new() { Value = JsonSerializer.Serialize(evenement, evenement.GetType()), NpgsqlDbType = NpgsqlDbType.Jsonb });
        commande.Parameters.Add(new() { Value = _registre.Gestionnaires(nom).ToArray() });

        await using var connexion = await _donnees.Directe.OpenConnectionAsync(annulation);
        await using var lot = new NpgsqlBatch(connexion);
        lot.BatchCommands.Add(new NpgsqlBatchCommand(Reglages)
        {
            Parameters = { new() { Value = _acces.Compte ?? "" }, new() { Value = _acces.Organisation ?? "" }, new() { Value = _acces.Role ?? "" }, new() { Value = _acces.Departements ?? "" }, new() { Value = _acces.Equipes ?? "" } },
        });
        lot.BatchCommands.Add(commande);
        await lot.PrepareAsync(annulation);
        await using var lecteur = await lot.ExecuteReaderAsync(annulation);
        await lecteur.NextResultAsync(annulation);
        return await lecteur.ReadAsync(annulation) ? lecteur.GetValue(0) : null;
    }
}
