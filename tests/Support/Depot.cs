namespace FaireAvec.Tests.Support;

/// <summary>Where the source tree is, for the tests that compare it with the running product.</summary>
public static class Depot
{
    /// <summary>The folder that holds FaireAvec.slnx.</summary>
    public static string Racine { get; } = Trouver();

    /// <summary>True when the committed lists are to be written again instead of compared (<c>FAIREAVEC_ECRIRE=oui</c>).</summary>
    public static bool Ecrire => Environment.GetEnvironmentVariable("FAIREAVEC_ECRIRE") == "oui";

    public static string Chemin(params string[] noms) => Path.Combine([Racine, .. noms]);

    private static string Trouver()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, "FaireAvec.slnx")))
            {
                return d.FullName;
            }
        }

        throw new InvalidOperationException($"FaireAvec.slnx isn't above {AppContext.BaseDirectory}.");
    }
}
