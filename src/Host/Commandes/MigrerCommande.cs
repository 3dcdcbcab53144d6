using System.CommandLine;
using System.Text.Json;
using FaireAvec.Kernel.Demarrage;

namespace FaireAvec.Host.Commandes;

/// <summary>« faireavec migrer »: brings the database to the version of the product, then loads the shipped open data.</summary>
internal static class MigrerCommande
{
    public static void Ajouter(RegistreDeCommandes registre)
    {
        var vide = new Option<bool>("--empty") { Description = "Ne charge pas les données ouvertes livrées avec le produit" };
        var commande = new Command("migrer", "Met la base de données à jour et charge les données ouvertes") { vide };
        commande.SetAction(registre.AvecBase(migrer: false, async (services, lecture, annulation) =>
        {
            services.GetRequiredService<EtatDemarrage>().Recit = Sorties.Etape;
            var faites = await services.GetRequiredService<Preparation>().MigrerAsync(charger: !lecture.GetValue(vide), annulation);
            foreach (var nom in faites)
            {
                Console.WriteLine(JsonSerializer.Serialize(new { migration = nom }));
            }

            await Console.Error.WriteLineAsync(faites.Count == 0 ? "La base était déjà à jour." : $"{faites.Count} migration(s) appliquée(s).");
            return 0;
        }));
        registre.Racine.Add(commande);
    }
}
