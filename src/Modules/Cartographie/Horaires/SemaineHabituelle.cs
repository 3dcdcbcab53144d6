using FaireAvec.Cartographie.Domain.NosLieux;

namespace FaireAvec.Cartographie.Horaires;

/// <summary>
/// The hours of every week, without dates: what is printed is read for months. Null when the hours change with the season, the month or the holidays of school:
/// only a dated week is then true.
/// </summary>
/// <param name="Horaires">The same hours without public holidays.</param>
/// <param name="FermeLesFeries">True when they say that it's closed on public holidays.</param>
internal sealed record SemaineHabituelle(HorairesOsm Horaires, bool FermeLesFeries)
{
    public static SemaineHabituelle? De(HorairesOsm? horaires)
    {
        if (horaires is null || horaires.SemaineStable)
        {
            return horaires is null ? null : new(horaires, FermeLesFeries: false);
        }

        return SemaineSaisie.Lire(horaires.Texte) is { Fermetures: [], Vide: false } simple && (simple with { FermeLesFeries = false }).Ecrire(DateOnly.MinValue) is { } texte && HorairesOsm.Analyser(texte) is { Reussi: true } sans
            ? new(sans.Valeur, simple.FermeLesFeries)
            : null;
    }
}
