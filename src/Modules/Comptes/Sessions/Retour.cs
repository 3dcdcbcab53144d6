using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Sessions;

/// <summary>The page that somebody wanted before signing in. Only a path of this site: never a way out to another one.</summary>
internal static class Retour
{
    public const int Max = 1000;

    /// <summary>The address when it is a path of this site, otherwise null.</summary>
    public static string? Local(string? adresse) => CheminLocal.Lire(adresse, Max);
}
