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
        _connus.TryGetValue((compte, organisation), out var parcours) && horloge.GetUtcNow() - parcours.LuLe < Duree
            ? ValueTask.FromResult(parcours.Le(jour))
            : LireAsync(compte, organisation, jour, annulation);

    private async ValueTask<Emploi?> LireAsync(Guid compte, Guid organisation, DateOnly jour, CancellationToken annulation)
    {
        var roles = new List<Periode<Role>>();
        var equipes = new List<Periode<Guid>>();
        var (ouverte, siege) = (false, (string?)null);
        await using var commande = donnees.Application.CreateCommand("SELECT genre, quoi, debut, fin FROM comptes.emploi_de($1, $2)");
        commande.Parameters.AddWithValue(compte);
        commande.Parameters.AddWithValue(organisation);
        await using (var l = await commande.ExecuteReaderAsync(annulation))
        {
            while (await l.ReadAsync(annulation))
            {
                var quoi = l.IsDBNull(1) ? null : l.GetString(1);
                var genre = l.GetString(0);
                if (genre == "siege")
                {
                    (ouverte, siege) = (true, quoi);
                    continue;
                }

                var debut = JourDeParis.De(l.GetFieldValue<DateTimeOffset>(2));
                // The end is excluded: somebody who leaves during a day worked on that day.
                var fin = l.IsDBNull(3) ? DateOnly.MaxValue : JourDeParis.De(l.GetFieldValue<DateTimeOffset>(3).AddTicks(-1));
                if (fin < debut)
                {
                    continue;
                }

                if (genre == "equipe")
                {
                    equipes.Add(new(Guid.Parse(quoi!), debut, fin));
                }
                else if (ClesDesRoles.Lire(quoi) is { } role)
                {
                    roles.Add(new(role, debut, fin));
                }
            }
        }

        if (_connus.Count >= Max)
        {
            _connus.Clear();
        }

        var parcours = new Parcours(organisation, ouverte, siege, roles, equipes, horloge.GetUtcNow());
        _connus[(compte, organisation)] = parcours;
        return parcours.Le(jour);
    }

    private readonly record struct Periode<T>(T Quoi, DateOnly Debut, DateOnly Fin)
    {
        public bool Contient(DateOnly jour) => Debut <= jour && jour <= Fin;
    }

    private sealed record Parcours(Guid Organisation, bool Ouverte, string? Siege, List<Periode<Role>> Roles, List<Periode<Guid>> Equipes, DateTimeOffset LuLe)
    {
        public Emploi? Le(DateOnly jour) => !Ouverte || Roles.Count == 0
            ? null
            : new Emploi(Organisation, Roles.Min(r => r.Debut), [.. Roles.Where(r => r.Contient(jour)).Select(r => r.Quoi).Distinct()], [.. Equipes.Where(e => e.Contient(jour)).Select(e => e.Quoi).Distinct().Order()], Siege);
    }
}
