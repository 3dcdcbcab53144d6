using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Lecture.Lignes;

/// <summary>Why a line of a command can't be read, whatever the command.</summary>
internal static class ErreursDeLecture
{
    /// <summary>Not JSON.</summary>
    public static Erreur JsonInvalide() => new("CAR-131", "Cette ligne n’est pas un objet JSON valide.");

    /// <summary>JSON, but not an object.</summary>
    public static Erreur PasUnObjet() => new("CAR-132", "Cette ligne doit être un objet JSON, entre accolades.");

    /// <summary>A line that would not fit in memory.</summary>
    public static Erreur TropLongue(int maximum) => new("CAR-133", $"Cette ligne dépasse {maximum} octets.");

    /// <summary>Half a surrogate pair.</summary>
    public static Erreur TexteInvalide() => new("CAR-134", "Un texte de cette ligne contient un caractère qui n’existe pas.");
}
