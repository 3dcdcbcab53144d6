namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>From an age to its bracket. The age is that of the day of the act, so that figures of past years don't drift as people grow old.</summary>
internal static class TrancheDAge
{
    // First age of each bracket, in the order of Listes.Ages.
    private static readonly int[] Debuts = [0, 12, 18, 25, 40, 60, 70];

    /// <summary>The bracket of someone born that year, on that day; <see cref="Listes.NonCommunique"/> when the year isn't known or isn't possible.</summary>
    public static string De(int? anneeDeNaissance, DateOnly jour)
    {
        if (anneeDeNaissance is not { } annee || annee > jour.Year || annee < jour.Year - 130)
        {
            return Listes.NonCommunique;
        }

        var age = jour.Year - annee;
        return Listes.Ages.Codes[Array.FindLastIndex(Debuts, d => age >= d)];
    }
}
