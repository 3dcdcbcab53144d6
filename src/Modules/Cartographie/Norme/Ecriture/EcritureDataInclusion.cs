using System.Globalization;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Fichiers;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Norme.Ecriture;

/// <summary>
/// data·inclusion v1: <c>{"structures":[…],"services":[…]}</c>. A place is a structure; each way of helping that it has is one of its services, for a
/// service has one type. Services wait in a temporary file until the structures are written.
/// </summary>
internal sealed class EcritureDataInclusion : EcritureDeLieux
{
    public const int NomMin = 3;
    public const int NomMax = 150;
    public const int DescriptionMax = 10_000;
    private static readonly DateOnly PremierJour = new(2000, 1, 1);

    private readonly Stream _sortie;
    private readonly DateOnly _aujourdhui;
    private readonly Utf8JsonWriter _structures;
    private readonly FileStream _attente = FichierDePassage.Ouvrir();
    private readonly Utf8JsonWriter _services;

    /// <param name="sortie">Where it is written, in UTF-8; left open.</param>
    /// <param name="aujourdhui">A later date isn't admitted.</param>
    public EcritureDataInclusion(Stream sortie, DateOnly aujourdhui)
    {
        (_sortie, _aujourdhui) = (sortie, aujourdhui);
        _structures = new Utf8JsonWriter(sortie, EcritureJson.Options);
        _services = new Utf8JsonWriter(_attente, EcritureJson.Options);
        _structures.WriteStartObject();
        _structures.WriteStartArray("structures"u8);
        _services.WriteStartArray();
    }

    public override string? Ecrire(FicheLieu lieu)
    {
        if (lieu.Id.Length == 0 || lieu.Nom.Length < NomMin)
        {
            return $"data·inclusion veut un identifiant, et un nom de {NomMin} caractères au moins.";
        }

        if (lieu.DateMaj is not { } date || date < PremierJour || date > _aujourdhui)
        {
            return "data·inclusion veut une date de mise à jour, de l’an 2000 à aujourd’hui.";
        }

        var source = lieu.Source.Length == 0 ? "mediation-numerique" : TexteRecherche.Slug(lieu.Source);
        var id = $"{source}--{lieu.Id}";
        Structure(lieu, source, id);
        foreach (var (type, nom) in Types(lieu))
        {
            Service(lieu, source, id, type, nom);
        }

        if (_structures.BytesPending > 1 << 16)
        {
            _structures.Flush();
        }

        if (_services.BytesPending > 1 << 16)
        {
            _services.Flush();
        }

        return null;
    }

    public override void Finir()
    {
        _services.WriteEndArray();
        _services.Flush();
        _structures.WriteEndArray();
        _structures.WritePropertyName("services"u8);
        _structures.Flush();
        // The writer doesn't know what follows: the name that it wrote ends with its colon.
        _attente.Position = 0;
        _attente.CopyTo(_sortie);
        _sortie.Write("}"u8);
        _sortie.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _services.Dispose();
            _attente.Dispose();
        }

