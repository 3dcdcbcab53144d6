using System.Collections.Frozen;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Lecture.Lignes;

/// <summary>
/// Tells a line that couldn't be read as a question (not JSON, a field missing, an hour that doesn't exist) from a question whose answer is a refusal: hours
/// that aren't in the format, text that isn't a telephone number. The first is a failure of the command, the second its work.
/// </summary>
internal static class QuestionsIllisibles
{
    // ErreursDeLecture, Horaires/Lignes/ErreursLignes, and a pair without its two places.
    private static readonly FrozenSet<string> Codes = FrozenSet.Create(
        StringComparer.Ordinal, "CAR-131", "CAR-132", "CAR-133", "CAR-134", "CAR-135", "CAR-136", "CAR-137", "CAR-138", "CAR-139", "CAR-140", "CAR-141", "CAR-144");

    public static bool Est(Erreur erreur) => Codes.Contains(erreur.Code);
}
