using System.Text.Json;
using FaireAvec.Cartographie.Horaires.Conversion;
using FaireAvec.Cartographie.Lecture.Lignes;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Lignes;

/// <summary>Answers a line of « horaires convertir »: a free text (« texte »), or one text a day (« jours », an object; or such an object written in « texte »).</summary>
internal static class ConversionDeLigne
{
    private const int ColonnesMaximum = 20;

    /// <summary>Writes the answer.</summary>
    public static Erreur? Repondre(JsonElement question, Utf8JsonWriter sortie)
    {
        Resultat<HorairesConvertis> converti;
        if (question.TryGetProperty("jours", out var jours))
        {
            if (LireJours(jours, out var textes) is { } erreur)
            {
                return erreur;
            }

            converti = Convertisseur.ConvertirJours(textes);
        }
        else
        {
            if (ChampsDeLigne.Texte(question, "texte", out var texte) is { } erreur)
            {
                return erreur;
            }

            converti = Convertir(texte);
        }

        if (!converti.Reussi)
        {
            return converti.Erreur;
        }

        sortie.WriteString("osm", converti.Valeur.Osm);
        sortie.WriteNumber("confiance", converti.Valeur.Confiance);
        return null;
    }

    private static Resultat<HorairesConvertis> Convertir(string texte)
    {
        if (!texte.AsSpan().TrimStart().StartsWith("{"))
        {
            return Convertisseur.Convertir(texte);
        }

        try
        {
            using var objet = JsonDocument.Parse(texte);
            return LireJours(objet.RootElement, out var textes) is { } erreur ? erreur : Convertisseur.ConvertirJours(textes);
        }
        catch (JsonException)
        {
            return ErreursConversion.MotInconnu();
        }
    }

    private static Erreur? LireJours(JsonElement jours, out Dictionary<string, string?> textes)
    {
        textes = [];
        if (jours.ValueKind != JsonValueKind.Object)
        {
            return ErreursDeLecture.PasUnObjet();
        }

        foreach (var jour in jours.EnumerateObject())
        {
            if (jour.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                return ErreursLignes.PasUnTexte("jours");
            }

            textes[jour.Name] = jour.Value.GetString();
            if (textes.Count > ColonnesMaximum)
            {
                return ErreursConversion.MotInconnu();
            }
        }

        return null;
    }
}
