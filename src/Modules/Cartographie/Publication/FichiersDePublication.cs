using System.Globalization;
using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Norme.Ecriture;

namespace FaireAvec.Cartographie.Publication;

/// <summary>Makes the files of a publication. Same places, same bytes.</summary>
internal sealed class FichiersDePublication(SchemaDesLieux schema)
{
    public const string Csv = "lieux.csv";
    public const string Json = "lieux.json";
    public const string Geojson = "lieux.geojson";
    public const string DataInclusion = "lieux-data-inclusion.json";
    public const string DictionnaireCsv = "dictionnaire.csv";
    public const string DictionnaireMarkdown = "dictionnaire.md";
    public const string LesChangements = "changements.json";
    public const string LesRedirections = "redirections.csv";
    public const string LaQualite = "qualite.json";
    public const string Catalogue = "catalogue.jsonld";
    public const string Sommes = "SHA256SUMS";

    /// <summary>What each file is, in words, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<(string Nom, string Type, string Description)> Descriptions =
    [
        (Csv, "text/csv; charset=utf-8", "Tous les lieux, au schéma national « lieux de médiation numérique » 1.0.2, en CSV"),
        (Json, "application/json; charset=utf-8", "Tous les lieux, mêmes champs, en JSON"),
        (Geojson, "application/geo+json; charset=utf-8", "Tous les lieux comme points d’une carte, en GeoJSON"),
        (DataInclusion, "application/json; charset=utf-8", "Structures et services au schéma data·inclusion v1 ; sans les lieux dont la date de mise à jour n’est pas connue"),
        (DictionnaireCsv, "text/csv; charset=utf-8", "Ce que veut dire chaque colonne, en CSV"),
        (DictionnaireMarkdown, "text/markdown; charset=utf-8", "Ce que veut dire chaque colonne, à lire"),
        (LesChangements, "application/json; charset=utf-8", "Ce qui a changé depuis la publication précédente : lieux ajoutés, retirés, modifiés et champs modifiés"),
        (LesRedirections, "text/csv; charset=utf-8", "Anciens identifiants et lieux qui les remplacent"),
        (LaQualite, "application/json; charset=utf-8", "Qualité des fiches, par source, avec la formule"),
        (Catalogue, "application/ld+json; charset=utf-8", "Description du jeu de données (DCAT-AP), pour les catalogues"),
        (Sommes, "text/plain; charset=utf-8", "Empreintes SHA-256 des fichiers"),
    ];

    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>All the files, in the order of <see cref="Descriptions"/>.</summary>
    public IReadOnlyList<FichierFait> Faire(ContenuDePublication contenu)
    {
        var fichiers = new List<FichierFait>
        {
            EnCsv(contenu),
            Lieux(Json, contenu, s => new EcritureJson(s, geojson: false)),
            Lieux(Geojson, contenu, s => new EcritureJson(s, geojson: true)),
            Lieux(DataInclusion, contenu, s => new EcritureDataInclusion(s, contenu.Jour)),
            Texte(DictionnaireCsv, Dictionnaire()),
            Texte(DictionnaireMarkdown, DictionnaireALire()),
            Ecrire(LesChangements, s => EcrireLesChangements(s, contenu)),
            Texte(LesRedirections, contenu.Redirections.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{EcritureCsv.Champ(r.Key)},{EcritureCsv.Champ(r.Value)}").Prepend("ancien_id,id")),
            Ecrire(LaQualite, s => EcrireLaQualite(s, contenu)),
        };
        fichiers.Add(Ecrire(Catalogue, s => MetadonneesDcat.Ecrire(s, contenu, fichiers)));
        fichiers.Add(Texte(Sommes, fichiers.Select(f => $"{f.Sha256}  {f.Nom}")));
        return fichiers;
    }

    private static string Type(string nom) => Descriptions.First(d => d.Nom == nom).Type;

    private static FichierFait Ecrire(string nom, Action<Stream> ecrire) => FichierFait.Ecrire(nom, Type(nom), ecrire);

    private static FichierFait Lieux(string nom, ContenuDePublication contenu, Func<Stream, EcritureDeLieux> ecriture) => Ecrire(nom, sortie =>
    {
        using var lieux = ecriture(sortie);
        foreach (var lieu in contenu.Lieux)
        {
            // What a format can't say isn't an error: the quality report counts what is missing.
            lieux.Ecrire(lieu);
        }

        lieux.Finir();
    });

    private static FichierFait EnCsv(ContenuDePublication contenu) => Ecrire(Csv, sortie =>
    {
        using var texte = new StreamWriter(sortie, new UTF8Encoding(false), 1 << 14, leaveOpen: true);
        using var lieux = new EcritureCsv(texte);
        foreach (var lieu in contenu.Lieux)
        {
            lieux.Ecrire(lieu);
        }

        lieux.Finir();
    });

    private static FichierFait Texte(string nom, IEnumerable<string> lignes) => Ecrire(nom, sortie =>
    {
        using var texte = new StreamWriter(sortie, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        foreach (var ligne in lignes)
        {
            texte.WriteLine(ligne);
        }
    });

    private IEnumerable<string> Dictionnaire() => schema.Colonnes
        .Select(c => string.Join(',', ((string?[])[c.Nom, c.Type, c.Obligatoire ? "oui" : "non", c.Regle, c.Exemple, c.Motif, c.LongueurMax?.ToString(CultureInfo.InvariantCulture), c.Valeurs is null ? null : string.Join('|', c.Valeurs), c.Note]).Select(EcritureCsv.Champ)))
        .Prepend("colonne,type,obligatoire,regle,exemple,motif,longueur_max,valeurs,note");

    private IEnumerable<string> DictionnaireALire()
    {
        yield return $"# {schema.Nom} {schema.Version}";
        yield return "";
        yield return "Une valeur inconnue est vide. Une liste sépare ses valeurs par « | ».";
        foreach (var c in schema.Colonnes)
        {
            yield return "";
            yield return $"## {c.Nom}";
            yield return "";
            yield return $"{c.Type}, {(c.Obligatoire ? "obligatoire" : "facultatif")}. {c.Regle}";
            yield return "";
            yield return $"Exemple : `{c.Exemple}`";
            foreach (var valeur in c.Valeurs ?? [])
            {
                yield return $"- {valeur}";
            }

            if (c.Note is { } note)
            {
                yield return "";
                yield return note;
            }
        }
    }

    private static void EcrireLesChangements(Stream sortie, ContenuDePublication contenu)
    {
        using var json = new Utf8JsonWriter(sortie, Options);
        json.WriteStartObject();
        json.WriteString("jour"u8, Jour(contenu.Jour));
        json.WriteString("precedente"u8, contenu.Changements.Precedente is { } p ? Jour(p) : null);
        Liste(json, "ajoutes", contenu.Changements.Ajoutes);
        json.WriteStartArray("modifies"u8);
        foreach (var (id, champs) in contenu.Changements.Modifies)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            Liste(json, "champs", champs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Liste(json, "retires", contenu.Changements.Retires);
        json.WriteEndObject();
    }

    private static void EcrireLaQualite(Stream sortie, ContenuDePublication contenu)
    {
        using var json = new Utf8JsonWriter(sortie, Options);
        json.WriteStartObject();
        json.WriteString("jour"u8, Jour(contenu.Jour));
        json.WriteString("formule"u8, Qualite.Formule);
        json.WritePropertyName("ensemble"u8);
        Une(json, QualiteDeSource.De("", [.. contenu.Qualites.Select(q => q.Qualite)]));
        json.WriteStartArray("sources"u8);
        foreach (var source in QualiteDeSource.ParSource(contenu.Qualites))
        {
            Une(json, source);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Une(Utf8JsonWriter json, QualiteDeSource q)
    {
        json.WriteStartObject();
        if (q.Source.Length > 0)
        {
            json.WriteString("source"u8, q.Source);
        }

        json.WriteNumber("lieux"u8, q.Lieux);
        json.WriteNumber("total"u8, q.Total);
        json.WriteNumber("complet"u8, q.Complet);
        json.WriteNumber("frais"u8, q.Frais);
        json.WriteNumber("geocode"u8, q.Geocode);
        json.WriteNumber("horaires_compris"u8, q.HorairesCompris);
        json.WriteStartObject("manques"u8);
        foreach (var (champ, nombre) in q.Manques)
        {
            json.WriteNumber(champ, nombre);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Liste(Utf8JsonWriter json, string nom, IEnumerable<string> valeurs)
    {
        json.WriteStartArray(nom);
        foreach (var valeur in valeurs)
        {
            json.WriteStringValue(valeur);
        }

        json.WriteEndArray();
    }

    internal static string Jour(DateOnly jour) => jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
