using System.CommandLine;
using System.Text.Json;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Host.Commandes;

/// <summary>« faireavec cles tourner »: changes the operator's key, without losing anything that it closes.</summary>
internal static class ClesCommandes
{
    public static void Ajouter(RegistreDeCommandes registre)
    {
        var tourner = new Command("tourner", "Referme avec la nouvelle clé de l’opérateur tout ce que l’ancienne fermait. Base embarquée : arrêtez le serveur, la nouvelle clé est faite ici. Autre base : donnez la nouvelle par Cles__Operateur et l’ancienne par Cles__Ancienne, d’abord aux serveurs");
        tourner.SetAction(registre.AvecBase(async (services, _, annulation) =>
        {
            var (protection, personnes) = await services.GetRequiredService<RotationDesCles>().TournerAsync(annulation);
            Console.WriteLine(JsonSerializer.Serialize(new { cles_de_protection = protection, cles_de_personnes = personnes }, Sorties.Json));
            await Console.Error.WriteLineAsync("Tout est fermé avec la nouvelle clé. L’ancienne ne sert plus : détruisez-la, sauf si vos sauvegardes en ont besoin.");
            return 0;
        }));
        registre.Groupe("cles", "Les clés qui protègent la base").Add(tourner);
    }
}
