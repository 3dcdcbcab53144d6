using System.Diagnostics;
using OpenTelemetry;

namespace FaireAvec.Kernel.Observation;

/// <summary>
/// Traces say which route was called, never the address itself: that of an invitation or of a link to sign in holds its secret, and a query holds what
/// somebody looks for. Nor do they say what a failure was about.
/// </summary>
internal sealed class SansSecretsDAdresse : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.path") is not null)
        {
            data.SetTag("url.path", data.GetTagItem("http.route") as string ?? "…");
        }

        // Null takes the tag away.
        data.SetTag("url.query", null);
        data.SetTag("url.full", null);
        // The sentence of a failure quotes values; its code stands in a tag of its own.
        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }

        // Whatever the caller wrote in its headers.
        data.TraceStateString = "";
    }
}
