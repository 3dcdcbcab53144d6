using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace FaireAvec.Benchmarks;

internal static partial class MesureAccueil
{
    public static async Task ExecuterAsync()
    {
        var jeu = new Jeu();
        var tableau = new Tableau();
        var dossier = Serveur.DossierProvisoire();
        try
        {
            await using var serveur = await Serveur.DemarrerAsync(jeu.Racine, dossier);
            var (demandes, octets) = await VisiterAsync(new Uri($"{serveur.Adresse}/"));
            tableau.Chiffre("home page, cold: transferred with headers", octets / 1000.0, "kB", 150);
            tableau.Chiffre("home page, cold: requests", demandes, "", 30);
            var fiche = await FicheAsync(serveur);
            foreach (var (nom, adresses) in new (string, IReadOnlyList<string>)[]
            {
                ("/", ["/"]),
                ("/lieux near a place, one service", [.. jeu.Adresses(500).Select(a => a.Replace("/api/v1", "", StringComparison.Ordinal).Replace("&comptes=oui", "", StringComparison.Ordinal))]),
                ("/lieux/{slug}-{id}", [fiche]),
            })
            {
                await Charge.LancerAsync(serveur.Port, 2, 5, adresses);
                var bilan = await Charge.LancerAsync(serveur.Port, 1, 5, adresses);
                tableau.Temps($"{nom}, at rest", bilan.Ms);
                if (bilan.Fautes > 0)
                {
                    tableau.Chiffre($"{nom}: answers that weren't 200", bilan.Fautes, "", 1);
                }
            }
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }

        tableau.Ecrire();
    }

    /// <summary>What a browser asks for on its first visit: the page, its styles and scripts, and what these name in turn. Fonts of other scripts and pictures of CSS count too.</summary>
    internal static async Task<(int Demandes, long Octets)> VisiterAsync(Uri page)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        var (vues, attente, octets) = (new HashSet<Uri>(), new Queue<Uri>([page]), 0L);
        while (attente.TryDequeue(out var adresse))
        {
            if (!vues.Add(adresse))
            {
                continue;
            }

            using var reponse = await client.GetAsync(adresse);
            var corps = await reponse.Content.ReadAsByteArrayAsync();
            octets += corps.Length + reponse.Headers.Concat(reponse.Content.Headers).Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4);
            using var clair = new MemoryStream();
            Stream flux = new MemoryStream(corps);
            await using var decode = reponse.Content.Headers.ContentEncoding.FirstOrDefault() switch
            {
                "br" => new System.IO.Compression.BrotliStream(flux, System.IO.Compression.CompressionMode.Decompress),
                "gzip" => new System.IO.Compression.GZipStream(flux, System.IO.Compression.CompressionMode.Decompress),
                _ => flux,
            };
            await decode.CopyToAsync(clair);
            var texte = System.Text.Encoding.UTF8.GetString(clair.ToArray());
            var type = reponse.Content.Headers.ContentType?.MediaType;
            var noms = type switch
            {
                "text/html" => DansLaPage().Matches(texte).Where(m => !m.Value.StartsWith("<a", StringComparison.OrdinalIgnoreCase)),
                "text/css" => DansLeStyle().Matches(texte),
                _ => (IEnumerable<Match>)[],
            };
            foreach (var nom in noms.Select(m => m.Groups["adresse"].Value).Where(n => !n.StartsWith("data:", StringComparison.Ordinal) && !n.StartsWith('#')))
            {
                var cible = new Uri(adresse, WebUtility.HtmlDecode(nom));
                if (cible.Host == page.Host)
                {
                    attente.Enqueue(new UriBuilder(cible) { Fragment = "" }.Uri);
                }
            }
        }

        return (vues.Count, octets);
    }

    private static async Task<string> FicheAsync(Serveur serveur)
    {
        using var client = new HttpClient();
        var json = await client.GetStringAsync(new Uri($"{serveur.Adresse}/api/v1/lieux?lat=45.76&lon=4.83&limite=1"));
        var adresse = UrlDuLieu().Match(json).Groups["adresse"].Value;
        return Uri.TryCreate(adresse, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.PathAndQuery : adresse;
    }

    [GeneratedRegex("""
        <(?:link(?=[^>]*rel="(?:stylesheet|icon|manifest|preload|modulepreload|apple-touch-icon)")|script|img|use)\b[^>]*?(?:href|src)="(?<adresse>[^"]+)"
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DansLaPage();

    [GeneratedRegex("""url\(["']?(?<adresse>[^"')]+)["']?\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DansLeStyle();

    [GeneratedRegex("""
        "url":"(?<adresse>[^"]+)"
        """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UrlDuLieu();
}
