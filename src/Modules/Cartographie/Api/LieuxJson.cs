using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;

namespace FaireAvec.Cartographie.Api;

/// <summary>
/// The JSON of places, in the standard's field names: lists are arrays, an unknown value is null. Written by hand: the body of a place never changes
/// while its index lives, so it is made once and copied afterwards.
/// </summary>
internal static class LieuxJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // Texts of the counts, encoded once.
    private static readonly (Filtre Filtre, JsonEncodedText Parametre, JsonEncodedText[] Valeurs)[] TextesDesComptes =
        [.. Filtre.Tous.Select(f => (f, JsonEncodedText.Encode(f.Parametre), Enumerable.Range(0, f.Valeurs.Libelles.Count + 1).Select(i => JsonEncodedText.Encode(f.SlugDe(i))).ToArray()))];

    /// <summary>The page of results: <c>{"total","lieux":[…],"suivant"}</c>, and <c>"comptes"</c> when they were asked.</summary>
    public static void Page(IBufferWriter<byte> sortie, IndexLieux index, Resultats resultats, DateOnly aujourdhui)
    {
        using var json = new Utf8JsonWriter(sortie, Options);
        json.WriteStartObject();
        json.WriteNumber("total"u8, resultats.Total);
        json.WriteStartArray("lieux"u8);
        foreach (var trouve in resultats.Lieux)
        {
            json.WriteStartObject();
            json.WritePropertyName("distance_m"u8);
            if (trouve.DistanceM is { } distance)
            {
                json.WriteNumberValue((long)Math.Round(distance));
            }
            else
            {
                json.WriteNullValue();
            }

            // The rest of the object, made once: '"id":…,"prise_rdv":…}' without its first brace.
            json.WriteRawValue(Suite(index, trouve.Rang, aujourdhui), skipInputValidation: true);
        }

        json.WriteEndArray();
        Suivant(json, resultats);
        if (resultats.Comptes is { } comptes)
        {
            Comptes(json, comptes);
        }

        json.WriteEndObject();
    }

    private static void Suivant(Utf8JsonWriter json, Resultats resultats)
    {
        if (resultats.Suivant is { } suivant)
        {
            json.WriteString("suivant"u8, suivant.ToString());
        }
        else
        {
            json.WriteNull("suivant"u8);
        }
    }

    private static byte[] Suite(IndexLieux index, int rang, DateOnly aujourdhui) => index.Json(rang) ?? index.GarderJson(rang, Faire(index, rang, aujourdhui));

    private static byte[] Faire(IndexLieux index, int rang, DateOnly aujourdhui)
    {
        var tampon = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(tampon, Options))
        {
            json.WriteStartObject();
            Champs(json, index, index[rang], index.DepartementDe(rang), aujourdhui);
            json.WriteEndObject();
        }

        return tampon.WrittenSpan[1..].ToArray();
    }

    /// <summary>All the fields of a place.</summary>
    public static void Champs(Utf8JsonWriter json, IndexLieux index, Lieu l, string? departement, DateOnly aujourdhui)
    {
        json.WriteString("id"u8, l.Id);
        json.WriteString("pivot"u8, l.Pivot);
        json.WriteString("nom"u8, l.Nom);
        json.WriteString("commune"u8, l.Commune);
        json.WriteString("code_postal"u8, l.CodePostal);
        json.WriteString("code_insee"u8, l.CodeInsee);
        json.WriteString("departement"u8, departement);
        json.WriteString("adresse"u8, l.Adresse);
        json.WriteString("complement_adresse"u8, l.ComplementAdresse);
        Nombre(json, "latitude"u8, l.Latitude);
        Nombre(json, "longitude"u8, l.Longitude);
        Liste(json, "typologie"u8, l.Typologie);
        json.WriteString("telephone"u8, l.Telephone);
        Liste(json, "courriels"u8, l.Courriels);
        Liste(json, "site_web"u8, l.SiteWeb);
        json.WriteString("horaires"u8, l.Horaires);
        json.WriteString("presentation_resume"u8, l.PresentationResume);
        json.WriteString("presentation_detail"u8, l.PresentationDetail);
        json.WriteString("source"u8, l.Source);
        Liste(json, "itinerance"u8, l.Itinerance);
        json.WriteString("structure_parente"u8, l.StructureParente);
        json.WriteString("date_maj"u8, DateDeMiseAJour.Croyable(l.DateMaj, aujourdhui)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Liste(json, "services"u8, l.Services);
        json.WriteBoolean("services_deduits"u8, index.ServicesDeduits.Contains(l.Source));
        Liste(json, "publics_specifiquement_adresses"u8, l.PublicsSpecifiquementAdresses);
        Liste(json, "prise_en_charge_specifique"u8, l.PriseEnChargeSpecifique);
        Liste(json, "frais_a_charge"u8, l.FraisACharge);
        Liste(json, "dispositif_programmes_nationaux"u8, l.DispositifProgrammesNationaux);
        Liste(json, "formations_labels"u8, l.FormationsLabels);
        Liste(json, "autres_formations_labels"u8, l.AutresFormationsLabels);
        Liste(json, "modalites_acces"u8, Filtre.Acces.Lire(l));
        Liste(json, "modalites_accompagnement"u8, l.ModalitesAccompagnement);
        json.WriteStartObject("valeurs_du_reseau"u8);
        foreach (var (filtre, valeurs) in index.ValeursDuReseau)
        {
            if (filtre.Lire(l).Where(v => valeurs.Contains((l.Source, v))).ToArray() is { Length: > 0 } duReseau)
            {
                Liste(json, Encoding.UTF8.GetBytes(filtre.Champ), duReseau);
            }
        }

        json.WriteEndObject();
        json.WriteString("fiche_acces_libre"u8, l.FicheAccesLibre);
        json.WriteString("prise_rdv"u8, l.PriseRdv);
        json.WriteString("url"u8, Liens.Lieu(l));
    }

    private static void Comptes(Utf8JsonWriter json, Comptes comptes)
    {
        json.WriteStartObject("comptes"u8);
        foreach (var (filtre, parametre, valeurs) in TextesDesComptes)
        {
            json.WriteStartObject(parametre);
            for (var i = 0; i < valeurs.Length; i++)
            {
                json.WriteNumber(valeurs[i], comptes.De(filtre, i));
            }

            json.WriteEndObject();
        }

        json.WriteStartObject("ouvert"u8);
        json.WriteNumber("maintenant"u8, comptes.Ouverts);
        json.WriteNumber("non"u8, comptes.Fermes);
        json.WriteNumber(Filtre.NonRenseigne, comptes.OuvertureInconnue);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Liste(Utf8JsonWriter json, ReadOnlySpan<byte> nom, IReadOnlyList<string> valeurs)
    {
        json.WriteStartArray(nom);
        foreach (var valeur in valeurs)
        {
            json.WriteStringValue(valeur);
        }

        json.WriteEndArray();
    }

    private static void Nombre(Utf8JsonWriter json, ReadOnlySpan<byte> nom, double? valeur)
    {
        if (valeur is { } v)
        {
            json.WriteNumber(nom, v);
        }
        else
        {
            json.WriteNull(nom);
        }
    }
}
