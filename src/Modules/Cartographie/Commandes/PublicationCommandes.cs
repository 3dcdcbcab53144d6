using System.CommandLine;
using System.Text;
using FaireAvec.Cartographie.Publication;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Commandes;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>« faireavec lieux regrouper | publier | corrections ».</summary>
internal static class PublicationCommandes
{
    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var groupe = registre.Groupe("lieux", "Les lieux de médiation numérique");
        var regrouper = new Command("regrouper", "Cherche quelles fiches sont un même lieu, et les montre comme un seul");
        regrouper.SetAction(registre.AvecBase(async (services, _, annulation) =>
        {
            var bilan = await services.GetRequiredService<Regroupement>().RegrouperAsync(annulation);
            SortieJson.Ecrire(bilan);
            await Console.Error.WriteLineAsync(PhrasesDesCommandes.Dire(bilan));
            return 0;
        }));
        groupe.Add(regrouper);

        var sortie = new Option<DirectoryInfo?>("--sortie") { Description = "Écrit les fichiers dans ce dossier, sans publier" };
        var publier = new Command("publier", "Publie les données ouvertes du jour") { sortie };
        publier.SetAction(registre.AvecBase(async (services, lecture, annulation) =>
        {
            var publieur = services.GetRequiredService<Publieur>();
            if (lecture.GetValue(sortie) is { } dossier)
            {
                try
                {
                    foreach (var f in await publieur.EcrireAsync(dossier, annulation))
                    {
                        SortieJson.Ecrire(new { f.Nom, f.Taille, f.Sha256 });
                    }
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    await Console.Error.WriteLineAsync($"Le dossier {dossier.FullName} ne peut pas être écrit : {e.Message}");
                    return 1;
                }

                await Console.Error.WriteLineAsync($"Écrit dans {dossier.FullName}. Rien n’est publié.");
            }
            else
            {
                var debut = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var publication = await publieur.PublierAsync(annulation);
                SortieJson.Ecrire(publication);
                await Console.Error.WriteLineAsync(PhrasesDesCommandes.Dire(publication, deja: publication.Instant < debut));
            }

            return 0;
        }));
        groupe.Add(publier);

        var source = new Option<string>("--source") { Description = "Code de la source", Required = true };
        var corrections = new Command("corrections", "Donne en CSV les corrections faites à la main dans les lieux d’une source, à rendre à son producteur") { source };
        corrections.SetAction(registre.EnLecture(async (services, lecture, annulation) =>
        {
            var aRendre = await services.GetRequiredService<CorrectionsDesLieux>().ARendreAsync(lecture.GetRequiredValue(source), annulation);
            if (!aRendre.Reussi)
            {
                await Console.Error.WriteLineAsync(aRendre.Erreur!.Message);
                return 1;
            }

            await using var csv = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
            await csv.WriteLineAsync(CorrectionARendre.Entete);
            foreach (var correction in aRendre.Valeur)
            {
                await csv.WriteLineAsync(correction.Ligne);
            }

            await Console.Error.WriteLineAsync(PhrasesDesCommandes.Corrections(aRendre.Valeur.Count));
            return 0;
        }));
        groupe.Add(corrections);
    }
}
