using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>Rules 1, 2 and 6: who references whom, and what a module shows. Each returns its faults, as sentences.</summary>
internal static class ReglesDesAssemblages
{
    private static readonly string[] Socle = ["FaireAvec.Kernel", "FaireAvec.Ui", "FaireAvec.Contracts"];

    /// <summary>Rule 1: no module references another module.</summary>
    public static IEnumerable<string> ModulesEntreEux(IReadOnlyList<Assembly> assemblages)
    {
        var modules = assemblages.Where(Assemblages.EstUnModule).ToList();
        return References(modules, modules);
    }

    /// <summary>Rule 6: Kernel, Ui and Contracts reference no module.</summary>
    public static IEnumerable<string> SocleSansModule(IReadOnlyList<Assembly> assemblages) =>
        References(assemblages.Where(a => Socle.Contains(a.GetName().Name, StringComparer.Ordinal)), [.. assemblages.Where(Assemblages.EstUnModule)]);

    /// <summary>Rule 2: a module exports its <c>XModule</c>, tag helpers and view components; nothing else.</summary>
    public static IEnumerable<string> Exports(Assembly module)
    {
        foreach (var type in module.GetExportedTypes())
        {
            var permis = (Assemblages.EstLeModule(type) && type.Name.EndsWith("Module", StringComparison.Ordinal))
                || typeof(ITagHelper).IsAssignableFrom(type)
                || typeof(ViewComponent).IsAssignableFrom(type);
            if (!permis)
            {
                yield return $"{type.FullName} is public: a module exports only its XModule, tag helpers and view components.";
            }
        }
    }

    private static IEnumerable<string> References(IEnumerable<Assembly> de, IReadOnlyList<Assembly> vers) =>
        from a in de
        from b in vers
        where a != b && a.GetReferencedAssemblies().Any(r => r.Name == b.GetName().Name)
        select $"{a.GetName().Name} references {b.GetName().Name}: ask by an interface of Contracts, or tell by an event.";
}
