using System.Collections.Frozen;
using FaireAvec.Kernel.Modules;

namespace FaireAvec.Kernel.Securite;

/// <summary>The rights of all the modules, and the answers that pages, endpoints and queries need from them. Whatever isn't written is refused.</summary>
public sealed class TableDesDroits
{
    private readonly FrozenDictionary<string, RegleDeDroit> _regles;

    /// <summary>Gathers the tables. Throws when two modules declare one right, or when a right isn't named after its module: a fault of ours.</summary>
    public TableDesDroits(IEnumerable<IModule> modules)
    {
        var regles = new Dictionary<string, RegleDeDroit>(StringComparer.Ordinal);
        foreach (var module in modules)
        {
            foreach (var regle in module.Droits)
            {
                if (!regle.Droit.StartsWith($"{module.Nom.ToLowerInvariant()}.", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"The right {regle.Droit} must begin by the name of its module, {module.Nom.ToLowerInvariant()}.");
                }

                if (!regles.TryAdd(regle.Droit, regle))
                {
                    throw new InvalidOperationException($"The right {regle.Droit} is declared twice.");
                }
            }
        }

        _regles = regles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>All the rules, by name.</summary>
    public IReadOnlyList<RegleDeDroit> Regles => [.. _regles.Values.OrderBy(r => r.Droit, StringComparer.Ordinal)];

    /// <summary>The scopes that a client of the API may be given, each with what it opens.</summary>
    public IReadOnlyList<(string Etendue, IReadOnlyList<RegleDeDroit> Regles)> Etendues =>
        [.. _regles.Values.Where(r => r.Etendue is not null).GroupBy(r => r.Etendue!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<RegleDeDroit>)[.. g.OrderBy(r => r.Droit, StringComparer.Ordinal)]))];

    /// <summary>The rule of a right, or null.</summary>
    public RegleDeDroit? Regle(string droit) => _regles.GetValueOrDefault(droit);

    /// <summary>How far this right goes for them, widest last; empty when they don't have it.</summary>
    public IReadOnlyList<Portee> Portees(Identite? qui, string droit)
    {
        if (qui is null || !_regles.TryGetValue(droit, out var regle))
        {
            return [];
        }

        if (qui.Roles.Contains(Role.ClientApi))
        {
            // A client has what its scopes say, as far as it was let in; when nothing says how far, in its territory, and without one everywhere.
            return regle.Etendue is { } etendue && qui.Etendues.Contains(etendue, StringComparer.Ordinal)
                ? [qui.PorteeDuClient ?? (qui.Departements.Count > 0 ? Portee.Territoire : Portee.National)]
                : [];
        }

        return [.. regle.Attributions.Where(a => qui.Roles.Contains(a.Role)).Select(a => a.Portee).Distinct().Order()];
    }

    /// <summary>True when they have this right on something: the door of a list. The list itself shows what <see cref="Portees"/> reaches.</summary>
    public bool Permet(Identite? qui, string droit) => Portees(qui, droit).Count > 0;

    /// <summary>True when they have this right on this thing. A right checked on the list is checked again on the item.</summary>
    public bool Permet(Identite? qui, string droit, Cible cible) => qui is not null && Portees(qui, droit).Any(p => p switch
    {
        Portee.Soi => cible.Compte == qui.Compte,
        Portee.Organisation => cible.Organisation is { } o && o == qui.Organisation,
        Portee.Equipe => cible.Equipes is { } e && e.Any(qui.Equipes.Contains),
        Portee.Territoire => cible.Departement is { } d && qui.Departements.Contains(d, StringComparer.Ordinal),
        Portee.National => true,
        _ => false,
    });
}
