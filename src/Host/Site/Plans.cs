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

    private static readonly TimeSpan Duree = TimeSpan.FromHours(1);

    public static void MapPlans(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/robots.txt", (HttpContext c) => FichierPublic.Rendre(
            c,
            Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /api/\nDisallow: /langue\nDisallow: /ui$\nDisallow: /lieux?\nSitemap: {Site(c)}/sitemap.xml\n"),
            "text/plain; charset=utf-8",
            Duree)).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/favicon.ico", () => Results.LocalRedirect("/ui/favicon.ico", permanent: true)).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/sitemap.xml", (HttpContext c, IEnumerable<IPlanDuSite> plans) =>
        {
            var parts = (plans.Sum(p => p.Adresses().Count()) + Part - 1) / Part;
            return Xml(c, "sitemapindex", "sitemap", Enumerable.Range(1, Math.Max(parts, 1)).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Site(c)}/sitemap-{i}.xml")));
        }).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/sitemap-{numero:int:min(1)}.xml", (int numero, HttpContext c, IEnumerable<IPlanDuSite> plans) =>
        {
            var adresses = plans.SelectMany(p => p.Adresses()).Skip((int)Math.Min((long)(numero - 1) * Part, int.MaxValue)).Take(Part).Select(a => Site(c) + a).ToList();
            return adresses.Count == 0 ? Results.StatusCode(StatusCodes.Status404NotFound) : Xml(c, "urlset", "url", adresses);
        }).ExcludeFromDescription().Droit(DroitRequis.Public);
    }

    private static string Site(HttpContext contexte) => $"{contexte.Request.Scheme}://{contexte.Request.Host}";

    private static IResult Xml(HttpContext contexte, string racine, string element, IEnumerable<string> adresses)
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

        return FichierPublic.Rendre(contexte, texte.ToArray(), "application/xml", Duree);
    }
}
