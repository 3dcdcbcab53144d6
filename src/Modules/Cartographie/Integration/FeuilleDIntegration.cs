using System.Globalization;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Cartographie.Integration;

/// <summary>« /integrer/couleurs.css »: the colours of a frame as a style sheet of ours, since no page takes a style written in it. Made of colours that were read, never of what was typed.</summary>
internal static class FeuilleDIntegration
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Liens.FeuilleIntegree, (HttpContext contexte) =>
        {
            var theme = ReglagesDIntegration.Lire(contexte.Request.Query).Reglages.Theme;
            contexte.Response.Headers.CacheControl = "public, max-age=86400";
            return TypedResults.Text(
                string.Create(CultureInfo.InvariantCulture, $":root{{--fond:{theme.Fond};--texte:{theme.Texte};--couleur:{theme.Accent};--sur-couleur:{theme.SurAccent}}}\n"),
                "text/css; charset=utf-8");
        }).Droit(DroitRequis.Public).ExcludeFromDescription();
}
