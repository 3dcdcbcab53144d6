using System.Globalization;
using System.Text.Json;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// The 32 fields of the standard « lieux de médiation numérique » 1.0.2, and nothing else: what a file says of a place. Lists are never null; an
/// unknown text is null, except the five fields that the standard asks for, then empty. The properties have the standard's names (date_maj is
/// <see cref="DateMaj"/>). Source: https://lamednum.coop/schema-de-donnees-des-lieux-de-mediation-numerique-2/.
/// </summary>
internal class FicheLieu
{
    /// <summary>Separator between the values of a list in a CSV cell.</summary>
    public const char SeparateurDeListe = '|';

    /// <summary>The columns of the standard, in its order.</summary>
    public static readonly string[] Colonnes =
    [
        "id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude", "typologie", "telephone",
        "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "source", "itinerance", "structure_parente", "date_maj",
        "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels",
        "autres_formations_labels", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv",
    ];

    /// <summary>The standard's id, unique in the country: source, underscore, the source's own id. Public, stable, in addresses of pages.</summary>
    public string Id { get; init; } = "";

    public string? Pivot { get; set; }
    public string Nom { get; set; } = "";
    public string Commune { get; set; } = "";
    public string CodePostal { get; set; } = "";
    public string? CodeInsee { get; set; }
    public string? Adresse { get; set; }
    public string? ComplementAdresse { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public string[] Typologie { get; set; } = [];
    public string? Telephone { get; set; }
    public string[] Courriels { get; set; } = [];
    public string[] SiteWeb { get; set; } = [];
    public string? Horaires { get; set; }
    public string? PresentationResume { get; set; }
    public string? PresentationDetail { get; set; }
    public string Source { get; set; } = "";
    public string[] Itinerance { get; set; } = [];
    public string? StructureParente { get; set; }

    /// <summary>As the source wrote it; see <see cref="DateDeMiseAJour"/> before showing it.</summary>
    public DateOnly? DateMaj { get; set; }

    public string[] Services { get; set; } = [];
    public string[] PublicsSpecifiquementAdresses { get; set; } = [];
    public string[] PriseEnChargeSpecifique { get; set; } = [];
    public string[] FraisACharge { get; set; } = [];
    public string[] DispositifProgrammesNationaux { get; set; } = [];
    public string[] FormationsLabels { get; set; } = [];
    public string[] AutresFormationsLabels { get; set; } = [];
    public string[] ModalitesAcces { get; set; } = [];
    public string[] ModalitesAccompagnement { get; set; } = [];
    public string? FicheAccesLibre { get; set; }
    public string? PriseRdv { get; set; }

    /// <summary>
    /// Reads a place as it is, without judging it: missing fields are unknown, a number or a date that can't be read is unknown. To judge it, see the
    /// folder Norme; to mend it, the folder Nettoyage.
    /// </summary>
    /// <param name="valeur">The text of a column, or null: as in a CSV cell, « | » between several values.</param>
    public static FicheLieu DepuisTexte(Func<string, string?> valeur)
    {
        string? Texte(string colonne) => valeur(colonne)?.Trim() is { Length: > 0 } t ? t : null;
        string[] Liste(string colonne) => Texte(colonne)?.Split(SeparateurDeListe, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        double? Nombre(string colonne) => double.TryParse(Texte(colonne), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : null;
        DateOnly? Date(string colonne) => Texte(colonne) is { Length: >= 10 } t && DateOnly.TryParseExact(t[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : null;
        return new FicheLieu
        {
            Id = Texte("id") ?? "",
            Pivot = Texte("pivot"),
            Nom = Texte("nom") ?? "",
            Commune = Texte("commune") ?? "",
            CodePostal = Texte("code_postal") ?? "",
            CodeInsee = Texte("code_insee"),
            Adresse = Texte("adresse"),
            ComplementAdresse = Texte("complement_adresse"),
            Latitude = Nombre("latitude"),
            Longitude = Nombre("longitude"),
            Typologie = Liste("typologie"),
            Telephone = Texte("telephone"),
            Courriels = Liste("courriels"),
            SiteWeb = Liste("site_web"),
            Horaires = Texte("horaires"),
            PresentationResume = Texte("presentation_resume"),
            PresentationDetail = Texte("presentation_detail"),
            Source = Texte("source") ?? "",
            Itinerance = Liste("itinerance"),
            StructureParente = Texte("structure_parente"),
            DateMaj = Date("date_maj"),
            Services = Liste("services"),
            PublicsSpecifiquementAdresses = Liste("publics_specifiquement_adresses"),
            PriseEnChargeSpecifique = Liste("prise_en_charge_specifique"),
            FraisACharge = Liste("frais_a_charge"),
            DispositifProgrammesNationaux = Liste("dispositif_programmes_nationaux"),
            FormationsLabels = Liste("formations_labels"),
            AutresFormationsLabels = Liste("autres_formations_labels"),
            ModalitesAcces = Liste("modalites_acces"),
            ModalitesAccompagnement = Liste("modalites_accompagnement"),
            FicheAccesLibre = Texte("fiche_acces_libre"),
            PriseRdv = Texte("prise_rdv"),
        };
    }

    /// <summary>Reads a JSON object in the standard's names. Values come as in the CSV (text, « | » between several) or as JSON types.</summary>
    public static FicheLieu DepuisJson(JsonElement objet) =>
        DepuisTexte(colonne => objet.ValueKind == JsonValueKind.Object && objet.TryGetProperty(colonne, out var valeur) ? Cellule(valeur) : null);

    /// <summary>A JSON value as the text of a CSV cell; null for null, false and objects.</summary>
    public static string? Cellule(JsonElement valeur) => valeur.ValueKind switch
    {
        JsonValueKind.String => valeur.GetString(),
        JsonValueKind.Number => valeur.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.Array => string.Join(SeparateurDeListe, valeur.EnumerateArray().Select(Cellule).Where(t => !string.IsNullOrWhiteSpace(t))),
        _ => null,
    };

    /// <summary>The text of a column as in a CSV cell: what <see cref="DepuisTexte"/> reads back. Null when unknown.</summary>
    public string? Texte(string colonne)
    {
        static string? NonVide(string texte) => texte.Length == 0 ? null : texte;
        static string? Liste(string[] valeurs) => valeurs.Length == 0 ? null : string.Join(SeparateurDeListe, valeurs);
        return colonne switch
        {
            "id" => NonVide(Id),
            "pivot" => Pivot,
            "nom" => NonVide(Nom),
            "commune" => NonVide(Commune),
            "code_postal" => NonVide(CodePostal),
            "code_insee" => CodeInsee,
            "adresse" => Adresse,
            "complement_adresse" => ComplementAdresse,
            "latitude" => Latitude?.ToString("R", CultureInfo.InvariantCulture),
            "longitude" => Longitude?.ToString("R", CultureInfo.InvariantCulture),
            "typologie" => Liste(Typologie),
            "telephone" => Telephone,
            "courriels" => Liste(Courriels),
            "site_web" => Liste(SiteWeb),
            "horaires" => Horaires,
            "presentation_resume" => PresentationResume,
            "presentation_detail" => PresentationDetail,
            "source" => NonVide(Source),
            "itinerance" => Liste(Itinerance),
            "structure_parente" => StructureParente,
            "date_maj" => DateMaj?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "services" => Liste(Services),
            "publics_specifiquement_adresses" => Liste(PublicsSpecifiquementAdresses),
            "prise_en_charge_specifique" => Liste(PriseEnChargeSpecifique),
            "frais_a_charge" => Liste(FraisACharge),
            "dispositif_programmes_nationaux" => Liste(DispositifProgrammesNationaux),
            "formations_labels" => Liste(FormationsLabels),
            "autres_formations_labels" => Liste(AutresFormationsLabels),
            "modalites_acces" => Liste(ModalitesAcces),
            "modalites_accompagnement" => Liste(ModalitesAccompagnement),
            "fiche_acces_libre" => FicheAccesLibre,
            "prise_rdv" => PriseRdv,
            _ => throw new ArgumentException($"« {colonne} » is not a column of the standard.", nameof(colonne)),
        };
    }
}
