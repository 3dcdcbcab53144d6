using System.CommandLine;
using FaireAvec.Accompagnement.Demonstration;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Commandes;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Commandes;

/// <summary>« faireavec demo volume » and « faireavec chiffres … ».</summary>
internal static class DemonstrationCommandes
{
    public static void Ajouter(IRegistreDeCommandes registre)
    {
        registre.Groupe("demo", "La démonstration").Add(Volume(registre));
        var chiffres = registre.Groupe("chiffres", "Les statistiques d’activité");
        chiffres.Add(Deriver(registre));
        chiffres.Add(Recompter(registre));
    }

    private static Command Volume(IRegistreDeCommandes registre)
    {
        var mediateurs = new Option<int>("--mediateurs") { Description = "Nombre de médiateurs", DefaultValueFactory = _ => 5_000 };
        var activites = new Option<int>("--activites") { Description = "Nombre d’activités", DefaultValueFactory = _ => 2_400_000 };
        var personnes = new Option<int>("--personnes") { Description = "Nombre de personnes suivies", DefaultValueFactory = _ => 400_000 };
        var annees = new Option<int>("--annees") { Description = "Années d’activité", DefaultValueFactory = _ => 3 };
        var graine = new Option<int>("--graine") { Description = "La même graine donne les mêmes activités", DefaultValueFactory = _ => 2026 };
        var commande = new Command("volume", "Invente l’activité d’un pays entier, pour mesurer. Seulement dans une base de démonstration") { mediateurs, activites, personnes, annees, graine };
        commande.SetAction(registre.AvecBase(async (services, l, annulation) =>
        {
            if (!services.GetRequiredService<IDemonstration>().EnCours)
            {
                await Console.Error.WriteLineAsync("Cette base n’est pas celle d’une démonstration : rien n’y est inventé.");
                return 1;
            }

            var demande = new VolumeDemande(l.GetValue(mediateurs), l.GetValue(activites), l.GetValue(personnes), l.GetValue(annees), l.GetValue(graine));
            if (demande is not { Mediateurs: >= 1 and <= 100_000, Activites: >= 1 and <= 20_000_000, Personnes: >= 100 and <= 5_000_000, Annees: >= 1 and <= 20 })
            {
                await Console.Error.WriteLineAsync("Donnez de 1 à 100 000 médiateurs, de 1 à 20 000 000 d’activités, de 100 à 5 000 000 de personnes, sur 1 à 20 ans.");
                return 1;
            }

            await ActivatorUtilities.CreateInstance<VolumeInvente>(services).AjouterAsync(demande, Console.Error.WriteLine, annulation);
            return 0;
        }));
        return commande;
    }

    private static Command Deriver(IRegistreDeCommandes registre)
    {
        var commande = new Command("deriver", "Dérive tout de suite les mois dont les activités ont changé");
        commande.SetAction(registre.AvecBase(async (services, _, annulation) =>
        {
            Console.WriteLine(await services.GetRequiredService<DerivationDesCumuls>().FaireAsync(annulation));
            return 0;
        }));
        return commande;
    }

    private static Command Recompter(IRegistreDeCommandes registre)
    {
        var commande = new Command("recompter", "Recompte tout depuis les activités, dit les écarts et les répare ; 1 s’il y en a");
        commande.SetAction(registre.AvecBase(async (services, _, annulation) =>
        {
            services.GetRequiredService<FaireAvec.Kernel.Donnees.ContexteAcces>().Role = "systeme:taches";
            var recompte = await services.GetRequiredService<RecompteDesCumuls>().FaireAsync(annulation);
            foreach (var ecart in recompte.Ecarts)
            {
                Console.WriteLine(ecart);
            }

            await Console.Error.WriteLineAsync($"{recompte.Mois} mois de départements recomptés, {recompte.Ecarts.Length} écart(s).");
            return recompte.Ecarts.Length == 0 ? 0 : 1;
        }));
        return commande;
    }
}
