namespace FaireAvec.Kernel.Securite;

/// <summary>Where to lead somebody back. Only a path of this site: never a way out to another one.</summary>
public static class CheminLocal
{
    /// <summary>The address when it is a path of this site in plain ASCII, otherwise null.</summary>
    public static string? Lire(string? adresse, int max) =>
        adresse is { Length: > 0 } && adresse.Length <= max && adresse[0] == '/' && !adresse.StartsWith("//", StringComparison.Ordinal) && !adresse.StartsWith("/\\", StringComparison.Ordinal) && adresse.All(c => c is > ' ' and < '\u007f')
            ? adresse
            : null;
}
