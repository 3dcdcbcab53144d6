using System.Collections.Concurrent;
using System.Diagnostics;
using FaireAvec.Kernel.Observation;
using FaireAvec.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>What leaves as traces.</summary>
public sealed class TelemetrieTests
{
    [Theory]
    [InlineData("/invitation/secret-de-l-adresse", "/invitation/{jeton}")]
    [InlineData("/connexion/lien/secret-de-l-adresse?vers=secret-de-l-adresse", "/connexion/lien/{jeton}")]
    [InlineData("/nulle-part/secret-de-l-adresse", "…")]
    public async Task Une_trace_dit_la_route_et_jamais_le_secret_de_l_adresse(string adresse, string dite)
    {
        await using var site = await ApplicationDeTest.DemarrerAsync();
        var traces = new ConcurrentQueue<Activity>();
        using (var fournisseur = Sdk.CreateTracerProviderBuilder().AddSource("Microsoft.AspNetCore").AddProcessor(new SansSecretsDAdresse()).AddProcessor(new SimpleActivityExportProcessor(new Memoire(traces))).Build())
        {
            (await site.Client.GetAsync(adresse)).Dispose();
            await Attente.QueAsync("the trace of the request", () => traces.Any(t => Textes(t).Contains(dite)));
        }

        Assert.DoesNotContain(traces.SelectMany(Textes), t => t.Contains("secret-de-l-adresse", StringComparison.Ordinal));
    }

    private static List<string> Textes(Activity trace) => [trace.DisplayName, trace.OperationName, .. trace.TagObjects.Select(t => t.Value?.ToString() ?? "")];

    private sealed class Memoire(ConcurrentQueue<Activity> traces) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var trace in batch)
            {
                traces.Enqueue(trace);
            }

            return ExportResult.Success;
        }
    }
}
