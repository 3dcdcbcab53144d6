using System.CommandLine;
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
        var commande = new Command("rapprocher", "Dit de chaque paire de lieux si c’est le même lieu : decision, probabilite, raisons ; une ligne JSON par paire, dans l’ordre. " + LignesDeCommande.Codes) { fichier };
        commande.SetAction(registre.SansBase(async (services, lecture, annulation) =>
        {
            var moteur = Moteur.Charger(Donnees(services), services.GetRequiredService<ITerritoires>());
            return await LignesDeCommande.TraiterAsync(lecture.GetValue(fichier), new PairesEnLignes(moteur).Repondre, annulation);
        }));
        return commande;
    }

    private static string Donnees(IServiceProvider services) => Preparation.DossierDonneesLivrees(services.GetRequiredService<IConfiguration>());
}
