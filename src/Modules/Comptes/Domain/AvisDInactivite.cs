using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>An account that nobody uses: when its holder was warned, when access was suspended for it, who gave it back. One line for each account.</summary>
internal sealed class AvisDInactivite : IJournalisee
{
    public required Guid Compte { get; init; }
    public required DateTimeOffset AvertiLe { get; set; }
    public DateTimeOffset? SuspenduLe { get; set; }
    public DateTimeOffset? RetabliLe { get; set; }
    public Guid? RetabliPar { get; set; }

    string IJournalisee.IdJournal => Compte.ToString();
}

/// <summary>What inactivity asks for, on a day.</summary>
internal enum SuiteDInactivite
{
    Rien,
    Avertir,
    Suspendre,
}

/// <summary>The rule: warned after so many months without signing in, suspended after so many more. Nobody is suspended without a month of warning.</summary>
internal static class RegleDInactivite
{
    /// <param name="activite">Last sign-in, or creation, or return after a suspension: the latest.</param>
    /// <param name="averti">When they were last warned, or null.</param>
    /// <param name="maintenant">Now.</param>
    /// <param name="moisAvis">Months before the warning.</param>
    /// <param name="moisSuspension">Months before the suspension.</param>
    public static SuiteDInactivite Suite(DateTimeOffset activite, DateTimeOffset? averti, DateTimeOffset maintenant, int moisAvis, int moisSuspension)
    {
        if (maintenant < activite.AddMonths(moisAvis))
        {
            return SuiteDInactivite.Rien;
        }

        // A warning of before the last sign-in is about another absence.
        if (averti is not { } le || le < activite)
        {
            return SuiteDInactivite.Avertir;
        }

        return maintenant >= activite.AddMonths(moisSuspension) && maintenant >= le.AddMonths(Math.Max(0, moisSuspension - moisAvis)) ? SuiteDInactivite.Suspendre : SuiteDInactivite.Rien;
    }
}
