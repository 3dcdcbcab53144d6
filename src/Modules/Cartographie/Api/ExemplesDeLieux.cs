using System.Buffers;
using System.Text.Json.Nodes;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;

namespace FaireAvec.Cartographie.Api;

/// <summary>The examples of the OpenAPI document: a place that was made up, written by what writes the real ones, so that nothing is missing from them.</summary>
internal static class ExemplesDeLieux
{
    /// <summary>A page of one place, 450 m from the centre.</summary>
    public static JsonNode Page()
    {
        var page = JsonNode.Parse(Ecrire())!;
        page["lieux"]![0]!["distance_m"] = 450;
        return page;
    }

    /// <summary>The place alone.</summary>
    public static JsonNode Fiche()
    {
        var fiche = JsonNode.Parse(Ecrire())!["lieux"]![0]!.DeepClone().AsObject();
        fiche.Remove("distance_m");
        fiche["horaires_compris"] = true;
        fiche["ouvert"] = null;
        return fiche;
    }

    private static ReadOnlySpan<byte> Ecrire()
    {
        var lieu = new Lieu
        {
            Id = "exemple_1",
            Source = "exemple",
            Nom = "Médiathèque du Grand-Pré",
            Commune = "Saint-Étienne",
            CodePostal = "42000",
            CodeInsee = "42218",
            Adresse = "20 rue des Tilleuls",
            Latitude = 45.43,
            Longitude = 4.38,
            Typologie = ["BIB"],
            Horaires = "Tu-Sa 10:00-12:00,14:00-18:30",
            Services = [Vocabulaire.Demarches],
            Empreinte = [],
            CreeLe = default,
            ModifieLe = default,
        };
        var sortie = new ArrayBufferWriter<byte>();
        var index = new IndexLieux([lieu], _ => "42", "exemple");
        LieuxJson.Page(sortie, index, index.Chercher(new Criteres { Tri = Tri.Nom }), DateOnly.MaxValue);
        return sortie.WrittenSpan;
    }
}
