using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>
/// A JSON object as a row: the names of nested objects are joined by dots, the values of a list by « | » (those of a list of objects, name by name).
/// The point of a GeoJSON feature becomes latitude and longitude.
/// </summary>
internal sealed class ObjetEnLigne(Entete entete)
{
    // A name longer than this is refused by the header: no need to make it.
    private const int CheminMax = 2 * Entete.LongueurDuNom;

    private readonly SortedDictionary<int, List<string>> _valeurs = [];

    /// <summary>The row, or null when the object holds a text that isn't one (half a character); that is told.</summary>
    public LigneBrute? Lire(long numero, JsonElement objet, bool geojson, Action<Anomalie> anomalie)
    {
        _valeurs.Clear();
        try
        {
            if (geojson && EstUneEntite(objet))
            {
                Entite(objet);
            }
            else
            {
                Objet("", objet);
            }
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json reads half a surrogate pair, or broken UTF-8, as far as the moment when the text is asked.
            anomalie(new Anomalie(numero, null, "", null, "L’objet contient un caractère coupé en deux : il ne peut pas être lu.", true));
            return null;
        }

        var valeurs = new string?[_valeurs.Count == 0 ? 0 : _valeurs.Keys.Last() + 1];
        foreach (var (rang, textes) in _valeurs)
        {
            valeurs[rang] = textes.Count == 1 ? textes[0] : string.Join(FicheLieu.SeparateurDeListe, textes);
        }

        return new LigneBrute(numero, entete, valeurs) { Brut = objet };
    }

    private static bool EstUneEntite(JsonElement objet) =>
        objet.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Feature") && objet.TryGetProperty("properties", out _);

    private void Entite(JsonElement entite)
    {
        if (entite.TryGetProperty("id", out var id))
        {
            Valeur("id", id);
        }

        if (entite.GetProperty("properties") is { ValueKind: JsonValueKind.Object } proprietes)
        {
            Objet("", proprietes);
        }

        if (entite.TryGetProperty("geometry", out var geometrie) && geometrie.ValueKind == JsonValueKind.Object
            && geometrie.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Point")
            && geometrie.TryGetProperty("coordinates", out var point) && point.ValueKind == JsonValueKind.Array && point.GetArrayLength() >= 2)
        {
            // GeoJSON writes the longitude first. What the properties say stays.
            Absente("latitude", point[1]);
            Absente("longitude", point[0]);
        }
    }

    private void Absente(string nom, JsonElement valeur)
    {
        if (!_valeurs.ContainsKey(entete.Ajouter(nom)))
        {
            Valeur(nom, valeur);
        }
    }

    private void Objet(string prefixe, JsonElement objet)
    {
        foreach (var propriete in objet.EnumerateObject())
        {
            if (prefixe.Length + propriete.Name.Length > CheminMax)
            {
                throw new FichierIllisibleException($"Le nom d’une colonne dépasse {Entete.LongueurDuNom} caractères.");
            }

            var nom = prefixe + propriete.Name;
            if (prefixe.Length == 0)
            {
                // As everywhere in JSON, a name written twice has its last value.
                _valeurs.Remove(entete.RangExact(nom));
            }

            Valeur(nom, propriete.Value);
        }
    }

    private void Valeur(string nom, JsonElement valeur)
    {
        switch (valeur.ValueKind)
        {
            case JsonValueKind.Object:
                Objet(nom + ".", valeur);
                break;
            case JsonValueKind.Array:
                // An empty list is known, and empty: its column exists.
                entete.Ajouter(nom);
                foreach (var element in valeur.EnumerateArray())
                {
                    Valeur(nom, element);
                }

                break;
            default:
                Texte(nom, valeur.ValueKind switch
                {
                    JsonValueKind.String => valeur.GetString(),
                    JsonValueKind.Number => valeur.GetRawText(),
                    JsonValueKind.True => "true",
                    JsonValueKind.False => "false",
                    _ => null,
                });
                break;
        }
    }

    private void Texte(string nom, string? texte)
    {
        var rang = entete.Ajouter(nom);
        if (string.IsNullOrWhiteSpace(texte))
        {
            return;
        }

        if (!_valeurs.TryGetValue(rang, out var textes))
        {
            _valeurs.Add(rang, textes = new List<string>(1));
        }

        textes.Add(texte.Trim());
    }
}
