using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FaireAvec.Kernel.Observation;

/// <summary>
/// OpenTelemetry traces and metrics of ASP.NET Core, Npgsql and .NET, sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; nothing otherwise.
/// </summary>
internal sealed class Telemetrie(IConfiguration configuration) : IHostedService, IDisposable
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql"];

    private TracerProvider? _traces;
    private MeterProvider? _mesures;
    private ActivityListener? _fautes;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return Task.CompletedTask;
        }

        // Who traces a failure asks first what to say of it.
        _fautes = new ActivityListener { ShouldListenTo = s => Sources.Contains(s.Name), ExceptionRecorder = DireLaFaute };
        ActivitySource.AddActivityListener(_fautes);
        var ressource = ResourceBuilder.CreateDefault().AddService("faireavec", serviceVersion: typeof(Telemetrie).Assembly.GetName().Version?.ToString(3));
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(ressource)
            .AddSource(Sources).AddProcessor(new SansSecretsDAdresse()).AddOtlpExporter().Build();
        _mesures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(ressource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime").AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(2000);
        _mesures?.ForceFlush(2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _mesures?.Dispose();
        _fautes?.Dispose();
    }

    private static void DireLaFaute(Activity trace, Exception faute, ref TagList etiquettes)
    {
        etiquettes.Add("exception.type", faute.GetType().FullName);
        etiquettes.Add("exception.message", SansDonnees.Resumer(faute));
        etiquettes.Add("exception.stacktrace", SansDonnees.Decrire(faute));
    }
}
