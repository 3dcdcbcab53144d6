using System.Reflection;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary>The table of acts that exclude each other says which are asked about by a module: it is compared with the code of the modules.</summary>
public sealed partial class SeparationDesTachesTests
{
    [Fact]
    public void Ce_que_la_table_dit_applique_est_demande_par_un_module_et_le_reste_non()
    {
        var noms = typeof(SeparationDesTaches).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).ToDictionary(f => (string)f.GetRawConstantValue()!, f => f.Name, StringComparer.Ordinal);
        var cites = Directory.EnumerateFiles(Depot.Chemin("src", "Modules"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Citation().Matches(File.ReadAllText(f)).Select(m => m.Groups["nom"].Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains("Conflit", cites);
        foreach (var paire in SeparationDesTaches.Table)
        {
            Assert.True(paire.Appliquee == (cites.Contains(noms[paire.Acte]) && cites.Contains(noms[paire.Autre])), $"{paire.Acte} × {paire.Autre}: what the table says of it isn't what modules do.");
        }
    }

    [GeneratedRegex(@"SeparationDesTaches\.(?<nom>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citation();
}
