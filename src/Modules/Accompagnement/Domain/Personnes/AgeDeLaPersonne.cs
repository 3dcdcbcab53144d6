using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>What the age asks for.</summary>
internal enum MajoriteDeLaPersonne
{
    /// <summary>18 or more, or nothing is known: nobody is asked their age.</summary>
    Majeure,

    /// <summary>From 15 to 17: agrees alone to being followed; a parent's agreement is needed for a mandate.</summary>
    Mineure,

    /// <summary>Under 15: agrees together with a parent (law « Informatique et libertés », article 45).</summary>
    MineureDeMoinsDe15Ans,
}

/// <summary>Reads an age from little: a year of birth, or a bracket. When two answers are possible, the one that protects more is taken.</summary>
internal static class AgeDeLaPersonne
{
    public const int AgeDAccord = 15;
    public const int Majorite = 18;
    public const int AnneeMin = 1900;

    private const string MoinsDe12 = "moins_de_12";
    private const string De12A17 = "12_17";

    public static MajoriteDeLaPersonne De(int? anneeDeNaissance, string? tranche, DateOnly jour)
    {
        if (anneeDeNaissance is { } annee)
        {
            // Before the birthday of this year one is a year younger.
            return (jour.Year - annee - 1) switch
            {
                < AgeDAccord => MajoriteDeLaPersonne.MineureDeMoinsDe15Ans,
                < Majorite => MajoriteDeLaPersonne.Mineure,
                _ => MajoriteDeLaPersonne.Majeure,
            };
        }

        return tranche is MoinsDe12 or De12A17 ? MajoriteDeLaPersonne.MineureDeMoinsDe15Ans : MajoriteDeLaPersonne.Majeure;
    }

    /// <summary>The bracket to show and to count: of the year of birth when it is known.</summary>
    public static string? Tranche(int? anneeDeNaissance, string? tranche, DateOnly jour) => anneeDeNaissance is null ? tranche : TrancheDAge.De(anneeDeNaissance, jour);
}