        base.Dispose(disposing);
    }

    private static List<(string? Type, string Nom)> Types(FicheLieu l)
    {
        if (l.Services.Length == 0)
        {
            return [];
        }

        var types = l.ModalitesAccompagnement.Select(m => CorrespondanceDataInclusion.Types.TryGetValue(m, out var t) ? t : default).Where(t => t.Type is not null).Distinct().Select(t => ((string?)t.Type, t.Nom)).ToList();
        return types.Count > 0 ? types : [(null, "Médiation numérique")];
    }

    private static void Identite(Utf8JsonWriter json, FicheLieu l, string source, string id, string nom)
    {
        json.WriteString("source"u8, source);
        json.WriteString("id"u8, id);
        json.WriteString("nom"u8, nom.Length > NomMax ? nom[..(NomMax - 1)] + "…" : nom);
        json.WriteString("date_maj"u8, l.DateMaj!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("adresse"u8, l.Adresse);
        json.WriteString("complement_adresse"u8, l.ComplementAdresse);
        json.WriteString("code_postal"u8, l.CodePostal);
        json.WriteString("code_insee"u8, l.CodeInsee);
        json.WriteString("commune"u8, l.Commune);
        Nombre(json, "longitude"u8, l.Longitude);
        Nombre(json, "latitude"u8, l.Latitude);
        json.WriteString("telephone"u8, l.Telephone);
        json.WriteString("courriel"u8, l.Courriels.FirstOrDefault());
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

    /// <summary>A list without repetition; null when it is empty, for an empty list would say « none ».</summary>
    private static void Liste(Utf8JsonWriter json, ReadOnlySpan<byte> nom, IEnumerable<string> valeurs)
    {
        var liste = valeurs.Distinct(StringComparer.Ordinal).ToList();
        if (liste.Count == 0)
        {
            json.WriteNull(nom);
            return;
        }

        json.WriteStartArray(nom);
        liste.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static IEnumerable<string> Traduire(IEnumerable<string> valeurs, IReadOnlyDictionary<string, string> table) =>
        valeurs.Select(table.GetValueOrDefault).OfType<string>();

    private static string? Description(FicheLieu l)
    {
        var texte = l.PresentationDetail ?? l.PresentationResume;
        return texte is { Length: > DescriptionMax } ? texte[..(DescriptionMax - 1)] + "…" : texte;
    }

    private void Structure(FicheLieu l, string source, string id)
    {
        var json = _structures;
        json.WriteStartObject();
        Identite(json, l, source, id, l.Nom);
        json.WriteString("siret"u8, l.Pivot is { Length: 14 } pivot && pivot.All(char.IsAsciiDigit) && pivot.Trim('0').Length > 0 ? pivot : null);
        json.WriteString("site_web"u8, l.SiteWeb.FirstOrDefault());
        json.WriteString("description"u8, Description(l));
        json.WriteString("horaires_accueil"u8, l.Horaires);
        json.WriteString("accessibilite_lieu"u8, l.FicheAccesLibre);
        Liste(json, "reseaux_porteurs"u8, Traduire(l.DispositifProgrammesNationaux, CorrespondanceDataInclusion.Reseaux));
        json.WriteNull("lien_source"u8);
        json.WriteEndObject();
    }

    private void Service(FicheLieu l, string source, string structure, string? type, string nom)
    {
        var json = _services;
        json.WriteStartObject();
        Identite(json, l, source, type is null ? structure : $"{structure}--{type}", nom);
        json.WriteString("structure_id"u8, structure);
        json.WriteString("description"u8, Description(l) is { Length: >= 5 } description ? description : string.Join(", ", l.Services) + ".");
        json.WriteString("type"u8, type);
        Liste(json, "thematiques"u8, l.Services.SelectMany(s => CorrespondanceDataInclusion.Thematiques.GetValueOrDefault(s, [])));
        Liste(json, "publics"u8, Traduire(l.PublicsSpecifiquementAdresses.Concat(l.PriseEnChargeSpecifique), CorrespondanceDataInclusion.Publics));
        var precisions = l.PriseEnChargeSpecifique.Where(p => !CorrespondanceDataInclusion.Publics.ContainsKey(p)).ToList();
        json.WriteString("publics_precisions"u8, precisions.Count == 0 ? null : string.Join(", ", precisions));
        // « Gratuit » wins when there are several.
        json.WriteString("frais"u8, Traduire(l.FraisACharge, CorrespondanceDataInclusion.Frais).Order(StringComparer.Ordinal).FirstOrDefault());
        json.WriteString("frais_precisions"u8, l.FraisACharge.Length > 1 || l.FraisACharge.Contains("Gratuit sous condition", StringComparer.Ordinal) ? string.Join(", ", l.FraisACharge) : null);
        json.WriteNull("conditions_acces"u8);
        Liste(json, "modes_accueil"u8, ModesDAccueil(l));
        Liste(json, "modes_mobilisation"u8, Traduire(l.ModalitesAcces, CorrespondanceDataInclusion.Mobilisation));
        json.WriteString("lien_mobilisation"u8, l.PriseRdv);
        Liste(json, "mobilisable_par"u8, MobilisablePar(l));
        json.WriteNull("zone_eligibilite"u8);
        json.WriteString("horaires_accueil"u8, l.Horaires);
        json.WriteNull("lien_source"u8);
        json.WriteEndObject();
    }

    private static IEnumerable<string> ModesDAccueil(FicheLieu l)
    {
        if (l.ModalitesAccompagnement.Contains("À distance", StringComparer.Ordinal))
        {
            yield return "a-distance";
        }

        if (l.ModalitesAcces.Contains(Vocabulaire.SePresenter, StringComparer.Ordinal) || l.ModalitesAccompagnement.Any(CorrespondanceDataInclusion.Types.ContainsKey))
        {
            yield return "en-presentiel";
        }
    }

    private static IEnumerable<string> MobilisablePar(FicheLieu l)
    {
        if (l.ModalitesAcces.Contains("Envoyer un mail avec une fiche de prescription", StringComparer.Ordinal))
        {
            yield return "professionnels";
        }

        if (l.ModalitesAcces.Any(m => m is Vocabulaire.SePresenter or "Téléphoner" or "Contacter par mail" or "Prendre un RDV en ligne"))
        {
            yield return "usagers";
        }
    }
}
