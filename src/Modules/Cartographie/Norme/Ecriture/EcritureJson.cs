using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Norme.Ecriture;

/// <summary>A JSON list of objects in the standard's names, or GeoJSON points: lists are arrays, an unknown value is null.</summary>
internal sealed class EcritureJson : EcritureDeLieux
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;
    private readonly bool _geojson;

    /// <param name="sortie">Where it is written, in UTF-8; left open.</param>
    /// <param name="geojson">True for a collection of points. A place without position has no geometry.</param>
    public EcritureJson(Stream sortie, bool geojson)
    {
        (_json, _geojson) = (new Utf8JsonWriter(sortie, Options), geojson);
        if (geojson)
        {
            _json.WriteStartObject();
            _json.WriteString("type"u8, "FeatureCollection"u8);
            _json.WritePropertyName("features"u8);
        }

        _json.WriteStartArray();
    }

    public override string? Ecrire(FicheLieu lieu)
    {
        if (_geojson)
        {
            Entite(lieu);
        }
        else
        {
            Objet(lieu, position: true);
        }

        if (_json.BytesPending > 1 << 16)
        {
            _json.Flush();
        }

        return null;
    }

    public override void Finir()
    {
        _json.WriteEndArray();
        if (_geojson)
        {
            _json.WriteEndObject();
        }

        _json.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _json.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Entite(FicheLieu l)
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Feature"u8);
        _json.WriteString("id"u8, l.Id);
        if (l is { Latitude: { } latitude, Longitude: { } longitude })
        {
            _json.WriteStartObject("geometry"u8);
            _json.WriteString("type"u8, "Point"u8);
            _json.WriteStartArray("coordinates"u8);
            _json.WriteNumberValue(longitude);
            _json.WriteNumberValue(latitude);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }
        else
        {
            _json.WriteNull("geometry"u8);
        }

        _json.WritePropertyName("properties"u8);
        Objet(l, position: false);
        _json.WriteEndObject();
    }

    private void Objet(FicheLieu l, bool position)
    {
        _json.WriteStartObject();
        _json.WriteString("id"u8, l.Id);
        _json.WriteString("pivot"u8, l.Pivot ?? EcritureCsv.PivotInconnu);
        _json.WriteString("nom"u8, l.Nom);
        _json.WriteString("commune"u8, l.Commune);
        _json.WriteString("code_postal"u8, l.CodePostal);
        _json.WriteString("code_insee"u8, l.CodeInsee);
        _json.WriteString("adresse"u8, l.Adresse);
        _json.WriteString("complement_adresse"u8, l.ComplementAdresse);
        if (position)
        {
            Nombre("latitude", l.Latitude);
            Nombre("longitude", l.Longitude);
        }

        Liste("typologie", l.Typologie);
        _json.WriteString("telephone"u8, l.Telephone);
        Liste("courriels", l.Courriels);
        Liste("site_web", l.SiteWeb);
        _json.WriteString("horaires"u8, l.Horaires);
        _json.WriteString("presentation_resume"u8, l.PresentationResume);
        _json.WriteString("presentation_detail"u8, l.PresentationDetail);
        _json.WriteString("source"u8, l.Source.Length == 0 ? null : l.Source);
        Liste("itinerance", l.Itinerance);
        _json.WriteString("structure_parente"u8, l.StructureParente);
        _json.WriteString("date_maj"u8, l.DateMaj?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Liste("services", l.Services);
        Liste("publics_specifiquement_adresses", l.PublicsSpecifiquementAdresses);
        Liste("prise_en_charge_specifique", l.PriseEnChargeSpecifique);
        Liste("frais_a_charge", l.FraisACharge);
        Liste("dispositif_programmes_nationaux", l.DispositifProgrammesNationaux);
        Liste("formations_labels", l.FormationsLabels);
        Liste("autres_formations_labels", l.AutresFormationsLabels);
        Liste("modalites_acces", l.ModalitesAcces);
        Liste("modalites_accompagnement", l.ModalitesAccompagnement);
        _json.WriteString("fiche_acces_libre"u8, l.FicheAccesLibre);
        _json.WriteString("prise_rdv"u8, l.PriseRdv);
        _json.WriteEndObject();
    }

    private void Liste(string nom, string[] valeurs)
    {
        _json.WriteStartArray(nom);
        foreach (var valeur in valeurs)
        {
            _json.WriteStringValue(valeur);
        }

        _json.WriteEndArray();
    }

    private void Nombre(string nom, double? valeur)
    {
        if (valeur is { } v)
        {
            _json.WriteNumber(nom, v);
        }
        else
        {
            _json.WriteNull(nom);
        }
    }
}
