using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Unit.Comptes;

/// <summary>The examples of docs/api.md are run as they are written: what they accept and refuse is what we sign.</summary>
public class ExemplesDeSignatureTests
{
    private const string Secret = "secret-d-essai";
    private const string Corps = """{"id":"019a","nom":"cartographie.LieuRetire","donnees":{"Lieu":"médiathèque"}}""";

    public static TheoryData<string, string, string, string> Langages() => new()
    {
        { "python", "python3", "exemple.py", "\nimport sys\nprint(str(verifier(sys.argv[1], sys.argv[2], sys.stdin.buffer.read())).lower())\n" },
        { "js", "node", "exemple.mjs", "\nconst morceaux = [];\nfor await (const m of process.stdin) morceaux.push(m);\nconsole.log(String(verifier(process.argv[2], process.argv[3], Buffer.concat(morceaux))));\n" },
    };

    [Theory]
    [MemberData(nameof(Langages))]
    public async Task L_exemple_accepte_notre_signature_et_refuse_les_autres(string langage, string programme, string fichier, string appel)
    {
        using var dossier = new DossierTemporaire();
        var chemin = dossier.Sous(fichier);
        await File.WriteAllTextAsync(chemin, Bloc(langage) + appel, TestContext.Current.CancellationToken);
        var maintenant = TimeProvider.System.GetUtcNow();
        var juste = SignatureDeWebhook.Signer([Secret], maintenant, Corps);

        Assert.Equal("true", await VerifierAsync(Secret, juste, Corps));
        // During a renewal: the receiver has the new secret or the one before.
        Assert.Equal("true", await VerifierAsync(Secret, SignatureDeWebhook.Signer([Secret, "ancien"], maintenant, Corps), Corps));
        Assert.Equal("true", await VerifierAsync(Secret, SignatureDeWebhook.Signer(["nouveau", Secret], maintenant, Corps), Corps));
        Assert.Equal("false", await VerifierAsync(Secret, juste, Corps + " "));
        Assert.Equal("false", await VerifierAsync("autre-secret", juste, Corps));
        Assert.Equal("false", await VerifierAsync(Secret, SignatureDeWebhook.Signer([Secret], maintenant.AddMinutes(-6), Corps), Corps));
        foreach (var faux in new[] { "", "n’importe quoi", "t=,v1=", $"t={maintenant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)},v1=abc", "v1=" + juste[^64..], juste[..^1] + "é", "t=²,v1=" + juste[^64..] })
        {
            Assert.Equal("false", await VerifierAsync(Secret, faux, Corps));
        }

        async Task<string> VerifierAsync(string secret, string entete, string corps)
        {
            var depart = new ProcessStartInfo(programme, [chemin, secret, entete]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            Process? lance = null;
            try
            {
                lance = Process.Start(depart);
            }
            catch (Win32Exception)
            {
                Assert.Skip($"{programme} isn't installed: the example in {langage} can't be run.");
            }

            using var processus = lance!;
            await processus.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(corps), TestContext.Current.CancellationToken);
            processus.StandardInput.Close();
            var (sortie, erreurs) = (await processus.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), await processus.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await processus.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(processus.ExitCode == 0, erreurs);
            return sortie.Trim();
        }
    }

    /// <summary>The example of « Check the signature » in this language.</summary>
    private static string Bloc(string langage)
    {
        var texte = File.ReadAllText(Depot.Chemin("docs", "api.md"));
        var debut = texte.IndexOf($"```{langage}\n", texte.IndexOf("**Check the signature**", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(debut >= 0, $"docs/api.md has no example in {langage}.");
        debut += langage.Length + 4;
        return texte[debut..texte.IndexOf("\n```", debut, StringComparison.Ordinal)];
    }
}
