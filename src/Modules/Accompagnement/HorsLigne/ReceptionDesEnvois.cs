using System.Text.Json.Nodes;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>
/// Receives what a device did without network: in the order of the device, each thing in a scope and a transaction of its own, its receipt after it. What was
/// received before is answered as it was; what can't be written is kept for its author; nothing stops what follows.
/// </summary>
internal sealed class ReceptionDesEnvois(
    FaireAvecDb db, IServiceScopeFactory portees, ClesDesEnvois cles, ContexteEcriture ecriture, ContexteAcces acces, Demandeur demandeur, ILogger<ReceptionDesEnvois> journal, TimeProvider horloge)
{
    public async Task<IReadOnlyList<SortDEnvoi>> RecevoirAsync(Appareil appareil, IReadOnlyList<EnvoiRecu> envois, CancellationToken annulation)
    {
        // One batch of a device at a time: two tabs, or a batch sent again while the first is still written, take turns. The lock is the connection's, since
        // each thing has its own transaction.
        await db.Database.OpenConnectionAsync(annulation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(hashtextextended({$"appareil:{appareil.Id}"}, 6))", annulation);
        try
        {
            var (ici, ids) = (appareil.Id, envois.SelectMany(e => (e.Apres ?? []).Append(e.Id)).Distinct().ToList());
            var recus = await db.Set<Envoi>().AsNoTracking().Where(e => e.Appareil == ici && ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, annulation);
            var sorts = new List<SortDEnvoi>(envois.Count);
            foreach (var envoi in envois.OrderBy(e => e.Numero))
            {
                sorts.Add(await UnAsync(appareil, envoi, recus, annulation));
            }

            return sorts;
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock(hashtextextended({$"appareil:{appareil.Id}"}, 6))", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What its author still has to look at, the oldest first.</summary>
    public async Task<IReadOnlyList<SortDEnvoi>> ARevoirAsync(Guid appareil, CancellationToken annulation) =>
        [.. (await db.Set<Envoi>().AsNoTracking().Where(e => e.Appareil == appareil && (e.Etat == EtatDEnvoi.Refuse || e.Etat == EtatDEnvoi.Conflit)).OrderBy(e => e.Numero).Take(Envoi.EnAttenteMax).ToListAsync(annulation)).Select(e => Deja(e))];

    private async Task<SortDEnvoi> UnAsync(Appareil appareil, EnvoiRecu envoi, Dictionary<Guid, Envoi> recus, CancellationToken annulation)
    {
        if (envoi.Corps is not { } corps || envoi.Id == Guid.Empty)
        {
            return new(envoi.Id, EtatsDEnvoi.Code(EtatDEnvoi.Refuse), false, ErreursHorsLigne.EnvoiIllisible.Code, ErreursHorsLigne.EnvoiIllisible.Message);
        }

        if (corps.Length > Envoi.CorpsMax)
        {
            return new(envoi.Id, EtatsDEnvoi.Code(EtatDEnvoi.Refuse), false, ErreursHorsLigne.TropLong.Code, ErreursHorsLigne.TropLong.Message);
        }

        var empreinte = Envoi.Hacher(envoi.Genre ?? "", envoi.Version, corps);
        if (recus.TryGetValue(envoi.Id, out var deja))
        {
            return deja.Empreinte.AsSpan().SequenceEqual(empreinte) ? Deja(deja) : new(envoi.Id, EtatsDEnvoi.Code(EtatDEnvoi.Refuse), true, ErreursHorsLigne.DejaRecu.Code, ErreursHorsLigne.DejaRecu.Message);
        }

        if (LectureDEnvoi.Genre(envoi.Genre) is not { } genre)
        {
            return Attend(envoi.Id, ErreursHorsLigne.GenreInconnu);
        }

        if (envoi.Apres?.Any(a => !recus.ContainsKey(a)) == true)
        {
            return Attend(envoi.Id, ErreursHorsLigne.Attend);
        }

        var lu = LectureDEnvoi.Mettre(genre, envoi.Version, corps);
        if (!lu.Reussi && lu.Erreur!.Code == ErreursHorsLigne.VersionFuture.Code)
        {
            return Attend(envoi.Id, lu.Erreur);
        }

        var resultat = lu.Reussi ? await EcrireAsync(appareil, genre, envoi.Numero, lu.Valeur, annulation) : ResultatDEnvoi.Refuse(lu.Erreur);
        if (resultat.Etat is not { } etat)
        {
            return Attend(envoi.Id, resultat.Erreur!);
        }

        var recu = new Envoi
        {
            Appareil = appareil.Id,
            Id = envoi.Id,
            Compte = appareil.Compte,
            Organisation = appareil.Organisation,
            Numero = envoi.Numero,
            Genre = genre,
            Sujet = resultat.Sujet,
            Empreinte = empreinte,
            FaitLe = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(envoi.FaitLe, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())),
            RecuLe = horloge.GetUtcNow(),
            Etat = etat,
            Code = resultat.Erreur?.Code,
            Phrase = resultat.Erreur?.Message is { } phrase ? phrase[..Math.Min(phrase.Length, Envoi.PhraseMax)] : null,
            Corps = EtatsDEnvoi.ARevoir(etat) ? cles.Fermer(appareil.Id, envoi.Id, AGarder(corps, lu)) : null,
        };
        db.Add(recu);
        await db.SaveChangesAsync(annulation);
        db.ChangeTracker.Clear();
        recus[recu.Id] = recu;
        return Sort(recu, deja: false);
    }

    private async Task<ResultatDEnvoi> EcrireAsync(Appareil appareil, GenreDEnvoi genre, long numero, JsonObject corps, CancellationToken annulation)
    {
        // A scope apart: what a refusal leaves in a context never goes out with what follows.
        await using var portee = portees.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var (ici, la) = (services.GetRequiredService<ContexteEcriture>(), services.GetRequiredService<ContexteAcces>());
        (ici.Acteur, ici.Processus) = (ecriture.Acteur, ecriture.Processus);
        (la.Compte, la.Organisation, la.Role, la.Departements, la.Equipes) = (acces.Compte, acces.Organisation, acces.Role, acces.Departements, acces.Equipes);
        services.GetRequiredService<Demandeur>().Identite = demandeur.Identite;
        try
        {
            // One connection for all its reads: each opening sets who asks again.
            await services.GetRequiredService<FaireAvecDb>().Database.OpenConnectionAsync(annulation);
            return await services.GetRequiredService<EcritureDesEnvois>().EcrireAsync(appareil, genre, numero, corps, annulation);
        }
        catch (Exception e) when (e is not OperationCanceledException && !(e is NpgsqlException { IsTransient: true } or TimeoutException || e.InnerException is NpgsqlException { IsTransient: true }))
        {
            // A fault of ours: it must not hold back what comes after it, nor be lost.
            journal.LogError(e, "Something sent by a device, of kind {Genre}, can't be written", genre);
            return ResultatDEnvoi.Refuse(ErreursHorsLigne.EnvoiIllisible);
        }
    }

    // In the version of today when it could be read, so that it opens in the form as long as it is kept. Whatever it was refused for, a secret isn't kept with it.
    private static string AGarder(string corps, Resultat<JsonObject> lu) =>
        lu.Reussi ? LectureDEnvoi.SansSecret(lu.Valeur).ToJsonString(Data.EnJson.Options) : LectureDEnvoi.SansSecret(corps);

    private static SortDEnvoi Attend(Guid id, Erreur erreur) => new(id, SortDEnvoi.Attend, false, erreur.Code, erreur.Message);

    private static SortDEnvoi Deja(Envoi e) => Sort(e, deja: true);

    private static SortDEnvoi Sort(Envoi e, bool deja) => new(e.Id, EtatsDEnvoi.Code(e.Etat), deja, e.Code, e.Phrase);
}
