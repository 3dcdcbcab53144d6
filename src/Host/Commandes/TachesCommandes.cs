using System.CommandLine;
using System.Text.Json;
using FaireAvec.Kernel.Commandes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Npgsql;

namespace FaireAvec.Host.Commandes;

/// <summary>« faireavec taches echecs | relancer »: jobs and deliveries whose tries are exhausted.</summary>
internal static class TachesCommandes
{
    public static void Ajouter(RegistreDeCommandes registre)
    {
        var groupe = registre.Groupe("taches", "Les tâches planifiées et les événements");
        var echecs = new Command("echecs", "Liste les tâches et les livraisons d’événements abandonnées après leurs essais");
        echecs.SetAction(registre.EnLecture(async (services, _, annulation) =>
        {
            await using var commande = services.GetRequiredService<Base>().Application.CreateCommand("""
                SELECT 'tache', id::text, tache, instant, essais, erreur FROM noyau.taches_echouees WHERE relancee_le IS NULL
                UNION ALL
                SELECT 'evenement', l.evenement::text, e.nom || ' → ' || l.gestionnaire, l.morte_le, l.essais, l.erreur FROM noyau.livraisons l JOIN noyau.evenements e ON e.id = l.evenement WHERE l.morte_le IS NOT NULL
                ORDER BY 4
                """);
            await using var lignes = await commande.ExecuteReaderAsync(annulation);
            var nombre = 0;
            while (await lignes.ReadAsync(annulation))
            {
                nombre++;
                Console.WriteLine(JsonSerializer.Serialize(new { sorte = lignes.GetString(0), id = lignes.GetString(1), nom = lignes.GetString(2), instant = lignes.GetDateTime(3), essais = lignes.GetInt32(4), erreur = lignes.GetString(5) }, Sorties.Json));
            }

            await Console.Error.WriteLineAsync(nombre == 0 ? "Rien en échec." : $"{nombre} échec(s).");
            return 0;
        }));
        groupe.Add(echecs);

        var id = new Argument<Guid>("id") { CustomParser = Valeurs.Identifiant, Description = "Identifiant donné par « taches echecs »" };
        var relancer = new Command("relancer", "Relance une tâche en échec, ou remet en file les livraisons abandonnées d’un événement") { id };
        relancer.SetAction(registre.AvecBase(async (services, lecture, annulation) =>
        {
            var echec = lecture.GetRequiredValue(id);
            if (await services.GetRequiredService<RelanceDeTaches>().RelancerAsync(echec, annulation) is { } tache)
            {
                await Console.Error.WriteLineAsync($"La tâche « {tache} » est relancée : un serveur la reprend dans la minute, ou à son prochain démarrage.");
                return 0;
            }

            await using var commande = services.GetRequiredService<Base>().Application.CreateCommand("UPDATE noyau.livraisons SET morte_le = NULL, essais = 0, prochain_essai = $2 WHERE evenement = $1 AND morte_le IS NOT NULL");
            commande.Parameters.Add(new NpgsqlParameter { Value = echec });
            commande.Parameters.Add(new NpgsqlParameter { Value = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime });
            var nombre = await commande.ExecuteNonQueryAsync(annulation);
            await Console.Error.WriteLineAsync(nombre == 0 ? "Rien en échec sous cet identifiant." : $"{nombre} livraison(s) remise(s) en file.");
            return nombre == 0 ? 1 : 0;
        }));
        groupe.Add(relancer);
    }
}
