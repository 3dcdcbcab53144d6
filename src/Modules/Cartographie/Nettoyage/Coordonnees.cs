using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Positions. Written in any usual way (decimal comma, degrees and minutes, both in one cell, Lambert-93, swapped), then confronted with the commune.
/// Outlines of communes aren't known here, so the distance is to the commune's centre; the thresholds come from the 12 664 positions of the shipped
/// places, see README.md.
/// </summary>
internal static partial class Coordonnees
{
    /// <summary>Beyond this distance of the commune's centre, somebody should look.</summary>
    public const double LoinKm = 15;

    /// <summary>The same in Guyane, whose communes are as large as a département.</summary>
    public const double LoinEnGuyaneKm = 75;

    /// <summary>No point of metropolitan France is further than 20 km from the centre of a commune: beyond, it is at sea or abroad.</summary>
    public const double SansCommuneKm = 25;

    private const string ChampLatitude = "latitude";
    private const string ChampLongitude = "longitude";

    /// <summary>Cleans the two columns.</summary>
    /// <param name="latitude">As written.</param>
    /// <param name="longitude">As written.</param>
    /// <param name="commune">The commune of the place when it is known.</param>
    /// <param name="territoires">Tells the nearest commune.</param>
    public static Nettoye<Position?> Nettoyer(string? latitude, string? longitude, Commune? commune, ITerritoires territoires)
    {
        var releve = new Releve();
        var (lat, lon) = (Coupe(latitude), Coupe(longitude));
        if (lat is null && lon is null)
        {
            return new(null, releve);
        }

        string? regle = null;
        if ((lat is null || lon is null || lat == lon) && (lat ?? lon) is { } ensemble && Paire().Match(ensemble) is { Success: true } paire)
        {
            (lat, lon) = (paire.Groups["a"].Value, paire.Groups["b"].Value);
            regle = Regles.GeoPaire;
        }

        if (lat is null || lon is null)
        {
            Retirer(Regles.GeoIncomplete);
            return new(null, releve);
        }

        if (Nombre(lat, ref regle) is not { } y || Nombre(lon, ref regle) is not { } x)
        {
            Retirer(Regles.GeoIllisible);
            return new(null, releve);
        }

        if (x == 0 && y == 0)
        {
            Retirer(Regles.GeoZero);
            return new(null, releve);
        }

        var position = new Position(y, x);
        if (!position.Valable)
        {
            // X, then Y, in the order of the columns or not: Y is always the greater.
            var (est, nord) = (Math.Min(x, y), Math.Max(x, y));
            if (!Lambert93.EstPlausible(est, nord))
            {
                Retirer(Math.Max(Math.Abs(x), Math.Abs(y)) > 10_000 ? Regles.GeoProjection : Regles.GeoHorsLimites);
                return new(null, releve);
            }

            var (la, lo) = Lambert93.EnDegres(est, nord);
            position = new Position(Math.Round(la, 6), Math.Round(lo, 6));
            regle = Regles.GeoLambert;
        }

        if (!position.PresDeLaFrance && new Position(position.Longitude, position.Latitude) is { Valable: true, PresDeLaFrance: true } inversee)
        {
            position = inversee;
            regle = Regles.GeoInversee;
        }

        // Nearly always: near its commune, and nothing else has to be looked up.
        var distance = commune is { Latitude: { } la0, Longitude: { } lo0 } ? Distance.Km(position.Latitude, position.Longitude, la0, lo0) : double.NaN;
        if (distance <= LoinKm)
        {
            return Garder(position);
        }

        if (!position.PresDeLaFrance)
        {
            var proche = territoires.CommuneLaPlusProche(position.Latitude, position.Longitude);
            Retirer(Regles.GeoHorsDeFrance, proche is null ? null : $"La position est hors de France, à {Km(proche.DistanceKm)} de {proche.Commune.NomComplet} : elle est laissée de côté.");
            return new(null, releve);
        }

        // Overseas centres are partly unknown: a commune of another ocean is no help, and would be long to find.
        var voisines = territoires.CommunesProches(position.Latitude, position.Longitude, SansCommuneKm, 1);
        var voisine = voisines is [var v] ? $"La commune la plus proche de cette position est {v.Commune.NomComplet}." : null;
        if (voisine is null && EnMetropole(position) && territoires.CommuneLaPlusProche(position.Latitude, position.Longitude) is { } terre)
        {
            Retirer(Regles.GeoEnMer, $"La position est en mer ou à l’étranger, à {Km(terre.DistanceKm)} de la commune la plus proche ({terre.Commune.NomComplet}) : elle est laissée de côté.");
            return new(null, releve);
        }

        if (commune is not null && !double.IsNaN(distance))
        {
            if (PositionHorsDeSaCommune.Est(distance, commune.Departement))
            {
                Retirer(Regles.GeoTresLoin, $"La position est à {Km(distance)} de {commune.NomComplet} : elle est laissée de côté.", voisine);
                return new(null, releve);
            }

            if (distance > (PositionHorsDeSaCommune.EnGuyane(commune.Departement) ? LoinEnGuyaneKm : LoinKm))
            {
                releve.Signaler(ChampLatitude, $"{lat} {lon}", Regles.GeoLoin, Severite.Avertissement, $"La position est à {Km(distance)} du centre de {commune.NomComplet}.", voisine);
            }
        }

        return Garder(position);

        Nettoye<Position?> Garder(Position gardee)
        {
            var (laEcrite, loEcrite) = (gardee.Latitude.ToString("R", CultureInfo.InvariantCulture), gardee.Longitude.ToString("R", CultureInfo.InvariantCulture));
            if (regle is not null)
            {
                releve.Corriger(ChampLatitude, latitude?.Trim(), laEcrite, regle);
                releve.Corriger(ChampLongitude, longitude?.Trim(), loEcrite, regle);
            }

            return new(gardee, releve);
        }

        void Retirer(string code, string? phrase = null, string? suggestion = null)
        {
            releve.Corriger(ChampLatitude, Coupe(latitude), null, code);
            releve.Corriger(ChampLongitude, Coupe(longitude), null, code);
            releve.Signaler(ChampLatitude, $"{latitude} {longitude}".Trim(), code, Severite.Corrige, phrase, suggestion);
        }
    }

