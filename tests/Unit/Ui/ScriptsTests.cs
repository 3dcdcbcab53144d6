using System.Diagnostics;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Ui;

/// <summary>The parts of the scripts that are pure logic: their tests are beside this one, in the language that they are written in, and run by Node.</summary>
public class ScriptsTests
{
    public static TheoryData<string> Fichiers() => new(Directory.EnumerateFiles(Depot.Chemin("tests", "Unit", "Ui"), "*.test.mjs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Depot.Racine, f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Fichiers))]
    public async Task Les_tests_des_scripts_passent(string fichier)
    {
        using var node = new Process { StartInfo = new ProcessStartInfo("node", ["--test", "--test-reporter=tap", fichier]) { WorkingDirectory = Depot.Racine, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false } };
        try
        {
            node.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node isn't installed: the tests of the scripts need it.");
        }

        var (sortie, erreurs) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await sortie + await erreurs);
        Assert.DoesNotContain("# tests 0", await sortie, StringComparison.Ordinal);
    }
}
