using System.CommandLine;
using System.Text.Json;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Host.Commandes;

/// <summary>« faireavec journal verifier »: computes the hashes of the whole journal again.</summary>
internal static class JournalCommandes
{
    public static void Ajouter(RegistreDeCommandes registre)
    {
        var verifier = new Command("verifier", "Vérifie que le journal n’a été ni modifié ni tronqué");
        verifier.SetAction(registre.EnLecture(async (services, _, annulation) =>
        {
            var (entrees, defauts) = (0L, 0);
            await foreach (var constat in services.GetRequiredService<VerificationJournal>().VerifierAsync(annulation))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { jour = constat.Jour, chaine = constat.Chaine, entrees = constat.Entrees, valide = constat.Defaut is null, defaut = constat.Defaut }, Sorties.Json));
                entrees += constat.Chaine is null ? 0 : constat.Entrees;
                defauts += constat.Defaut is null ? 0 : 1;
            }

            await Console.Error.WriteLineAsync(defauts == 0 ? $"Journal intact : {entrees} entrée(s)." : $"Journal altéré : {defauts} défaut(s) sur {entrees} entrée(s).");
            return defauts == 0 ? 0 : 1;
        }));
        registre.Groupe("journal", "Le journal des écritures").Add(verifier);
    }
}
