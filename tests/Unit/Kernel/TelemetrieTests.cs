using System.Diagnostics;
using FaireAvec.Kernel.Observation;

namespace FaireAvec.Tests.Unit.Kernel;

/// <summary>What leaves as traces: the route, never the secret of an address.</summary>
public class TelemetrieTests
{
    [Theory]
    [InlineData("/invitation/{jeton}", "/invitation/{jeton}")]
    [InlineData("/connexion/lien/{jeton}", "/connexion/lien/{jeton}")]
    [InlineData(null, "…")]
    public void Une_trace_dit_la_route_et_jamais_le_secret_de_l_adresse(string? route, string dite)
    {
        using var trace = new Activity("Microsoft.AspNetCore.Hosting.HttpRequestIn");
        trace.SetTag("url.path", "/invitation/secret").SetTag("url.query", "?retour=secret").SetTag("url.full", "https://site.example/invitation/secret").SetTag("http.request.method", "GET");
        if (route is not null)
        {
            trace.SetTag("http.route", route);
        }

        using var processeur = new SansSecretsDAdresse();
        processeur.OnEnd(trace);

        Assert.Equal(dite, trace.GetTagItem("url.path"));
        Assert.Equal("GET", trace.GetTagItem("http.request.method"));
        Assert.DoesNotContain(trace.TagObjects, t => t.Value?.ToString()?.Contains("secret", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Ce_qui_n_est_pas_une_requete_reste_tel_quel()
    {
        using var trace = new Activity("postgresql");
        trace.SetTag("db.system.name", "postgresql");
        using var processeur = new SansSecretsDAdresse();
        processeur.OnEnd(trace);
        Assert.Equal([KeyValuePair.Create("db.system.name", (object?)"postgresql")], trace.TagObjects);
    }
}
