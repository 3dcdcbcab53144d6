using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Revue;

/// <summary>
/// The first rows of a file as JSON lines, small enough to travel with a form: while a mapping is written, each preview brings its rows back, and no
/// server has to keep somebody's file.
/// </summary>
internal static class EchantillonDeFichier
{
    public const int Lignes = 50;

    /// <summary>Longest sample, in characters.</summary>
    public const int TailleMax = 500_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rows of a stream, which is closed. Throws <see cref="FichierIllisibleException"/> with a sentence.</summary>
    /// <param name="flux">The file, seekable, plain or gzip.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="annulation">Gives up.</param>
    public static async Task<string> PrendreAsync(Stream flux, OptionsDeLecture options, CancellationToken annulation)
    {
        using var fichier = LectureFichier.Ouvrir(await Ouverture.DeplierAsync(flux, annulation), options);
        var texte = new StringBuilder();
        foreach (var ligne in fichier.Lignes(_ => { }).Take(Lignes))
        {
            var json = ligne.Brut is { } brut
                ? JsonSerializer.Serialize(brut, Json)
                : JsonSerializer.Serialize(ligne.Valeurs.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal), Json);
            if (texte.Length + json.Length > TailleMax)
            {
                break;
            }

            texte.Append(json).Append('\n');
        }

        return texte.Length > 0 ? texte.ToString() : throw new FichierIllisibleException("Ce fichier ne contient aucune ligne lisible.");
    }

    /// <summary>The sample as a file to read.</summary>
    public static LectureFichier Ouvrir(string echantillon) => LectureFichier.Ouvrir(new MemoryStream(Encoding.UTF8.GetBytes(echantillon)));
}
