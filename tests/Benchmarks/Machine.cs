using System.Globalization;
using System.Runtime.InteropServices;
using FaireAvec.Kernel.Postgres;

namespace FaireAvec.Benchmarks;

/// <summary>What the figures depend on: processor, memory, versions, load.</summary>
internal static class Machine
{
    public static async Task DecrireAsync()
    {
        var postgres = await BinairesPostgres.TrouverAsync(CompteSysteme.PourPostgres(), CancellationToken.None);
        var (_, version) = await Processus.LancerAsync([postgres.Postgres, "--version"]);
        Console.WriteLine($"Processor   {Ligne("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} cores");
        Console.WriteLine($"Memory      {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0.0} GB");
        Console.WriteLine($"System      {RuntimeInformation.OSDescription}");
        Console.WriteLine($".NET        {Environment.Version}");
        Console.WriteLine($"PostgreSQL  {version.Trim()}");
    }

    /// <summary>Load averages over 1, 5 and 15 minutes: other programs make every figure worse.</summary>
    public static string Charge() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";

    /// <summary>Resident memory of a process, megabytes.</summary>
    public static double Memoire(int processus) =>
        double.Parse(Ligne($"/proc/{processus}/status", "VmRSS").Split(' ')[0], CultureInfo.InvariantCulture) / 1024;

    private static string Ligne(string fichier, string champ) =>
        File.Exists(fichier) ? File.ReadLines(fichier).FirstOrDefault(l => l.StartsWith(champ, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "?" : RuntimeInformation.ProcessArchitecture.ToString();
}
