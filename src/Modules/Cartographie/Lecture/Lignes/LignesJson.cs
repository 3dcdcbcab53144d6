using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Lecture.Lignes;

/// <summary>
/// Reads JSON lines and answers each with one, in order: the « id » of the question, with its JSON type, then the answer, or « erreur ».
/// Nothing in the input stops the processing. Answers are sent as soon as the input has to be waited for.
/// </summary>
internal static class LignesJson
{
    /// <summary>Longest line read, in bytes.</summary>
    public const int LongueurMaximale = 2 * 1024 * 1024;

    private const int EnvoiApres = 64 * 1024;
    private static readonly JsonWriterOptions Ecriture = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the fields of an answer after its id, or gives the reason why there is none; what was written is then dropped.</summary>
    public delegate Erreur? Reponse(JsonElement question, Utf8JsonWriter sortie);

    /// <summary>Answers all the lines. Empty lines are skipped.</summary>
    /// <returns>How many lines couldn't be read as a question (<see cref="QuestionsIllisibles"/>).</returns>
    public static async Task<long> TraiterAsync(Stream entree, Stream sortie, Reponse repondre, CancellationToken annulation)
    {
        using var lecteur = new LecteurDeLignes(entree, LongueurMaximale);
        var tampon = new ArrayBufferWriter<byte>(EnvoiApres);
        await using var json = new Utf8JsonWriter(tampon, Ecriture);
        var illisibles = 0L;
        while (true)
        {
            if (tampon.WrittenCount >= EnvoiApres || (tampon.WrittenCount > 0 && lecteur.VaAttendre))
            {
                await EnvoyerAsync(tampon, sortie, annulation);
            }

            if (await lecteur.LireAsync(annulation) is not { } lue)
            {
                break;
            }

            if ((lue.TropLongue || !EstVide(lue.Ligne.Span)) && !Repondre(lue.Ligne, lue.TropLongue, tampon, json, repondre))
            {
                illisibles++;
            }
        }

        await EnvoyerAsync(tampon, sortie, annulation);
        return illisibles;
    }

    /// <summary>Answers one question, given as text: for tests.</summary>
    public static string Repondre(string question, Reponse repondre)
    {
        var tampon = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(tampon, Ecriture);
        Repondre(Encoding.UTF8.GetBytes(question), tropLongue: false, tampon, json, repondre);
        return Encoding.UTF8.GetString(tampon.WrittenSpan).TrimEnd('\n');
    }

    private static bool Repondre(ReadOnlyMemory<byte> ligne, bool tropLongue, ArrayBufferWriter<byte> tampon, Utf8JsonWriter json, Reponse repondre)
    {
        if (tropLongue)
        {
            return EcrireErreur(default, ErreursDeLecture.TropLongue(LongueurMaximale), tampon, json);
        }

        try
        {
            using var document = JsonDocument.Parse(ligne);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return EcrireErreur(default, ErreursDeLecture.PasUnObjet(), tampon, json);
            }

            return Repondre(document.RootElement, tampon, json, repondre);
        }
        catch (JsonException)
        {
            return EcrireErreur(default, ErreursDeLecture.JsonInvalide(), tampon, json);
        }
    }

    private static bool Repondre(JsonElement question, ArrayBufferWriter<byte> tampon, Utf8JsonWriter json, Reponse repondre)
    {
        // An answer is made apart: on error, what was written of it is dropped.
        var essai = new ArrayBufferWriter<byte>(1024);
        Erreur? erreur;
        try
        {
            json.Reset(essai);
            json.WriteStartObject();
            EcrireId(question, json);
            erreur = repondre(question, json);
            json.WriteEndObject();
            json.Flush();
        }
        catch (InvalidOperationException)
        {
            // A string that is not text: half a surrogate pair, written « \ud800 ».
            erreur = ErreursDeLecture.TexteInvalide();
        }

        if (erreur is not null)
        {
            return EcrireErreur(question, erreur, tampon, json);
        }

        tampon.Write(essai.WrittenSpan);
        tampon.Write("\n"u8);
        return true;
    }

    /// <returns>False when the line couldn't be read as a question.</returns>
    private static bool EcrireErreur(JsonElement question, Erreur erreur, ArrayBufferWriter<byte> tampon, Utf8JsonWriter json)
    {
        var essai = new ArrayBufferWriter<byte>(256);
        json.Reset(essai);
        json.WriteStartObject();
        try
        {
            EcrireId(question, json);
        }
        catch (InvalidOperationException)
        {
            json.Reset(essai);
            essai.ResetWrittenCount();
            json.WriteStartObject();
            json.WriteNull("id");
        }

        json.WriteString("erreur", erreur.Message);
        json.WriteEndObject();
        json.Flush();
        tampon.Write(essai.WrittenSpan);
        tampon.Write("\n"u8);
        return !QuestionsIllisibles.Est(erreur);
    }

    private static void EcrireId(JsonElement question, Utf8JsonWriter json)
    {
        json.WritePropertyName("id");
        if (question.ValueKind == JsonValueKind.Object && question.TryGetProperty("id", out var id))
        {
            id.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static async Task EnvoyerAsync(ArrayBufferWriter<byte> tampon, Stream sortie, CancellationToken annulation)
    {
        await sortie.WriteAsync(tampon.WrittenMemory, annulation);
        await sortie.FlushAsync(annulation);
        tampon.ResetWrittenCount();
    }

    private static bool EstVide(ReadOnlySpan<byte> ligne) => ligne.IndexOfAnyExcept(" \t\r"u8) < 0;
}
