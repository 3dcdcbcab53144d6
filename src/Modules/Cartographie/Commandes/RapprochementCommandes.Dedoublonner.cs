using System.CommandLine;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Fusions;
using FaireAvec.Cartographie.Rapprochement.Groupes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Commandes;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Commandes;

internal static partial class RapprochementCommandes
{
    private static Command Dedoublonner(IRegistreDeCommandes registre)
    {
        var fichiers = new Argument<FileInfo[]>("fichiers") { Description = "Un ou plusieurs fichiers de lieux à la norme : CSV, JSON, GeoJSON ou XLSX, tels quels ou en .gz", Arity = ArgumentArity.OneOrMore };
        var sortie = new Option<DirectoryInfo>("--sortie") { Description = "Dossier où écrire les groupes, le fichier fusionné et le rapport", Required = true };
        var decisions = new Option<FileInfo?>("--decisions") { Description = "Décisions de personnes : lignes JSON {\"a\", \"b\", \"decision\": \"toujours\" ou \"jamais\"}" };
        var precedent = new Option<FileInfo?>("--precedent") { Description = "Le groupes.jsonl de la fois d’avant : les identifiants publics restent les mêmes" };
        var confiance = new Option<FileInfo?>("--confiance") { Description = "Objet JSON : confiance de 0 à 1 dans chaque source (0,5 par défaut)" };
        var commande = new Command("dedoublonner", "Trouve les doublons, les réunit et écrit le fichier fusionné, les redirections, ce qui est à revoir et un rapport") { fichiers, sortie, decisions, precedent, confiance };
        commande.SetAction(registre.SansBase(async (services, lecture, annulation) =>
        {
            var absent = lecture.GetRequiredValue(fichiers).Append(lecture.GetValue(decisions)).Append(lecture.GetValue(precedent)).Append(lecture.GetValue(confiance)).FirstOrDefault(f => f is { Exists: false });
            if (absent is not null)
            {
                await Console.Error.WriteLineAsync($"Le fichier {absent.FullName} n’existe pas.");
                return 1;
            }

            try
            {
                return await DedoublonnerAsync(
                    services, lecture.GetRequiredValue(fichiers), lecture.GetRequiredValue(sortie), lecture.GetValue(decisions), lecture.GetValue(precedent), lecture.GetValue(confiance), annulation);
            }
            catch (Exception e) when (e is FichierIllisibleException or IOException or UnauthorizedAccessException or InvalidDataException)
            {
                await Console.Error.WriteLineAsync(e is FichierIllisibleException ? e.Message : $"Un fichier ne peut pas être lu ou écrit : {e.Message}");
                return 1;
            }
        }));
        return commande;
    }

    private static async Task<int> DedoublonnerAsync(IServiceProvider services, FileInfo[] fichiers, DirectoryInfo sortie, FileInfo? decisions, FileInfo? precedent, FileInfo? confiance, CancellationToken annulation)
    {
        var moteur = Moteur.Charger(Donnees(services), services.GetRequiredService<ITerritoires>());
        var schema = services.GetRequiredService<SchemaDesLieux>();
        var norme = new LectureDesLieux(schema);
        var (fiches, rejetees) = (new List<FicheLieu>(), 0);
        foreach (var fichier in fichiers)
        {
            annulation.ThrowIfCancellationRequested();
            using var lecture = await LectureFichier.OuvrirAsync(fichier.FullName, annulation: annulation);
            foreach (var ligne in LignesDeLieux.Lire(lecture, anomalie =>
            {
                rejetees++;
                Console.Error.WriteLine($"{fichier.Name}, ligne {anomalie.Ligne} : {anomalie.Raison}");
            }, avecSource: false))
            {
                fiches.Add(norme.Lire(ligne).Fiche(schema));
            }
        }

        var humaines = DecisionsHumaines.Aucune;
        if (decisions is not null)
        {
            using var lecteur = decisions.OpenText();
            humaines = DecisionsHumaines.Lire(lecteur, Console.Error.WriteLine);
        }

        var fusionneur = new Fusionneur(LireConfiances(confiance), DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        var barre = new BarreDeProgression("Recherche des doublons");
        var trouve = Dedoublonnage.Faire(moteur, fiches, humaines, barre.Avancer);
        barre.Finir();
        sortie.Create();
        var rapport = new Restitution(moteur, fusionneur).Ecrire(trouve, sortie.FullName, LirePrecedents(precedent));
        SortieJson.Ecrire(new { rapport });
        await Console.Error.WriteLineAsync($"{rapport.Lieux} lignes, {rapport.Groupes} groupes de {rapport.LieuxGroupes} lignes, {rapport.LieuxFusionnes} lieux, {rapport.PairesARevoir} paires à revoir{(rejetees > 0 ? $", {rejetees} lignes illisibles" : "")}. Écrit dans {sortie.FullName}.");
        return 0;
    }

    private static Dictionary<string, double> LireConfiances(FileInfo? fichier)
    {
        if (fichier is null)
        {
            return [];
        }

        try
        {
            using var flux = fichier.OpenRead();
            var confiances = JsonSerializer.Deserialize<Dictionary<string, double>>(flux) ?? [];
            return confiances.Values.All(c => c is >= 0 and <= 1) ? confiances : throw new FichierIllisibleException($"{fichier.Name} : une confiance va de 0 à 1.");
        }
        catch (JsonException)
        {
            throw new FichierIllisibleException($"{fichier.Name} : il faut un objet JSON, une confiance de 0 à 1 par source.");
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> LirePrecedents(FileInfo? fichier)
    {
        var groupes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (fichier is null)
        {
            return groupes;
        }

        using var lecteur = fichier.OpenText();
        while (lecteur.ReadLine() is { } ligne)
        {
            try
            {
                using var document = JsonDocument.Parse(ligne);
                groupes[document.RootElement.GetProperty("id").GetString()!] = [.. document.RootElement.GetProperty("membres").EnumerateArray().Select(m => m.GetString()!)];
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
            {
                throw new FichierIllisibleException($"{fichier.Name} n’est pas un fichier de groupes écrit par cette commande.");
            }
        }

        return groupes;
    }
}
