namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// How much a place tells, 0 to 100, in four parts that are published with the total: what is filled (40), how fresh it is (25), whether it has a point
/// on the map (20), whether its hours are understood (15). It judges a sheet, never a place nor the people in it: nothing is sorted by it.
/// </summary>
/// <param name="Complet">0 to 40: four points for each of ten things that help to come.</param>
/// <param name="Frais">0 to 25: all under six months, none from two years on or when the date isn't known, evenly in between.</param>
/// <param name="Geocode">0 or 20.</param>
/// <param name="HorairesCompris">0 or 15.</param>
/// <param name="Manques">Columns that would raise it.</param>
internal sealed record Qualite(int Complet, int Frais, int Geocode, int HorairesCompris, IReadOnlyList<string> Manques)
{
    public const int CompletMax = 40;
    public const int FraisMax = 25;
    public const int GeocodeMax = 20;
    public const int HorairesMax = 15;

    /// <summary>The formula, in words, as it is published.</summary>
    public const string Formule =
        "Note de 0 à 100 = complet (40) + frais (25) + géocodé (20) + horaires compris (15). "
        + "Complet : 4 points pour chacun de ces champs renseignés : adresse, code_insee, pivot, telephone ou courriels, site_web, typologie, services, frais_a_charge, modalites_acces, presentation_resume ou presentation_detail. "
        + "Frais : 25 points si la dernière mise à jour ou vérification a moins de 6 mois, puis de moins en moins, 0 à partir de 24 mois ou si la date est inconnue. "
        + "Géocodé : 20 points si le lieu a une position. Horaires compris : 15 points si les horaires sont lisibles par un programme.";

    private const int JoursFrais = 183;
    private const int JoursPerimes = 730;

    // A criterion is met by any of its columns; what is missing is named by the first.
    private static readonly (string[] Colonnes, Func<FicheLieu, bool> Rempli)[] Criteres =
    [
        (["adresse"], l => l.Adresse is not null),
        (["code_insee"], l => l.CodeInsee is not null),
        (["pivot"], l => l.Pivot is not null),
        (["telephone", "courriels"], l => l.Telephone is not null || l.Courriels.Length > 0),
        (["site_web"], l => l.SiteWeb.Length > 0),
        (["typologie"], l => l.Typologie.Length > 0),
        (["services"], l => l.Services.Length > 0),
        (["frais_a_charge"], l => l.FraisACharge.Length > 0),
        (["modalites_acces"], l => l.ModalitesAcces.Length > 0),
        (["presentation_resume", "presentation_detail"], l => l.PresentationResume is not null || l.PresentationDetail is not null),
    ];

    public int Total => Complet + Frais + Geocode + HorairesCompris;

    /// <summary>The quality of a place.</summary>
    /// <param name="lieu">Its fields.</param>
    /// <param name="verifieLe">When a person last confirmed it.</param>
    /// <param name="horairesCompris">True when its hours can be evaluated.</param>
    /// <param name="aujourdhui">The day.</param>
    public static Qualite De(FicheLieu lieu, DateTimeOffset? verifieLe, bool horairesCompris, DateOnly aujourdhui)
    {
        var manques = Criteres.Where(c => !c.Rempli(lieu)).Select(c => c.Colonnes[0]).ToList();
        var complet = CompletMax - (manques.Count * CompletMax / Criteres.Length);
        var date = DateDeMiseAJour.Croyable(lieu.DateMaj, aujourdhui);
        var verifie = verifieLe is { } v ? DateOnly.FromDateTime(v.UtcDateTime) : (DateOnly?)null;
        var derniere = date is null ? verifie : verifie is null || verifie < date ? date : verifie;
        var frais = derniere is { } d ? Fraicheur(aujourdhui.DayNumber - d.DayNumber) : 0;
        var geocode = lieu is { Latitude: not null, Longitude: not null } ? GeocodeMax : 0;
        if (frais < FraisMax)
        {
            manques.Add("date_maj");
        }

        if (geocode == 0)
        {
            manques.Add("latitude");
        }

        if (!horairesCompris)
        {
            manques.Add("horaires");
        }

        return new Qualite(complet, frais, geocode, horairesCompris ? HorairesMax : 0, manques);
    }

    private static int Fraicheur(int jours) => jours switch
    {
        <= JoursFrais => FraisMax,
        >= JoursPerimes => 0,
        _ => FraisMax * (JoursPerimes - jours) / (JoursPerimes - JoursFrais),
    };
}
