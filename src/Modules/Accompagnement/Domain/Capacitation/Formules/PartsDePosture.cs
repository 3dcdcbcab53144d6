using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>How long an act lasted (or several that were shared alike), and how its time was shared; null when that wasn’t said.</summary>
internal readonly record struct TempsDActe(long Minutes, Posture? Posture, int Actes = 1);

/// <summary>
/// The three shares of the time, each <c>Σ durée × part / Σ durée</c>: done in the person's place, done with them, done by them.
/// There are three and there is no index. One figure (0 for the first, 50 for the second, 100 for the third) would be a mark: it would say that whoever
/// helps those who can't do without <em>à la place</em> works badly, and it would rank people who help. The same mean would also hide quite different work.
/// </summary>
/// <param name="Actes">Acts whose posture is known.</param>
/// <param name="SansPosture">Acts whose posture isn't: they are told, and are in no share.</param>
internal sealed record PartsDePosture(int Actes, int SansPosture, long Minutes, double ALaPlace, double Avec, double FaireFaire)
{
    /// <summary>Null when no minute has a known posture.</summary>
    public static PartsDePosture? De(IEnumerable<TempsDActe> actes)
    {
        var (connus, inconnus) = (0, 0);
        var (minutes, aLaPlace, avec, faire) = (0L, 0L, 0L, 0L);
        foreach (var acte in actes)
        {
            if (acte.Posture is not { } p)
            {
                inconnus += acte.Actes;
                continue;
            }

            connus += acte.Actes;
            minutes += acte.Minutes;
            aLaPlace += acte.Minutes * p.ALaPlace;
            avec += acte.Minutes * p.Avec;
            faire += acte.Minutes * p.Faire;
        }

        var total = (double)(minutes * Posture.Total);
        return minutes == 0 ? null : new(connus, inconnus, minutes, aLaPlace / total, avec / total, faire / total);
    }
}
