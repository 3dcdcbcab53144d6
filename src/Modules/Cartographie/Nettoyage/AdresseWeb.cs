using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Web addresses: http and https only, without credentials, never a private host. Only the scheme and the host are lowered: a path may depend on case.
/// </summary>
internal static partial class AdresseWeb
{
    public const int LongueurMax = 2000;

    private const int NombreMax = 10;

    private static readonly SearchValues<char> Interdits = SearchValues.Create(" \t\"<>\\^");

    /// <summary>Cleans a list of addresses (« site_web »).</summary>
    public static Nettoye<string[]> NettoyerListe(string? texte, string champ = "site_web")
    {
        var releve = new Releve();
        if (string.IsNullOrWhiteSpace(texte))
        {
            return new([], releve);
        }

        if (texte.Length > LongueurMax * NombreMax)
        {
            releve.Retirer(champ, texte, Regles.UrlTropLongue);
            return new([], releve);
        }

        // Each mending may uncover another, as in a text.
        var gardes = UneFois(texte, champ, releve);
        for (var i = 0; i < 5 && gardes.Count > 0; i++)
        {
            var apres = UneFois(string.Join('|', gardes), champ, releve);
            if (apres.SequenceEqual(gardes))
            {
                break;
            }

            gardes = apres;
        }

        return new([.. gardes], releve);
    }

    private static List<string> UneFois(string texte, string champ, Releve releve)
    {
        var gardes = new List<string>();
        foreach (var (brut, propre) in Morceaux(texte))
        {
            if (gardes.Count == NombreMax)
            {
                releve.Retirer(champ, brut, Regles.UrlTropLongue);
            }
            else if (Une(brut, propre, champ, releve) is { } adresse)
            {
                if (gardes.Contains(adresse))
                {
                    releve.Corriger(champ, brut, null, Regles.UrlDouble);
                }
                else
                {
                    gardes.Add(adresse);
                }
            }
        }

        return gardes;
    }

    /// <summary>Cleans a field that holds one address (« prise_rdv », « fiche_acces_libre »): the first that is right.</summary>
    public static Nettoye<string> Nettoyer(string? texte, string champ)
    {
        var (liste, releve) = NettoyerListe(texte, champ);
        if (liste is not { Length: > 0 })
        {
            return new(null, releve);
        }

        foreach (var autre in liste.Skip(1))
        {
            releve.Corriger(champ, autre, null, Regles.UrlUneSeule);
        }

        return new(liste[0], releve);
    }

    /// <summary>True for an http(s) address of a public host, without credentials.</summary>
    public static bool EstPublique(Uri adresse) =>
        adresse.Scheme is "http" or "https" && adresse.UserInfo.Length == 0 && !EstPrive(adresse);

    private static IEnumerable<(string Brut, string Propre)> Morceaux(string texte)
    {
        // « | » separates the values of the standard; the rest only where another address begins, since addresses may hold these signs.
        foreach (var valeur in Texte.SansInvisibles(texte).Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var morceaux = Suivante().Split(TroisW().Replace(valeur, "www."));
            foreach (var morceau in morceaux)
            {
                // A sign at the end may belong to the address, unless a space stands before it.
                var propre = morceau.Trim(' ', ';', ',').TrimStart(' ', '-', '/');
                while (propre is [.., ' ', '-' or '/'])
                {
                    propre = propre[..^2].TrimEnd(' ', ';', ',');
                }

                if (propre.Length > 0)
                {
                    yield return (morceaux.Length == 1 ? valeur : propre, propre);
                }
            }
        }
    }

