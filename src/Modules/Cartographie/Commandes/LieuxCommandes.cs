using System.CommandLine;
using FaireAvec.Cartographie.Import;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>« faireavec lieux … ».</summary>
internal static class LieuxCommandes
{
    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var fichier = new Argument<FileInfo>("fichier") { Description = "Fichier CSV au schéma « lieux de médiation numérique » (ou .csv.gz)" };
        var complet = new Option<bool>("--complet") { Description = "Le fichier contient tous les lieux de ses sources : ceux qui n’y sont plus sont retirés" };
        var importer = new Command("importer", "Importe un fichier de lieux ; les lignes rejetées sont listées avec leur raison") { fichier, complet };
        importer.SetAction(async (lecture, annulation) =>
        {
            var chemin = lecture.GetRequiredValue(fichier);
            if (Directory.Exists(chemin.FullName))
            {
                await Console.Error.WriteLineAsync($"{chemin.FullName} est un dossier : donnez le fichier CSV lui-même.");
                return 1;
            }

            if (!chemin.Exists)
            {
                await Console.Error.WriteLineAsync($"Le fichier {chemin.FullName} n’existe pas.");
                return 1;
            }

            return await registre.AvecBase((services, l, a) => ImporterAsync(services, chemin.FullName, l.GetValue(complet), a))(lecture, annulation);
        });
        registre.Groupe("lieux", "Les lieux de médiation numérique").Add(importer);
    }

    private static async Task<int> ImporterAsync(IServiceProvider services, string chemin, bool complet, CancellationToken annulation)
    {
        services.GetRequiredService<ContexteEcriture>().Processus = "commande:lieux importer";
        var barre = new BarreDeProgression("Import des lieux");
        try
        {
            var bilan = await services.GetRequiredService<ImportLieux>().ImporterAsync(chemin, complet, SortieJson.Ecrire, barre.Avancer, annulation);
            barre.Finir();
            SortieJson.Ecrire(new { bilan });
            await Console.Error.WriteLineAsync(PhrasesDesCommandes.Dire(bilan));
            return 0;
        }
        catch (FichierIllisibleException e)
        {
            barre.Finir();
            await Console.Error.WriteLineAsync($"{e.Message} Rien n’a été changé.".Replace("Rien n’a été importé. ", "", StringComparison.Ordinal));
            return 1;
        }
    }
}
