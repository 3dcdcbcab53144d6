using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Tests.Unit.Territoires;

namespace FaireAvec.Tests.Unit.Cartographie.Nettoyage;

/// <summary>The registry of rules, and its table in the README.</summary>
public partial class ReglesTests
{
    [Fact]
    public void Chaque_regle_a_un_code_unique_et_une_phrase()
    {
        Assert.Equal(Regles.Toutes.Count, Regles.Toutes.Select(r => r.Code).Distinct().Count());
        Assert.All(Regles.Toutes, r =>
        {
            Assert.Matches(Code(), r.Code);
            Assert.EndsWith(".", r.Phrase, StringComparison.Ordinal);
        });
        var constantes = typeof(Regles).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(constantes.Order(StringComparer.Ordinal), Regles.Toutes.Select(r => r.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Le_README_donne_toutes_les_regles()
    {
        var readme = File.ReadAllText(Path.Combine(Donnees.Dossier, "..", "src", "Modules", "Cartographie", "Nettoyage", "README.md"));
        Assert.All(Regles.Toutes, r => Assert.Contains($"| {r.Code} | {r.Phrase} |", readme, StringComparison.Ordinal));
    }

    [GeneratedRegex("^NET-[A-Z]{2,3}-[0-9]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
