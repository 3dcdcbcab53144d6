using System.Globalization;

namespace FaireAvec.Kernel.Postgres;

/// <summary>
/// The system account that PostgreSQL runs as. PostgreSQL refuses root: when the product runs as root, the server is started as another
/// account of the machine by <c>setpriv</c>. Otherwise it runs as the product does.
/// </summary>
internal sealed record CompteSysteme(string Nom, uint Uid, uint Gid)
{
    /// <summary>The account to change to, or null when the product doesn't run as root.</summary>
    public static CompteSysteme? PourPostgres()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var comptes = File.ReadLines("/etc/passwd").Select(l => l.Split(':')).Where(c => c.Length > 3).ToDictionary(c => c[0], c => c, StringComparer.Ordinal);
        foreach (var nom in (string[])["faireavec", "postgres", "nobody"])
        {
            if (comptes.TryGetValue(nom, out var c))
            {
                return new CompteSysteme(nom, uint.Parse(c[2], CultureInfo.InvariantCulture), uint.Parse(c[3], CultureInfo.InvariantCulture));
            }
        }

        throw new ErreurDeDemarrage(
            "PostgreSQL refuse de fonctionner en tant que root et cette machine n’a pas de compte « postgres » ni « nobody ». Créez un compte « faireavec » (useradd --system faireavec), ou lancez FaireAvec avec un compte ordinaire.");
    }

    /// <summary>The words to put before a command so that it runs as this account.</summary>
    public IReadOnlyList<string> Prefixe =>
    [
        "setpriv",
        "--reuid", Uid.ToString(CultureInfo.InvariantCulture),
        "--regid", Gid.ToString(CultureInfo.InvariantCulture),
        "--clear-groups",
    ];
}
