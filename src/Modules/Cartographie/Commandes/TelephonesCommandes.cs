using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Lecture.Lignes;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Kernel.Commandes;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>« faireavec telephones normaliser »: JSON lines in, JSON lines out, in order.</summary>
internal static class TelephonesCommandes
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Noms = ["telephone", "texte", "numero"];

    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var fichier = new Argument<FileInfo?>("fichier") { Description = "Fichier de lignes JSON ; sans fichier, l’entrée standard est lue", Arity = ArgumentArity.ZeroOrOne };
        var normaliser = new Command("normaliser", "Lit des numéros ({\"id\",\"telephone\",\"departement\",\"code_postal\"}, un par ligne) et écrit leur forme internationale, leur affichage et leur type. " + LignesDeCommande.Codes) { fichier };
        normaliser.SetAction(registre.SansBase(async (_, lecture, annulation) =>
        {
            if (lecture.GetValue(fichier) is { } chemin)
            {
                if (!chemin.Exists)
                {
                    await Console.Error.WriteLineAsync($"Le fichier {chemin.FullName} n’existe pas.");
                    return 1;
                }

                using var contenu = chemin.OpenText();
                return await NormaliserAsync(contenu, annulation);
            }

            using var entree = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            return await NormaliserAsync(entree, annulation);
        }));
        registre.Groupe("telephones", "Les numéros de téléphone").Add(normaliser);
    }

    /// <summary>The answer for one line; null for an empty line.</summary>
    /// <param name="ligne">The line, or null when it was too long to be read.</param>
    public static string? Repondre(string? ligne) => Repondre(ligne, out _);

    private static string? Repondre(string? ligne, out bool lue)
    {
        lue = false;
        if (ligne is null)
        {
            return Ecrire(null, new JsonObject { ["erreur"] = ErreursDeLecture.TropLongue(LignesBornees.Max).Message });
        }

        if (string.IsNullOrWhiteSpace(ligne))
        {
            lue = true;
            return null;
        }

        // A line that isn't JSON is a number by itself: "04 77 12 34 56".
        JsonNode? id = null;
        string? numero = ligne, departement = null;
        try
        {
            using var document = JsonDocument.Parse(ligne);
            var racine = document.RootElement;
            if (racine.ValueKind == JsonValueKind.Object)
            {
                id = racine.TryGetProperty("id", out var i) ? JsonNode.Parse(i.GetRawText()) : null;
                numero = null;
                foreach (var nom in Noms)
                {
                    numero ??= racine.TryGetProperty(nom, out var v) ? FicheLieu.Cellule(v) : null;
                }

                departement = Texte(racine, "departement") ?? Texte(racine, "code_postal");
            }
            else if (racine.ValueKind == JsonValueKind.String)
            {
                numero = racine.GetString();
            }
            else if (racine.ValueKind != JsonValueKind.Number)
            {
                return Ecrire(null, new JsonObject { ["erreur"] = "La ligne n’est ni un objet JSON, ni un numéro." });
            }
        }
        catch (JsonException) when (ligne.TrimStart() is not ['{' or '[' or '"', ..])
        {
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Ecrire(null, new JsonObject { ["erreur"] = ErreursDeLecture.JsonInvalide().Message });
        }

        // Whatever it is, the number was read: a refusal is an answer.
        lue = true;
        var lecture = Telephone.Lire(numero, departement);
        if (lecture.Numero is not { } lu)
        {
            return Ecrire(id, new JsonObject { ["erreur"] = Regles.Phrase(lecture.Erreur ?? Regles.TelSansNumero) });
        }

        var reponse = new JsonObject { ["e164"] = lu.E164, ["affichage"] = lu.Affichage, ["type"] = lu.Type.ToString().ToLowerInvariant(), ["extension"] = lu.Extension };
        if (lu.Court is not null)
        {
            reponse["court"] = lu.Court;
        }

        if (lecture.Autres.Count > 0)
        {
            reponse["autres"] = new JsonArray([.. lecture.Autres.Select(a => (JsonNode)a.Valeur)]);
        }

        return Ecrire(id, reponse);
    }

    private static async Task<int> NormaliserAsync(TextReader entree, CancellationToken annulation)
    {
        await using var sortie = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        var illisibles = 0L;
        foreach (var ligne in LignesBornees.Lire(entree))
        {
            annulation.ThrowIfCancellationRequested();
            var reponse = Repondre(ligne, out var lue);
            illisibles += lue ? 0 : 1;
            if (reponse is not null)
            {
                // Flushed each time: the reader may wait for an answer before it writes the next question.
                await sortie.WriteLineAsync(reponse.AsMemory(), annulation);
                await sortie.FlushAsync(annulation);
            }
        }

        return await LignesDeCommande.SortirAsync(illisibles);
    }

    private static string? Texte(JsonElement objet, string nom) => objet.TryGetProperty(nom, out var v) && FicheLieu.Cellule(v) is { Length: > 0 } t ? t : null;

    private static string Ecrire(JsonNode? id, JsonObject contenu)
    {
        contenu.Insert(0, "id", id);
        return contenu.ToJsonString(Json);
    }
}
