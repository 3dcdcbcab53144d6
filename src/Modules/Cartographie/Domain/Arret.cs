using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Cartographie.Domain;

/// <summary>A dated stop of a touring place: where it stands, from which day to which. Found in the search as a place until its last day has passed.</summary>
internal sealed partial class Arret : IJournalisee
{
    public const int TexteMax = 300;

    public required Guid Id { get; init; }

    /// <summary>The source record of the touring place.</summary>
    public required string Lieu { get; init; }

    public required string Commune { get; init; }
    public required string CodePostal { get; init; }
    public string? CodeInsee { get; init; }
    public string? Adresse { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public required DateOnly PremierJour { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly DernierJour { get; init; }

    /// <summary>OpenStreetMap hours of the stop: those of its days ("10:00-12:00"), or with their own dates and years; null when they aren't known.</summary>
    public string? Horaires { get; init; }

    public required string Auteur { get; init; }
    public required DateTimeOffset CreeLe { get; init; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>The hours with the days of the stop: without them the place would be open every week.</summary>
    public string? HorairesDates => Dater(Horaires, PremierJour, DernierJour);

    /// <summary>Puts the days before the hours, unless they have a year of their own.</summary>
    public static string? Dater(string? horaires, DateOnly premier, DateOnly dernier)
    {
        if (horaires is null || Annee().IsMatch(horaires))
        {
            return horaires;
        }

        static string Jour(DateOnly jour) => jour.ToString("yyyy MMM dd", CultureInfo.InvariantCulture);
        return premier == dernier ? $"{Jour(premier)} {horaires}" : $"{Jour(premier)}-{Jour(dernier)} {horaires}";
    }

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex Annee();

    /// <summary>True until the last day has passed.</summary>
    public bool EstAVenir(DateOnly jour) => jour <= DernierJour;
}
