using System.Reflection;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FaireAvec.Migrations;

/// <summary>Gives <c>dotnet ef</c> the same model as the product: every module found beside this assembly.</summary>
internal sealed class FabriqueDesign : IDesignTimeDbContextFactory<FaireAvecDb>
{
    public FaireAvecDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<FaireAvecDb>().UseNpgsql("Host=/nowhere", Postgres.Reglages).Options, Modules(), new ContexteEcriture());

    /// <summary>Discovered, not listed: no module can be forgotten.</summary>
    public static IReadOnlyList<IModule> Modules() =>
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "FaireAvec.*.dll")
            .Concat(Directory.EnumerateFiles(Path.GetDirectoryName(typeof(FabriqueDesign).Assembly.Location)!, "FaireAvec.*.dll"))
            .Select(f => Path.GetFileNameWithoutExtension(f)!).Distinct(StringComparer.Ordinal)
            .Where(n => !n.Contains(".Tests.", StringComparison.Ordinal) && !n.EndsWith(".Views", StringComparison.Ordinal))
            .Select(n => Assembly.Load(new AssemblyName(n)))
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IModule).IsAssignableFrom(t))
            .Select(t => (IModule)Activator.CreateInstance(t)!)
            .OrderBy(m => m.Rang),
    ];
}
