using System.Globalization;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>
/// Where a visitor is in the public path: what is looked for, all of it in the address, nothing about anybody. What isn't understood is left out: a step may
/// always be skipped.
/// </summary>
internal sealed class EtatDuParcours(IQueryCollection requete, ITerritoires territoires, DateTimeOffset maintenant)
{
    public const int Etapes = 5;

    /// <summary>The list, after the steps.</summary>
    public const int Liste = 6;

    public static readonly IReadOnlyList<string> Besoins = [BesoinsDOrientation.Apprendre, BesoinsDOrientation.Demarche, BesoinsDOrientation.Culture, BesoinsDOrientation.Materiel];
    public static readonly IReadOnlyList<int> Distances = [5, 10, 20, 50];
    public static readonly IReadOnlyList<string> Moments = ["maintenant", "jour"];

    // Far from the ends of the calendar, whatever the time zone.
    private const int AnneeMin = 2000;
    private const int AnneeMax = 2100;

    private static readonly string[] Cles = ["besoin", "ou", "commune", "distance", "accueil", "quand", "jour", "de", "a"];

    public int Etape { get; } = int.TryParse(requete["etape"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, Liste) : 1;

    public BesoinDOrientation? Besoin { get; } = Besoins.Contains(requete["besoin"].ToString(), StringComparer.Ordinal) ? BesoinsDOrientation.De(requete["besoin"]) : null;

    /// <summary>As it was typed.</summary>
    public string? Ou { get; } = requete["ou"].ToString().Trim() is { Length: > 0 and <= 100 } ou && !ou.Any(char.IsControl) ? ou : null;

    public Commune? Commune { get; } = Lire(requete, territoires);

    public int Distance { get; } = int.TryParse(requete["distance"], NumberStyles.None, CultureInfo.InvariantCulture, out var d) && Distances.Contains(d) ? d : 20;

    public IReadOnlyList<string> Accueil { get; } = [.. requete["accueil"].OfType<string>().Where(a => CodesDOrientation.LibelleDAmenagement(a) is not null).Distinct(StringComparer.Ordinal)];

    public string? Quand { get; } = Moments.Contains(requete["quand"].ToString(), StringComparer.Ordinal) ? requete["quand"].ToString() : null;

    public DateOnly? Jour { get; } = DateOnly.TryParseExact(requete["jour"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) && jour.Year is >= AnneeMin and <= AnneeMax ? jour : null;

    public TimeOnly? De { get; } = Heure(requete["de"]);

    public TimeOnly? A { get; } = Heure(requete["a"]);

    /// <summary>The hours end before they begin.</summary>
    public bool HeuresInversees => De is { } de && A is { } a && a <= de;

    /// <summary>A town was typed, and it isn't one.</summary>
    public bool CommuneInconnue => Ou is not null && Commune is null;

    /// <summary>What is asked of the map; null before a town is known.</summary>
    public DemandeDAccueil? Demande
    {
        get
        {
            if (Commune is not { Latitude: { } latitude, Longitude: { } longitude } commune)
            {
                return null;
            }

            var fuseau = TimeZoneInfo.FindSystemTimeZoneById(commune.FuseauHoraire);
            var debut = maintenant;
            DateTimeOffset? fin = null;
            if (Quand == "jour" && Jour is { } jour && !HeuresInversees)
            {
                (debut, fin) = (Instant(fuseau, jour, De ?? TimeOnly.MinValue), A is { } a ? Instant(fuseau, jour, a) : Instant(fuseau, jour.AddDays(1), TimeOnly.MinValue));
            }

            return new DemandeDAccueil(latitude, longitude, debut)
            {
                Services = Besoin?.Services ?? [],
                PrisesEnCharge = [.. Accueil.Select(c => CodesDOrientation.LibelleDAmenagement(c)!)],
                Ouverts = Quand == "maintenant" || fin is not null,
                Jusqua = fin,
                RayonKm = Distance,
            };
        }
    }

    /// <summary>This search at another step.</summary>
    public string VersLEtape(int etape) => Adresse(LiensDesOrientations.Parcours, ("etape", etape.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The sheet of a place.</summary>
    public string Fiche(string lieu) => Adresse(LiensDesOrientations.FicheDeParcours, ("lieu", lieu));

    /// <summary>What the other steps said, to carry in the form of this one.</summary>
    public IEnumerable<(string Nom, string Valeur)> AGarder(params string[] sauf) => Cles.Where(c => !sauf.Contains(c, StringComparer.Ordinal)).SelectMany(c => requete[c].OfType<string>().Where(v => v.Length is > 0 and <= 100).Take(10).Select(v => (c, v)));

    private string Adresse(string chemin, (string Nom, string Valeur) plus)
    {
        var suite = new QueryBuilder { { plus.Nom, plus.Valeur } };
        foreach (var (nom, valeur) in AGarder())
        {
            suite.Add(nom, valeur);
        }

        return $"{chemin}{suite.ToQueryString()}";
    }

    private static DateTimeOffset Instant(TimeZoneInfo fuseau, DateOnly jour, TimeOnly heure)
    {
        var locale = jour.ToDateTime(heure);
        return new DateTimeOffset(locale, fuseau.GetUtcOffset(locale)).ToUniversalTime();
    }

    private static TimeOnly? Heure(string? saisie) => TimeOnly.TryParseExact(saisie, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var heure) ? heure : null;

    private static Commune? Lire(IQueryCollection requete, ITerritoires territoires) => territoires.Saisie(requete["commune"], requete["ou"]);
}
