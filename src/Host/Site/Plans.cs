using System.Globalization;
using System.Text;
using System.Xml;

using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;

namespace FaireAvec.Host.Site;

/// <summary>« /robots.txt », « /sitemap.xml » and its parts of 20 000 addresses, « /favicon.ico ».</summary>
internal static class Plans
{
    private const int Part = 20_000;

    public static void MapPlans(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/robots.txt", (HttpContext c) => Results.Text(
            $"User-agent: *\nDisallow: /api/\nDisallow: /langue\nDisallow: /ui$\nDisallow: /lieux?\nSitemap: {Site(c)}/sitemap.xml\n", "text/plain", Encoding.UTF8)).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/favicon.ico", () => Results.LocalRedirect("/ui/favicon.ico", permanent: true)).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/sitemap.xml", (HttpContext c, IEnumerable<IPlanDuSite> plans) =>
        {
            var parts = (plans.Sum(p => p.Adresses().Count()) + Part - 1) / Part;
            return Xml("sitemapindex", "sitemap", Enumerable.Range(1, Math.Max(parts, 1)).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Site(c)}/sitemap-{i}.xml")));
        }).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/sitemap-{numero:int:min(1)}.xml", (int numero, HttpContext c, IEnumerable<IPlanDuSite> plans) =>
        {
            var adresses = plans.SelectMany(p => p.Adresses()).Skip((int)Math.Min((long)(numero - 1) * Part, int.MaxValue)).Take(Part).Select(a => Site(c) + a).ToList();
            return adresses.Count == 0 ? Results.StatusCode(StatusCodes.Status404NotFound) : Xml("urlset", "url", adresses);
        }).ExcludeFromDescription().Droit(DroitRequis.Public);
    }

    private static string Site(HttpContext contexte) => $"{contexte.Request.Scheme}://{contexte.Request.Host}";

    private static IResult Xml(string racine, string element, IEnumerable<string> adresses)
    {
        const string Espace = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var texte = new MemoryStream();
        using (var xml = XmlWriter.Create(texte, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(racine, Espace);
            foreach (var adresse in adresses)
            {
                xml.WriteStartElement(element, Espace);
                xml.WriteElementString("loc", Espace, adresse);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Results.Bytes(texte.ToArray(), "application/xml");
    }
}
