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
        endpoints.MapGet("/robots.txt", (HttpContext c, AdresseDuSite adresse) => Rendre(
            c,
            adresse,
            Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /api/\nDisallow: /langue\nDisallow: /ui$\nDisallow: /lieux?\nSitemap: {Site(c, adresse)}/sitemap.xml\n"),
            "text/plain; charset=utf-8")).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/favicon.ico", () => Results.LocalRedirect("/ui/favicon.ico", permanent: true)).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/sitemap.xml", (HttpContext c, AdresseDuSite adresse, IEnumerable<IPlanDuSite> plans) =>
        {
            var parts = (plans.Sum(p => p.Adresses().Count()) + Part - 1) / Part;
            return Xml(c, adresse, "sitemapindex", "sitemap", Enumerable.Range(1, Math.Max(parts, 1)).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Site(c, adresse)}/sitemap-{i}.xml")));
        }).ExcludeFromDescription().Droit(DroitRequis.Public);
        endpoints.MapGet("/sitemap-{numero:int:min(1)}.xml", (int numero, HttpContext c, AdresseDuSite adresse, IEnumerable<IPlanDuSite> plans) =>
        {
            var site = Site(c, adresse);
            var adresses = plans.SelectMany(p => p.Adresses()).Skip((int)Math.Min((long)(numero - 1) * Part, int.MaxValue)).Take(Part).Select(a => site + a).ToList();
            return adresses.Count == 0 ? Results.StatusCode(StatusCodes.Status404NotFound) : Xml(c, adresse, "urlset", "url", adresses);
        }).ExcludeFromDescription().Droit(DroitRequis.Public);
    }

    private static string Site(HttpContext contexte, AdresseDuSite adresse) => adresse.De(contexte.Request) ?? $"{contexte.Request.Scheme}://{contexte.Request.Host}";

    // Where nobody said what the site is called, the name is whatever was asked for: no cache that others read may keep it.
    private static IResult Rendre(HttpContext contexte, AdresseDuSite adresse, byte[] octets, string type) =>
        FichierPublic.Rendre(contexte, octets, type, Duree, partage: adresse.De(contexte.Request) is not null);

    private static IResult Xml(HttpContext contexte, AdresseDuSite adresse, string racine, string element, IEnumerable<string> adresses)
    {
        const string Espace = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var texte = new MemoryStream();
        using (var xml = XmlWriter.Create(texte, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(racine, Espace);
            foreach (var a in adresses)
            {
                xml.WriteStartElement(element, Espace);
                xml.WriteElementString("loc", Espace, a);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Rendre(contexte, adresse, texte.ToArray(), "application/xml");
    }
}
