using System.Text.Json;
using System.Text.Json.Nodes;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Data;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>Reads what devices write. Anything may come: what can't be read is told, never thrown.</summary>
internal static class LectureDEnvoi
{
    private static readonly JsonDocumentOptions Prudence = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>« rendez_vous », as devices write it.</summary>
    public static GenreDEnvoi? Genre(string? code) => code switch
    {
        "activite" => GenreDEnvoi.Activite,
        "presence" => GenreDEnvoi.Presence,
        "rendez_vous" => GenreDEnvoi.RendezVous,
        "carte" => GenreDEnvoi.Carte,
        _ => null,
    };

    /// <summary>The content in today's version, as JSON.</summary>
    public static Resultat<JsonObject> Mettre(GenreDEnvoi genre, int version, string corps)
    {
        try
        {
            return JsonNode.Parse(corps, documentOptions: Prudence) is JsonObject objet ? VersionsDEnvoi.Mettre(genre, version, objet) : ErreursHorsLigne.EnvoiIllisible;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // ArgumentException: the same key twice.
            return ErreursHorsLigne.EnvoiIllisible;
        }
    }

    /// <summary>The content of this kind; null when it can't be read.</summary>
    public static T? Lire<T>(JsonObject corps) where T : class
    {
        try
        {
            return corps.Deserialize<T>(EnJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The form of an act; null when it can't be read. What wasn't said is empty.</summary>
    public static FormulaireDActivite? Formulaire(JsonObject corps)
    {
        if (Lire<FormulaireDActivite>(corps) is not { } f || f.Id == Guid.Empty)
        {
            return null;
        }

        f.Type ??= "";
        f.Thematiques = Textes(f.Thematiques);
        f.Materiels = Textes(f.Materiels);
        f.Natures = Textes(f.Natures);
        f.ThemesDAnimation = Textes(f.ThemesDAnimation);
        f.Organisateurs = Textes(f.Organisateurs);
        f.Personnes ??= [];
        f.Etiquettes ??= [];
        f.ParGenre ??= [];
        f.ParAge ??= [];
        f.ParStatut ??= [];
        return f;
    }

    /// <summary>The same without a text that is never kept, however deep it stands: the device alone still has it.</summary>
    public static JsonObject SansSecret(JsonObject corps)
    {
        foreach (var (cle, valeur) in corps.ToList())
        {
            if (Secret(valeur))
            {
                corps.Remove(cle);
            }
            else
            {
                Nettoyer(valeur);
            }
        }

        return corps;
    }

    /// <summary>The same for what couldn't be read as something sent.</summary>
    public static string SansSecret(string corps)
    {
        if (!ReperageDeSecrets.Reperer(corps).Any(r => r.Refuse))
        {
            return corps;
        }

        try
        {
            return JsonNode.Parse(corps, documentOptions: Prudence) is JsonObject objet && SansSecret(objet).ToJsonString(Data.EnJson.Options) is var propre && !ReperageDeSecrets.Reperer(propre).Any(r => r.Refuse) ? propre : "{}";
        }
        // A name twice, half a character: found when it is looked at.
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return "{}";
        }
    }

    private static void Nettoyer(JsonNode? noeud)
    {
        switch (noeud)
        {
            case JsonObject objet:
                SansSecret(objet);
                break;
            case JsonArray liste:
                for (var i = liste.Count - 1; i >= 0; i--)
                {
                    if (Secret(liste[i]))
                    {
                        liste.RemoveAt(i);
                    }
                    else
                    {
                        Nettoyer(liste[i]);
                    }
                }

                break;
        }
    }

    private static bool Secret(JsonNode? valeur) => valeur?.GetValueKind() == JsonValueKind.String && ReperageDeSecrets.Reperer(valeur.GetValue<string>()).Any(r => r.Refuse);

    private static List<string> Textes(List<string>? textes) => textes?.FindAll(t => t is not null) ?? [];
}
