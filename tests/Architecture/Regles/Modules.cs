using System.Reflection;
using System.Runtime.Loader;
using FaireAvec.Kernel.Modules;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>The product's assemblies beside the tests. Modules are discovered, never listed: the fifteenth is under the same rules as the first.</summary>
internal static class Assemblages
{
    /// <summary>Every assembly of the product, the program included.</summary>
    public static IReadOnlyList<Assembly> DuProduit { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(n => (n.StartsWith("FaireAvec.", StringComparison.Ordinal) || n == "faireavec") && !n.Contains(".Tests.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Assembly.Load(new AssemblyName(n))),
    ];

    public static IReadOnlyList<Assembly> Modules { get; } = [.. DuProduit.Where(EstUnModule)];

    /// <summary>An assembly that exports an <see cref="IModule"/>.</summary>
    public static bool EstUnModule(Assembly assembly) => assembly.GetExportedTypes().Any(EstLeModule);

    public static bool EstLeModule(Type type) => type is { IsClass: true, IsAbstract: false } && typeof(IModule).IsAssignableFrom(type);

    /// <summary>Reads an assembly made by a test.</summary>
    public static Assembly Charger(Stream octets)
    {
        octets.Position = 0;
        var contexte = new AssemblyLoadContext(null, isCollectible: true);
        contexte.Resolving += (_, nom) => AssemblyLoadContext.Default.LoadFromAssemblyName(nom);
        return contexte.LoadFromStream(octets);
    }
}
