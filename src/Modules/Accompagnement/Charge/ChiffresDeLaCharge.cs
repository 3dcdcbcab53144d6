using System.Collections.Concurrent;
using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Npgsql;

namespace FaireAvec.Accompagnement.Charge;

/// <summary>What is published of a year. Read by everybody: what was read is kept in memory for a minute, a year at a time.</summary>
internal sealed class ChiffresDeLaCharge(Base donnees, TimeProvider horloge)
{
    public static readonly TimeSpan Memoire = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, (ChargePubliee Charge, DateTimeOffset Le)> _connues = new();
    private AnneesConnues _annees = new([], DateTimeOffset.MinValue);

    private sealed record AnneesConnues(IReadOnlyList<int> Annees, DateTimeOffset Le);

    /// <summary>The years that can be asked for, the last first: this one, and those that have something.</summary>
    public async Task<IReadOnlyList<int>> AnneesAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var connues = _annees;
        if (connues.Le + Memoire > maintenant)
        {
            return connues.Annees;
        }

        var annees = new List<int> { JourDeParis.De(maintenant).Year };
        await using var connexion = await donnees.Application.OpenConnectionAsync(annulation);
        await using var commande = new NpgsqlCommand("SELECT accompagnement.annees_de_la_charge()", connexion);
        await using var lecteur = await commande.ExecuteReaderAsync(annulation);
        while (await lecteur.ReadAsync(annulation))
        {
            annees.Add(lecteur.GetInt32(0));
        }

        connues = new([.. annees.Distinct().OrderDescending()], maintenant);
        _annees = connues;
        return connues.Annees;
    }

    /// <summary>A year of <see cref="AnneesAsync"/>.</summary>
    public async Task<ChargePubliee> LireAsync(int annee, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        if (_connues.TryGetValue(annee, out var connue) && connue.Le + Memoire > maintenant)
        {
            return connue.Charge;
        }

        var comptes = new List<(string Dimension, CompteDeCharge Compte)>();
        await using (var connexion = await donnees.Application.OpenConnectionAsync(annulation))
        {
            await using var commande = new NpgsqlCommand("SELECT dimension, code, actes, actes_avec_minutes, minutes FROM accompagnement.charge_de_l_annee($1)", connexion) { Parameters = { new() { Value = annee } } };
            await using var lecteur = await commande.ExecuteReaderAsync(annulation);
            while (await lecteur.ReadAsync(annulation))
            {
                comptes.Add((lecteur.GetString(0), new(lecteur.GetString(1), lecteur.GetInt32(2), lecteur.GetInt32(3), lecteur.GetInt64(4))));
            }
        }

        var aujourdhui = JourDeParis.De(maintenant);
        var mois = Enumerable.Range(1, annee < aujourdhui.Year ? 12 : aujourdhui.Month).Select(m => string.Create(CultureInfo.InvariantCulture, $"{annee:0000}-{m:00}"));
        var charge = ChargePubliee.De(
            annee,
            [.. comptes.Where(c => c.Dimension == "service").Select(c => c.Compte).OrderBy(c => c.Code, StringComparer.Ordinal)],
            Complete(comptes, "cause", Listes.CausesDeCharge.Codes),
            Complete(comptes, "mois", mois));
        _connues[annee] = (charge, maintenant);
        return charge;
    }

    // Every term of the list, those that have nothing too; and those that the list doesn't have any more.
    private static List<CompteDeCharge> Complete(List<(string Dimension, CompteDeCharge Compte)> comptes, string dimension, IEnumerable<string> codes)
    {
        var connus = comptes.Where(c => c.Dimension == dimension).ToDictionary(c => c.Compte.Code, c => c.Compte, StringComparer.Ordinal);
        var voulus = codes.ToList();
        return [.. voulus.Union(connus.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal).Select(c => connus.GetValueOrDefault(c) ?? new CompteDeCharge(c, 0, 0, 0))];
    }
}
