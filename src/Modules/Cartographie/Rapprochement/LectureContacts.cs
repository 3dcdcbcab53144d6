using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Phones, e-mails, sites and company numbers as comparable integers; 0 is « none ».</summary>
internal static class LectureContacts
{
    // Anybody has an address there: the domain says nothing of the place.
    private static readonly HashSet<string> DomainesDeTous = new(StringComparer.Ordinal)
    {
        "orange.fr", "wanadoo.fr", "gmail.com", "free.fr", "laposte.net", "sfr.fr", "hotmail.com", "hotmail.fr", "outlook.com", "outlook.fr", "yahoo.fr", "yahoo.com", "live.fr", "bbox.fr",
        "neuf.fr", "club-internet.fr", "icloud.com", "msn.com", "aol.com", "numericable.fr", "nordnet.fr", "protonmail.com", "proton.me", "mailo.com", "only.fr", "izi.nc", "lagoon.nc", "mls.nc",
        "france-services.gouv.fr", "laposte.fr", "conseiller-numerique.fr", "hotmail.be", "9online.fr", "alicepro.fr", "orange.nc",
    };

    // Many places have a page there.
    private static readonly HashSet<string> SitesDeTous = new(StringComparer.Ordinal)
    {
        "facebook.com", "fr-fr.facebook.com", "m.facebook.com", "twitter.com", "linkedin.com", "instagram.com", "youtube.com", "google.com", "sites.google.com", "google.fr", "maps.google.com",
        "maisondeservicesaupublic.fr", "france-services.gouv.fr", "lannuaire.service-public.fr", "service-public.fr", "cohesion-territoires.gouv.fr", "agence-cohesion-territoires.gouv.fr",
        "localiser.laposte.fr", "laposte.fr", "pole-emploi.fr", "helloasso.com", "rdv-solidarites.fr", "rdv-aide-numerique.fr", "conseiller-numerique.gouv.fr", "outlook.office365.com", "pagesjaunes.fr",
        "annuaire-mairie.fr", "linktr.ee", "caf.fr", "msa.fr", "lassuranceretraite.fr", "wixsite.com", "wordpress.com", "over-blog.com", "blogspot.com", "jimdo.com", "framasite.org", "calendly.com",
    };

    /// <summary>The last nine figures, which don't depend on the prefix; shorter numbers as they are. Two numbers at most.</summary>
    public static (ulong, ulong) Telephones(string? texte)
    {
        if (texte is null || texte.Length > 200)
        {
            return (0, 0);
        }

        ulong premier = 0;
        ulong n = 0;
        var chiffres = 0;
        for (var i = 0; i <= texte.Length; i++)
        {
            var c = i < texte.Length ? texte[i] : '/';
            if (char.IsAsciiDigit(c))
            {
                n = (n * 10) + (ulong)(c - '0');
                chiffres++;
                if (chiffres > 15)
                {
                    return (premier, 0);
                }
            }
            else if (c is not (' ' or '.' or '-' or '+' or '(' or ')' or '\u00A0' or '\u202F' or ','))
            {
                var numero = Numero(n, chiffres);
                (n, chiffres) = (0, 0);
                if (numero != 0 && premier == 0)
                {
                    premier = numero;
                }
                else if (numero != 0)
                {
                    return (premier, numero);
                }
            }
        }

        return (premier, 0);
    }

    /// <summary>SIRET (or SIREN then 0) and its SIREN; an RNA or RIDET has no SIREN. Zeros are « unknown ».</summary>
    public static (ulong Numero, ulong Siren) Immatriculation(string? pivot)
    {
        if (pivot is null || pivot.Length > 40)
        {
            return (0, 0);
        }

        Span<char> propre = stackalloc char[40];
        var n = 0;
        foreach (var c in pivot)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                propre[n++] = char.ToUpperInvariant(c);
            }
        }

        var net = propre[..n];
        if (net.TrimStart('0').IsEmpty)
        {
            return (0, 0);
        }

        return net.IndexOfAnyExceptInRange('0', '9') < 0 && ulong.TryParse(net, out var numero)
            ? net.Length switch { 14 => (numero, numero / 100_000), 9 => (0UL, numero), 7 or 10 => (numero, 0UL), _ => (0UL, 0UL) }
            : n == 10 && net[0] == 'W' ? (Empreinte.De(net), 0UL) : (0UL, 0UL);
    }

    /// <summary>The address, its domain (0 when everybody's), and the words before the « @ ».</summary>
    public static (ulong Adresse, ulong Domaine) Courriel(string? texte, List<Mot> mots)
    {
        mots.Clear();
        var t = texte?.Trim().ToLowerInvariant();
        var at = t?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        if (t is null || at <= 0 || at > t.Length - 4 || t.Length > 200)
        {
            return (0, 0);
        }

        Mots.Lire(t[..at], mots);
        var domaine = t[(at + 1)..];
        return (Empreinte.De(t), DomainesDeTous.Contains(domaine) ? 0 : Empreinte.De(domaine));
    }

    /// <summary>The whole address, and the site (0 when many have a page there).</summary>
    public static (ulong Adresse, ulong Hote, string? Nom) Site(string? texte)
    {
        if (texte is null || texte.Length is < 4 or > 2000)
        {
            return (0, 0, null);
        }

        var t = texte.Trim().ToLowerInvariant().AsSpan();
        var schema = t.IndexOf("://", StringComparison.Ordinal);
        t = schema >= 0 ? t[(schema + 3)..] : t;
        t = t.StartsWith("www.") ? t[4..] : t;
        t = t.TrimEnd('/');
        var fin = t.IndexOfAny('/', '?', '#');
        var hote = (fin < 0 ? t : t[..fin]).ToString();
        if (!hote.Contains('.', StringComparison.Ordinal))
        {
            return (0, 0, null);
        }

        var deTous = SitesDeTous.Contains(hote);
        return (deTous && fin < 0 ? 0 : Empreinte.De(t), deTous ? 0 : Empreinte.De(hote), deTous ? null : hote);
    }

    private static ulong Numero(ulong n, int chiffres) => chiffres < 6 ? 0 : n % 1_000_000_000 is var neuf && neuf < 1000 ? 0 : neuf;
}
