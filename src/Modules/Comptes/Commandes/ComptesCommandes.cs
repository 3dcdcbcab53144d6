using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Commandes;

/// <summary>« faireavec comptes … ».</summary>
internal static class ComptesCommandes
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Ajouter(IRegistreDeCommandes registre)
    {
        var groupe = registre.Groupe("comptes", "Les comptes de ceux qui travaillent");
        groupe.Add(Administrateur(registre));
        var cartes = new Command("cartes", "Les cartes à codes");
        cartes.Add(Importer(registre));
        groupe.Add(cartes);
    }

    private static Command Administrateur(IRegistreDeCommandes registre)
    {
        var courriel = new Option<string>("--courriel") { Description = "Adresse électronique de la personne", Required = true };
        var prenom = new Option<string?>("--prenom") { Description = "Son prénom" };
        var nom = new Option<string?>("--nom") { Description = "Son nom" };
        var site = new Option<string?>("--site") { Description = "Adresse publique du site, pour le lien (par défaut Site__Adresse, sinon http://127.0.0.1:5080)" };
        var commande = new Command("administrateur", "Crée le premier administrateur d’une base qui n’en a pas, et donne un lien qui sert une fois, pendant 24 heures") { courriel, prenom, nom, site };
        commande.SetAction(registre.AvecBase(async (services, l, annulation) =>
        {
            var cree = await ActivatorUtilities.CreateInstance<PremierAdministrateur>(services).CreerAsync(l.GetValue(courriel), l.GetValue(prenom), l.GetValue(nom), l.GetValue(site), annulation);
            if (!cree.Reussi)
            {
                return await RefuserAsync(cree.Erreur!);
            }

            var (compte, adresse, lien, sansChiffrement) = cree.Valeur;
            if (sansChiffrement)
            {
                await Console.Error.WriteLineAsync("Attention : cette base est celle de la démonstration, et son disque n’est pas déclaré chiffré. Ce compte est admis parce que vous l’avez demandé ; n’y enregistrez personne d’autre (Donnees__DisqueChiffre=oui, ou une base PostgreSQL).");
            }

            Console.WriteLine(JsonSerializer.Serialize(new { Compte = compte, Courriel = adresse, Lien = lien }, Json));
            await Console.Error.WriteLineAsync("Ouvrez ce lien dans les 24 heures. Il sert une fois.");
            return 0;
        }));
        return commande;
    }

    private static Command Importer(IRegistreDeCommandes registre)
    {
        var fichier = new Argument<FileInfo>("fichier") { Description = "Fichier CSV : serie, graine (hexadécimal ou base 32)" };
        var commande = new Command("importer", "Ajoute un lot de cartes à codes. Les graines sont chiffrées ; effacez ensuite le fichier") { fichier };
        commande.SetAction(registre.AvecBase(async (services, l, annulation) =>
        {
            var lu = l.GetRequiredValue(fichier);
            if (!lu.Exists)
            {
                await Console.Error.WriteLineAsync($"Le fichier {lu.FullName} n’existe pas.");
                return 1;
            }

            await using var octets = lu.OpenRead();
            var lot = await ActivatorUtilities.CreateInstance<ImportDeCartes>(services).ImporterAsync(octets, annulation);
            if (!lot.Reussi)
            {
                return await RefuserAsync(lot.Erreur!);
            }

            foreach (var refusee in lot.Valeur.Refusees)
            {
                await Console.Error.WriteLineAsync($"Ligne {refusee.Ligne}, carte {refusee.Serie} : {refusee.Erreur.Code} {refusee.Erreur.Message}");
            }

            Console.WriteLine(JsonSerializer.Serialize(new { lot.Valeur.Importees, Refusees = lot.Valeur.Refusees.Count }, Json));
            return lot.Valeur.Refusees.Count == 0 ? 0 : 1;
        }));
        return commande;
    }

    private static async Task<int> RefuserAsync(Erreur erreur)
    {
        await Console.Error.WriteLineAsync($"{erreur.Code} : {erreur.Message}");
        return 1;
    }
}
