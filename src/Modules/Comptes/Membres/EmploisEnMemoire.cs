using System.Collections.Concurrent;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Comptes.Membres;

/// <summary>
/// Reads dated memberships through a reviewed function, and remembers them for half a minute: thousands of acts a second cost few reads. A right is never
/// decided by this: who asks is read again at each request.
/// </summary>
internal sealed class EmploisEnMemoire(Base donnees, TimeProvider horloge) : IEmplois
{
    private static readonly TimeSpan Duree = TimeSpan.FromSeconds(30);

    private const int Max = 50_000;

    private readonly ConcurrentDictionary<(Guid Compte, Guid Organisation), Parcours> _connus = new();

    public ValueTask<Emploi?> LeJourAsync(Guid compte, Guid organisation, DateOnly jour, CancellationToken annulation) =>
        Connu((compte, organisation)) is { } parcours ? ValueTask.FromResult(parcours.Le(jour)) : LireAsync((compte, organisation), jour, annulation);

    public async Task<bool> TravailleAsync(Guid compte, Guid organisation, CancellationToken annulation)
    {
        await using var commande = donnees.Application.CreateCommand("SELECT EXISTS (SELECT 1 FROM comptes.emploi_de($1, $2) e WHERE e.genre = 'role' AND e.debut <= $3 AND (e.fin IS NULL OR e.fin > $3))");
        commande.Parameters.AddWithValue(compte);
        commande.Parameters.AddWithValue(organisation);
        commande.Parameters.AddWithValue(horloge.GetUtcNow().UtcDateTime);
        return (bool)(await commande.ExecuteScalarAsync(annulation))!;
    }

    public Task RetenirAsync(IReadOnlyCollection<(Guid Compte, Guid Organisation)> emplois, CancellationToken annulation)
    {
        var inconnus = emplois.Distinct().Where(e => Connu(e) is null).ToArray();
        return inconnus.Length == 0 ? Task.CompletedTask : LireAsync(inconnus, annulation);
    }

    private Parcours? Connu((Guid Compte, Guid Organisation) emploi) => _connus.TryGetValue(emploi, out var parcours) && horloge.GetUtcNow() - parcours.LuLe < Duree ? parcours : null;

    private async ValueTask<Emploi?> LireAsync((Guid Compte, Guid Organisation) emploi, DateOnly jour, CancellationToken annulation) =>
        (await LireAsync([emploi], annulation))[0].Le(jour);

    private async Task<Parcours[]> LireAsync((Guid Compte, Guid Organisation)[] emplois, CancellationToken annulation)
    {
        var lus = Array.ConvertAll(emplois, e => new Parcours(e.Organisation, [], [], horloge.GetUtcNow()));
        await using (var commande = donnees.Application.CreateCommand("SELECT p.rang, e.genre, e.quoi, e.debut, e.fin FROM unnest($1, $2) WITH ORDINALITY AS p (compte, organisation, rang), LATERAL comptes.emploi_de(p.compte, p.organisation) AS e"))
        {
            commande.Parameters.AddWithValue(Array.ConvertAll(emplois, e => e.Compte));
            commande.Parameters.AddWithValue(Array.ConvertAll(emplois, e => e.Organisation));
            await using var l = await commande.ExecuteReaderAsync(annulation);
            while (await l.ReadAsync(annulation))
            {
                var lu = lus[l.GetInt64(0) - 1];
                var quoi = l.IsDBNull(2) ? null : l.GetString(2);
                var genre = l.GetString(1);
                if (genre == "siege")
                {
                    (lu.Ouverte, lu.Siege) = (true, quoi);
                    continue;
                }

                var debut = JourDeParis.De(l.GetFieldValue<DateTimeOffset>(3));
                // The end is excluded: somebody who leaves during a day worked on that day.
                var fin = l.IsDBNull(4) ? DateOnly.MaxValue : JourDeParis.De(l.GetFieldValue<DateTimeOffset>(4).AddTicks(-1));
                if (fin < debut)
                {
                    continue;
                }

                if (genre == "equipe")
                {
                    lu.Equipes.Add(new(Guid.Parse(quoi!), debut, fin));
                }
                else if (ClesDesRoles.Lire(quoi) is { } role)
                {
                    lu.Roles.Add(new(role, debut, fin));
                }
            }
        }

        if (_connus.Count + lus.Length > Max)
        {
            _connus.Clear();
        }

        foreach (var (emploi, lu) in emplois.Zip(lus))
        {
            _connus[emploi] = lu;
        }

        return lus;
    }

    private readonly record struct Periode<T>(T Quoi, DateOnly Debut, DateOnly Fin)
    {
        public bool Contient(DateOnly jour) => Debut <= jour && jour <= Fin;
    }

    private sealed record Parcours(Guid Organisation, List<Periode<Role>> Roles, List<Periode<Guid>> Equipes, DateTimeOffset LuLe)
    {
        public bool Ouverte { get; set; }

        public string? Siege { get; set; }

        public Emploi? Le(DateOnly jour) => !Ouverte || Roles.Count == 0
            ? null
            : new Emploi(Organisation, Roles.Min(r => r.Debut), [.. Roles.Where(r => r.Contient(jour)).Select(r => r.Quoi).Distinct()], [.. Equipes.Where(e => e.Contient(jour)).Select(e => e.Quoi).Distinct().Order()], Siege);
    }
}
