using System.CommandLine;
using System.Globalization;
using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Cartographie.Rapprochement.Apprentissage;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Commandes;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Commandes;

internal static partial class RapprochementCommandes
{
    private static Command Reestimer(IRegistreDeCommandes registre)
    {
        var decisions = new Option<FileInfo?>("--decisions") { Description = "Décisions de relecteurs : lignes JSON {\"a\": {…}, \"b\": {…}, \"decision\": \"meme\" ou \"distinct\"} ; sans fichier, les paires livrées seules" };
        var garder = new Option<bool>("--garder") { Description = "Écrit les nouveaux poids s’ils ne sont pas moins bons sur les paires gardées" };
        var commande = new Command("reestimer", "Estime à nouveau les poids du rapprochement et compare anciens et nouveaux sur des paires gardées pour mesurer") { decisions, garder };
        commande.SetAction(registre.SansBase(async (services, lecture, annulation) =>
        {
            var donnees = Donnees(services);
            var preparateur = new Preparateur(services.GetRequiredService<ITerritoires>(), Frequences.Lire(Moteur.CheminDesFrequences(donnees)));
            var paires = Etiquettes.Lire(Moteur.CheminDesEtiquettes(donnees));
            var lues = 0;
            if (lecture.GetValue(decisions) is { } fichier)
            {
                if (!fichier.Exists)
                {
                    await Console.Error.WriteLineAsync($"Le fichier {fichier.FullName} n’existe pas.");
                    return 1;
                }

                using var lecteur = fichier.OpenText();
                var ajoutees = DecisionsDeRelecteurs.Lire(lecteur, paires, Console.Error.WriteLine);
                lues = ajoutees.Count;
                paires.AddRange(ajoutees);
            }

            var estimation = new Estimation(preparateur);
            var gardees = paires.Where(p => p.Garde).ToList();
            var anciens = Poids.Lire(Moteur.CheminDesPoids(donnees));
            var apprises = paires.Count(p => !p.Garde);
            var nouveaux = estimation.Estimer(paires, $"Régression logistique (L2) sur {apprises} paires lues une à une{(lues > 0 ? $", dont {lues} décisions de relecteurs" : "")} ; seuils choisis par validation croisée ; mesures sur {gardees.Count} autres paires, d’autres communes.");
            var (avant, apres) = (estimation.Mesurer(anciens, gardees), estimation.Mesurer(nouveaux, gardees));
            nouveaux = nouveaux with { Mesures = Estimation.EnNombres(apres["ensemble"]) };
            foreach (var (jeu, mesures) in ((string, SortedDictionary<string, Mesure>)[])[("anciens", avant), ("nouveaux", apres)])
            {
                foreach (var (strate, mesure) in mesures)
                {
                    SortieJson.Ecrire(new { poids = jeu, strate, mesures = Estimation.EnNombres(mesure) });
                }

                await Console.Error.WriteLineAsync($"Poids {jeu} : {Estimation.EnMots(mesures["ensemble"])}");
            }

            var pasMoinsBons = Estimation.PasMoinsBons(avant["ensemble"], apres["ensemble"]);
            await Console.Error.WriteLineAsync(pasMoinsBons ? "Les nouveaux poids ne sont pas moins bons que les anciens." : "Les nouveaux poids sont moins bons que les anciens.");
            if (!lecture.GetValue(garder))
            {
                return 0;
            }

            if (!pasMoinsBons)
            {
                await Console.Error.WriteLineAsync("Rien n’est écrit.");
                return 1;
            }

            nouveaux.Ecrire(Moteur.CheminDesPoids(donnees));
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Écrit : {Moteur.CheminDesPoids(donnees)}"));
            return 0;
        }));
        return commande;
    }
}