    private static string? Une(string brut, string propre, string champ, Releve releve)
    {
        if (brut.Length > LongueurMax)
        {
            releve.Retirer(champ, brut, Regles.UrlTropLongue);
            return null;
        }

        if (!brut.Any(char.IsLetterOrDigit))
        {
            releve.Corriger(champ, brut, null, Regles.TexteNul);
            return null;
        }

        var candidat = SansEtiquette().Replace(propre, "");
        var sansSchema = Schemas().Replace(candidat, "");
        var https = candidat.Length > sansSchema.Length && candidat.StartsWith("https", StringComparison.OrdinalIgnoreCase);
        var avecSchema = candidat.Length > sansSchema.Length;
        if (!avecSchema && candidat.Contains("://", StringComparison.Ordinal))
        {
            releve.Retirer(champ, brut, Regles.UrlSchema);
            return null;
        }

        if (sansSchema.Contains('@', StringComparison.Ordinal) && !sansSchema.Contains('/', StringComparison.Ordinal))
        {
            releve.Retirer(champ, Courriel.Masquer(brut), Regles.UrlForme);
            return null;
        }

        sansSchema = sansSchema.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        if (sansSchema.AsSpan().ContainsAny(Interdits))
        {
            // « site facebook : Le Fournil »: words. « https://exemple.org/page (accueil) »: the address, then words.
            var coupe = sansSchema.IndexOf(' ', StringComparison.Ordinal);
            var debut = coupe > 0 ? sansSchema[..coupe] : "";
            if (!avecSchema || debut.IndexOf('.', StringComparison.Ordinal) < 0)
            {
                releve.Retirer(champ, brut, Regles.UrlForme);
                return null;
            }

            sansSchema = debut.TrimEnd('"', '<', '>', ',', ';');
            if (sansSchema.AsSpan().ContainsAny(Interdits))
            {
                releve.Retirer(champ, brut, Regles.UrlForme);
                return null;
            }
        }

        if (!Uri.TryCreate($"{(https ? "https" : "http")}://{sansSchema}", UriKind.Absolute, out var uri) || HoteAscii(uri) is not { } hote || !Hote().IsMatch(hote))
        {
            releve.Retirer(champ, brut, Regles.UrlForme);
            return null;
        }

        if (uri.UserInfo.Length > 0)
        {
            releve.Retirer(champ, $"{uri.Scheme}://•••@{uri.Host}", Regles.UrlIdentifiants);
            return null;
        }

        if (EstPrive(uri))
        {
            releve.Retirer(champ, brut, Regles.UrlPrivee);
            return null;
        }

        // The text itself, not Uri's own writing of it: a path is kept letter for letter.
        var finHote = sansSchema.AsSpan().IndexOfAny('/', '?', '#') is var f && f < 0 ? sansSchema.Length : f;
        var adresse = $"{uri.Scheme}://{sansSchema[..finHote].ToLowerInvariant()}{sansSchema[finHote..]}";
        releve.Corriger(champ, brut, adresse, avecSchema ? Regles.UrlEcriture : Regles.UrlSansSchema);
        return adresse;
    }

    /// <summary>The host in ASCII; null when its letters can't be those of a host, which Uri finds out only here.</summary>
    private static string? HoteAscii(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool EstPrive(Uri uri)
    {
        if (uri.IsLoopback || uri.HostNameType is UriHostNameType.IPv6)
        {
            return true;
        }

        var hote = HoteAscii(uri) ?? "";
        if (hote.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || hote.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || hote.EndsWith(".lan", StringComparison.OrdinalIgnoreCase) || hote.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // A place has a name: a bare number is a machine.
        return IPAddress.TryParse(hote, out var ip) && ip.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6;
    }

    [GeneratedRegex(@"[\s;,]+(?=(https?:|www\.))|\s+(ou|et)\s+(?=[a-z0-9\-]+\.)|\s[/\-]\s|;\s*(?=[a-z0-9\-]+\.[a-z])|,\s+(?=[a-z0-9\-]+\.[a-z])|\s+(?=[a-z0-9\-]+\.(com|fr|org|net)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suivante();

    // « Site internet : https://… »
    [GeneratedRegex(@"^(site( internet| web)?|internet|web|url|lien|adresse|facebook)\s*:\s*(?=(https?:|www\.|[a-z0-9\-]+\.[a-z]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SansEtiquette();

    // One or several schemes, well or badly written: « https://https://», « https//: », « http:/ », « https/www », « http;// », « htpp:// ».
    [GeneratedRegex(@"^((https?|htt?p|htpps?|htttps?)\s?(:\s?/{1,3}|//:?|;//|:(?=www)|/(?=www)|\.//)\s?)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Schemas();

    // « www, », « www: », « wwww. »
    [GeneratedRegex(@"(?<![a-z0-9.\-])w{3,4}[.,:;]\s?(?=[a-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TroisW();

    [GeneratedRegex(@"^([a-z0-9_]([a-z0-9_\-]{0,61}[a-z0-9])?\.)+([a-z]{2,24}|xn--[a-z0-9\-]{2,59})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hote();
}
