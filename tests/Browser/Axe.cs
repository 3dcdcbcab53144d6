using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser;

/// <summary>axe, put once in a page and run there as often as needed: the package's own call opens one more page for each run, which costs more than the run.</summary>
internal static class Axe
{
    private static readonly string Script = LireLeScript();

    /// <summary>What is critical or serious, one line for each element.</summary>
    /// <param name="page">The page; pages inside it are looked at too.</param>
    /// <param name="regles">Only these rules; all of them when there is none.</param>
    public static async Task<string[]> GravesAsync(IPage page, params string[] regles)
    {
        foreach (var cadre in page.Frames)
        {
            if (!await cadre.EvaluateAsync<bool>("() => 'axe' in window"))
            {
                await cadre.EvaluateAsync(Script);
            }
        }

        // What is right is counted, not described: naming each element of a long page takes longer than looking at it.
        var vu = await page.EvaluateAsync<Resultat>(
            """
            async (regles) => {
              const { passes, violations } = await axe.run({ resultTypes: ["violations"], ...(regles.length ? { runOnly: { type: "rule", values: regles } } : {}) });
              const graves = violations.filter((v) => ["critical", "serious"].includes(v.impact));
              return { reussies: passes.length, graves: graves.flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}) ${n.target} ${n.html}`)) };
            }
            """,
            regles);
        Assert.NotEqual(0, vu.Reussies);
        return vu.Graves;
    }

    private static string LireLeScript()
    {
        using var flux = typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd();
    }

    private sealed record Resultat
    {
        public int Reussies { get; init; }

        public string[] Graves { get; init; } = [];
    }
}