    /// <summary>A number of degrees or metres; the rule is told when it wasn't written with a point.</summary>
    private static double? Nombre(string texte, ref string? regle)
    {
        if (double.TryParse(texte, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var direct))
        {
            return double.IsFinite(direct) ? direct : null;
        }

        var point = texte.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace('−', '-');
        if (DegresMinutes().Match(point) is { Success: true } m)
        {
            double Partie(string nom) => m.Groups[nom] is { Success: true, Value: var v } ? double.Parse(v.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;
            if (Partie("m") >= 60 || Partie("s") >= 60)
            {
                return null;
            }

            var degres = Partie("d") + (Partie("m") / 60) + (Partie("s") / 3600);
            var oppose = m.Groups["signe"].Value == "-" || m.Groups["avant"].Value is "S" or "s" or "W" or "w" or "O" or "o" || m.Groups["apres"].Value is "S" or "s" or "W" or "w" or "O" or "o";
            regle ??= Regles.GeoDegres;
            return Math.Round(oppose ? -degres : degres, 7);
        }

        point = point.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        if (double.TryParse(point, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre) && double.IsFinite(nombre))
        {
            regle ??= Regles.GeoVirgule;
            return nombre;
        }

        return null;
    }

    private static string? Coupe(string? texte) => texte?.Trim() is { Length: > 0 and <= 60 } t ? t : texte is { Length: > 60 } ? "illisible" : null;

    private static bool EnMetropole(Position p) => p.Latitude > 40 && p.Longitude is > -10 and < 15;

    private static string Km(double distance) => string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{distance:0.#} km");

    [GeneratedRegex(@"^\s*\(?\s*(?<a>-?[0-9]{1,3}\.[0-9]+)\s*[,; ]\s*(?<b>-?[0-9]{1,3}\.[0-9]+)\s*\)?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paire();

    // « 48° 51' 24,5" N », « N 48°51.4' », « 48,85° »
    [GeneratedRegex(@"^(?<avant>[NSEWO])?\s*(?<signe>[+\-])?\s*(?<d>[0-9]{1,3}([.,][0-9]+)?)\s*[°º]\s*((?<m>[0-9]{1,2}([.,][0-9]+)?)\s*['’′]\s*((?<s>[0-9]{1,2}([.,][0-9]+)?)\s*(""|''|’’|″|”)?)?)?\s*(?<apres>[NSEWO])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DegresMinutes();
}
