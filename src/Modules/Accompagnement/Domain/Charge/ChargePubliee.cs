using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Accompagnement.Domain.Charge;

/// <summary>A count of a list, before small numbers are hidden.</summary>
/// <param name="Code">Service, cause, or month as « 2026-11 ».</param>
/// <param name="Actes">Acts that say a cause.</param>
/// <param name="ActesAvecMinutes">Among them, those that say how long.</param>
/// <param name="Minutes">What these say, added up.</param>
internal sealed record CompteDeCharge(string Code, int Actes, int ActesAvecMinutes, long Minutes);

/// <summary>A line that is published.</summary>
/// <param name="Code">Service, cause, or month.</param>
/// <param name="Actes">Null when it is hidden.</param>
/// <param name="Minutes">Null when it is hidden, or when no act says how long.</param>
internal sealed record LigneDeCharge(string Code, int? Actes, long? Minutes);

/// <summary>
/// What online services cost to mediation in a year, as everybody may read it: three lists of the same acts, never crossed. A count from 1 to 10 isn't shown,
/// nor what would give it by difference (<see cref="ListeMasquee"/>). When a list has to hide its total, nothing of the year is shown: another list would give
/// it back. Minutes are those that médiateurs said, and are hidden as if the acts that say them were the ones counted. Years don't overlap: no difference of
/// two gives a third.
/// </summary>
/// <param name="Annee">The calendar year.</param>
/// <param name="Actes">Null when it is hidden.</param>
/// <param name="Minutes">Null when it is hidden, or when no act says how long.</param>
/// <param name="ActesSansMinutes">Acts that don't say how long; null when hidden.</param>
/// <param name="Services">The most acts first; those that are hidden at the end, by code.</param>
/// <param name="Causes">In the order of the closed list.</param>
/// <param name="Mois">In order, without a hole, to the last of the year that has begun.</param>
internal sealed record ChargePubliee(int Annee, int? Actes, long? Minutes, int? ActesSansMinutes, IReadOnlyList<LigneDeCharge> Services, IReadOnlyList<LigneDeCharge> Causes, IReadOnlyList<LigneDeCharge> Mois)
{
    public static ChargePubliee De(int annee, IReadOnlyList<CompteDeCharge> services, IReadOnlyList<CompteDeCharge> causes, IReadOnlyList<CompteDeCharge> mois)
    {
        IReadOnlyList<CompteDeCharge>[] listes = [services, causes, mois];
        var actes = Array.ConvertAll(listes, l => ListeMasquee.De([.. l.Select(c => c.Actes)]));
        var dits = Array.ConvertAll(listes, l => ListeMasquee.De([.. l.Select(c => c.ActesAvecMinutes)]));
        var montree = Array.TrueForAll(actes, l => l.Total is not null);
        var minutesMontrees = montree && Array.TrueForAll(dits, l => l.Total is not null);
        var lignes = listes.Select((l, d) => l.Select((c, i) => new LigneDeCharge(
            c.Code,
            montree ? actes[d].Valeurs[i] : null,
            minutesMontrees && actes[d].Valeurs[i] is not null && dits[d].Valeurs[i] is not null && c.ActesAvecMinutes > 0 ? c.Minutes : null)).ToList()).ToList();
        var (total, avec) = (services.Sum(s => s.Actes), services.Sum(s => s.ActesAvecMinutes));
        return new(
            annee,
            montree ? total : null,
            minutesMontrees && avec > 0 ? services.Sum(s => s.Minutes) : null,
            montree && !ListeMasquee.Petit(total - avec) && !ListeMasquee.Petit(avec) ? total - avec : null,
            [.. lignes[0].OrderByDescending(l => l.Actes ?? -1).ThenBy(l => l.Code, StringComparer.Ordinal)],
            lignes[1],
            lignes[2]);
    }
}
