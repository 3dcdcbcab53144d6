using System.Globalization;
using System.Text.Json.Nodes;
using FaireAvec.Cartographie.Recherche;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace FaireAvec.Cartographie.Api;

/// <summary>The parameters of a search and an example, in the OpenAPI document: <see cref="LectureCriteres"/> reads them by itself, so that each fault gets its sentence.</summary>
internal static class DocumentationLieux
{
    /// <summary>Adds the parameters of the search, for pages of places or for a file of them.</summary>
    /// <param name="endpoint">What answers.</param>
    /// <param name="fichier">What « limite » is in a file; null for pages, which count and have a default.</param>
    public static RouteHandlerBuilder DocumenterLaRecherche(this RouteHandlerBuilder endpoint, string? fichier = null) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        var parametres = operation.Parameters ??= [];
        foreach (var parametre in Recherche().Concat(Pages(fichier)))
        {
            parametres.Add(parametre);
        }

        if (fichier is null && operation.Responses?["200"].Content is { } contenu)
        {
            contenu["application/json"].Example = ExemplesDeLieux.Page();
        }

        return Task.CompletedTask;
    });

    private static IEnumerable<IOpenApiParameter> Recherche()
    {
        yield return Nombre("lat", "Latitude du centre (WGS84), avec lon.", -90, 90, 48.85);
        yield return Nombre("lon", "Longitude du centre (WGS84), avec lat.", -180, 180, 2.35);
        yield return Nombre("rayon_km", $"Rayon autour du centre, en kilomètres. Par défaut : {Criteres.RayonParDefaut}, ou aucun avec un cadre (bbox).", 0.05, LectureCriteres.RayonMax, 10);
        yield return Texte("bbox", "Cadre « ouest,sud,est,nord » en degrés. Avec un centre, les lieux du cadre sont triés par distance.", "2.2,48.8,2.5,48.9");
        yield return Liste("commune", "Code INSEE. Paris, Lyon et Marseille comprennent leurs arrondissements.", "75056");
        yield return Liste("departement", "Code du département.", "75");
        yield return Texte("q", "Début des mots du nom ou de la commune, sans égard aux accents.", "mediatheque");
        foreach (var filtre in Filtre.Tous)
        {
            yield return Liste(filtre.Parametre, $"Valeurs du champ « {filtre.Champ} » : libellé exact ou forme courte ; « {Filtre.NonRenseigne} » pour les lieux qui ne disent rien.", filtre.Valeurs.Slugs.First(), [.. filtre.Valeurs.Slugs, Filtre.NonRenseigne]);
        }

        yield return Liste("ouvert", "« maintenant », « non », « non-renseigne », ou un jour et une heure de Paris.", "maintenant");
        yield return Liste("typologie", "Code du type de lieu.", "BIB");
        yield return Liste("source", "Producteur de la donnée.", "france-services");
        yield return Choix("tri", "Par défaut : distance avec un centre, pertinence avec un texte, nom sinon.", "distance", "nom", "pertinence");
    }

    private static IEnumerable<IOpenApiParameter> Pages(string? fichier)
    {
        yield return new OpenApiParameter { Name = "limite", In = ParameterLocation.Query, Description = fichier ?? "Lieux par page.", Example = 10, Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "100", Default = fichier is null ? Criteres.LimiteParDefaut : null } };
        yield return Texte("curseur", "La valeur de « suivant » de la page précédente, pour la même recherche.", new Curseur(new Criteres { Tri = Tri.Nom }.Empreinte, 0, "mairie", "france-services_2469").ToString());
        if (fichier is null)
        {
            yield return Choix("comptes", "« oui » ajoute, pour chaque valeur de chaque filtre, le nombre de lieux.", "oui", "non");
        }
    }

    private static OpenApiParameter Nombre(string nom, string description, double min, double max, double exemple) => new()
    {
        Name = nom,
        In = ParameterLocation.Query,
        Description = description,
        Example = exemple,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = min.ToString(CultureInfo.InvariantCulture), Maximum = max.ToString(CultureInfo.InvariantCulture) },
    };

    private static OpenApiParameter Texte(string nom, string description, string exemple) => new()
    {
        Name = nom,
        In = ParameterLocation.Query,
        Description = description,
        Example = exemple,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = nom == "curseur" ? Curseur.LongueurMax : LectureCriteres.LongueurMax },
    };

    private static OpenApiParameter Choix(string nom, string description, params string[] valeurs) => new()
    {
        Name = nom,
        In = ParameterLocation.Query,
        Description = description,
        Example = valeurs[0],
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. valeurs.Select(v => (JsonNode)v)] },
    };

    private static OpenApiParameter Liste(string nom, string description, string exemple, string[]? valeurs = null) => new()
    {
        Name = nom,
        In = ParameterLocation.Query,
        Description = description,
        Style = ParameterStyle.Form,
        Explode = true,
        Example = new JsonArray(exemple),
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MaxItems = LectureCriteres.ValeursMax,
            Items = new OpenApiSchema { Type = JsonSchemaType.String, Examples = valeurs is null ? null : [.. valeurs.Select(v => (JsonNode)v)] },
        },
    };
}
