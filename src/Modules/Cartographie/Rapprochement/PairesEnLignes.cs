using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Judges pairs given as JSON lines, each alone, in order. A line that can't be read gives a line with « erreur », and reading goes on.</summary>
internal sealed class PairesEnLignes(Moteur moteur)
{
    private static readonly JsonWriterOptions Ecriture = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Lecture = new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Disallow };

    /// <returns>How many lines couldn't be judged.</returns>
    public long Traiter(TextReader entree, Stream sortie, CancellationToken annulation)
    {
        var erreurs = 0L;
        using var tampon = new MemoryStream();
        using var json = new Utf8JsonWriter(tampon, Ecriture);
        foreach (var ligne in LignesBornees.Lire(entree))
        {
            annulation.ThrowIfCancellationRequested();
            if (ligne is not null && string.IsNullOrWhiteSpace(ligne))
            {
                continue;
            }

            tampon.SetLength(0);
            json.Reset(tampon);
            erreurs += Juger(ligne, json) ? 0 : 1;
            json.Flush();
            tampon.WriteByte((byte)'\n');
            sortie.Write(tampon.GetBuffer(), 0, (int)tampon.Length);

            // Whoever sends pairs one by one waits for each answer.
            sortie.Flush();
        }

        return erreurs;
    }

    private bool Juger(string? ligne, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (ligne is null)
        {
            json.WriteNull("id");
            return Erreur($"La ligne dépasse {LignesBornees.Max / 1_000_000} millions de caractères.");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(ligne.TrimStart('\uFEFF'), Lecture);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            json.WriteNull("id");
            return Erreur("La ligne n’est pas un objet JSON lisible.");
        }

        using (document)
        {
            var paire = document.RootElement;
            json.WritePropertyName("id");
            if (paire.ValueKind != JsonValueKind.Object)
            {
                json.WriteNullValue();
                return Erreur("La ligne n’est pas un objet JSON : il faut « id », « a » et « b ».");
            }

            if (paire.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                EcrireId(json, id);
            }
            else
            {
                json.WriteNullValue();
            }

            if (!paire.TryGetProperty("a", out var a) || a.ValueKind != JsonValueKind.Object || !paire.TryGetProperty("b", out var b) || b.ValueKind != JsonValueKind.Object)
            {
                return Erreur("« a » et « b » doivent être deux objets, avec les champs de la norme.");
            }

            (Verdict Verdict, IReadOnlyList<string> Raisons) reponse;
            try
            {
                reponse = moteur.Rapprocher(FicheLieu.DepuisJson(a), FicheLieu.DepuisJson(b));
            }
            catch (InvalidOperationException)
            {
                // A lone surrogate in a string: not a text.
                return Erreur("Un des textes contient des caractères qui n’existent pas.");
            }

            json.WriteString("decision", reponse.Verdict.Mot);
            json.WriteNumber("probabilite", Math.Round(reponse.Verdict.Probabilite, 4));
            json.WriteStartArray("raisons");
            foreach (var raison in reponse.Raisons)
            {
                json.WriteStringValue(raison);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            return true;
        }

        bool Erreur(string message)
        {
            json.WriteString("erreur", message);
            json.WriteEndObject();
            return false;
        }
    }

    private static void EcrireId(Utf8JsonWriter json, JsonElement id)
    {
        try
        {
            id.WriteTo(json);
        }
        catch (InvalidOperationException)
        {
            json.WriteNullValue();
        }
    }
}
