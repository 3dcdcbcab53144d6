using System.CommandLine;
using System.Text;
using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Demarrage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>« faireavec lieux rapprocher », « dedoublonner », « reestimer »: duplicates, without the database.</summary>
internal static partial class RapprochementCommandes
{
    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var groupe = registre.Groupe("lieux", "Les lieux de médiation numérique");
        groupe.Add(Rapprocher(registre));
        groupe.Add(Dedoublonner(registre));
        groupe.Add(Reestimer(registre));
    }

    private static Command Rapprocher(IRegistreDeCommandes registre)
    {
        var fichier = new Argument<FileInfo?>("fichier") { Description = "Lignes JSON {\"id\", \"a\": {…}, \"b\": {…}} aux champs de la norme ; l’entrée standard sans fichier", Arity = ArgumentArity.ZeroOrOne };
        var commande = new Command("rapprocher", "Dit de chaque paire de lieux si c’est le même lieu : decision, probabilite, raisons ; une ligne JSON par paire, dans l’ordre") { fichier };
        commande.SetAction(registre.SansBase(async (services, lecture, annulation) =>
        {
            if (lecture.GetValue(fichier) is { Exists: false } absent)
            {
                await Console.Error.WriteLineAsync($"Le fichier {absent.FullName} n’existe pas.");
                return 1;
            }

            var moteur = Moteur.Charger(Donnees(services), services.GetRequiredService<ITerritoires>());
            await using var source = lecture.GetValue(fichier) is { } f ? f.OpenRead() : Console.OpenStandardInput();
            using var entree = new StreamReader(source, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
            await using var sortie = Console.OpenStandardOutput();
            var erreurs = new PairesEnLignes(moteur).Traiter(entree, sortie, annulation);
            if (erreurs > 0)
            {
                await Console.Error.WriteLineAsync(erreurs == 1 ? "1 ligne n’a pas pu être lue." : $"{erreurs} lignes n’ont pas pu être lues.");
            }

            return erreurs == 0 ? 0 : 1;
        }));
        return commande;
    }

    private static string Donnees(IServiceProvider services) => Preparation.DossierDonneesLivrees(services.GetRequiredService<IConfiguration>());
}
