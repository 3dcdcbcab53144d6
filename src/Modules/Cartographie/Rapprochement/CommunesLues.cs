using System.Collections.Concurrent;
using System.Globalization;
using FaireAvec.Cartographie.Rapprochement.Texte;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>The commune of a place, from what its source writes: INSEE code, former code, arrondissement, or postal code and name.</summary>
internal sealed class CommunesLues(ITerritoires territoires)
{
    private readonly ConcurrentDictionary<string, CommuneLue> _lues = new(StringComparer.Ordinal);

    /// <summary>The commune, or null with the communes that are possible.</summary>
    public CommuneLue? Trouver(string? insee, string codePostal, string nom, out int[] possibles)
    {
        possibles = [];
        var code = insee?.Trim().ToUpperInvariant();
        if (code is { Length: 4 })
        {
            code = "0" + code;
        }

        if (territoires.Commune(code) is { } commune)
        {
            return Lue(commune);
        }

        var cp = codePostal.Trim();
        var communes = territoires.CommunesDuCodePostal(cp.Length == 4 ? "0" + cp : cp);
        if (communes.Count == 0)
        {
            return null;
        }

        var cherche = SansCedex(TexteRecherche.Normaliser(nom.Length > 100 ? nom[..100] : nom));
        foreach (var c in communes)
        {
            if (TexteRecherche.Normaliser(c.Nom) == cherche || (c.EstArrondissement && TexteRecherche.Normaliser(territoires.Commune(c.CommuneMere)?.Nom) == cherche))
            {
                return Lue(c);
            }
        }

        var ensemble = communes.Select(c => Lue(c).Numero).Distinct().ToArray();
        if (ensemble.Length == 1)
        {
            return Lue(communes[0]);
        }

        possibles = ensemble;
        return null;
    }

    private CommuneLue Lue(Commune commune) => _lues.GetOrAdd(commune.CommuneMere ?? commune.CodeInsee, static (code, t) =>
    {
        var c = t.Commune(code)!;
        var mots = new List<Mot>();
        Mots.Lire(c.Nom, mots);
        return new CommuneLue(Numero(code), [.. mots], c.Population ?? 0, c.Latitude ?? double.NaN, c.Longitude ?? double.NaN);
    }, territoires);

    /// <summary>« 2A004 » in one integer.</summary>
    private static int Numero(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (code[1] == 'A' ? 200_000 : 300_000) + int.Parse(code.AsSpan(2), CultureInfo.InvariantCulture);

    private static string SansCedex(string nom)
    {
        var cedex = nom.IndexOf(" cedex", StringComparison.Ordinal);
        var net = cedex > 0 ? nom[..cedex] : nom;

        // « Lyon 3 », « Paris 15e ».
        var blanc = net.LastIndexOf(' ');
        return blanc > 0 && char.IsAsciiDigit(net[blanc + 1]) ? net[..blanc] : net;
    }
}

/// <summary>A commune made ready: its number, the words of its name, its inhabitants, its centre.</summary>
internal sealed record CommuneLue(int Numero, Mot[] Nom, int Population, double Latitude, double Longitude);
