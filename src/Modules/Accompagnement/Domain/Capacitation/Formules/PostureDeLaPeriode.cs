using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>How long an act lasted (or several that were shared alike), and how its time was shared; null when that wasn’t said.</summary>
internal readonly record struct TempsDActe(long Minutes, Posture? Posture, int Actes = 1);

/// <summary>
/// The three shares of the time of a period, worked out by <see cref="PartsDePosture"/> (<c>Σ durée × part / Σ durée</c>), with what they are made of.
/// There are three and there is no index. One figure (0 for the first, 50 for the second, 100 for the third) would be a mark: it would say that whoever
/// helps those who can't do without <em>à la place</em> works badly, and it would rank people who help. The same mean would also hide quite different work.
/// </summary>
/// <param name="Actes">Acts whose posture is known.</param>
/// <param name="SansPosture">Acts whose posture isn't: they are told, and are in no share.</param>
/// <param name="Minutes">Of the acts whose posture is known.</param>
/// <param name="Parts">In whole hundredths, 100 in all.</param>
internal sealed record PostureDeLaPeriode(int Actes, int SansPosture, long Minutes, Posture Parts)
{
    /// <summary>Null when no minute has a known posture.</summary>
    public static PostureDeLaPeriode? De(IEnumerable<TempsDActe> actes)
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

        return PartsDePosture.De(aLaPlace, avec, faire) is { } parts ? new(connus, inconnus, minutes, parts) : null;
    }
}
