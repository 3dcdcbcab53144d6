using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FaireAvec.Kernel.Postgres;

/// <summary>Runs short commands of the system and keeps what they print.</summary>
internal static class Processus
{
    /// <summary>Runs to the end. The code is −1 when the program doesn't exist.</summary>
    public static async Task<(int Code, string Sortie)> LancerAsync(IReadOnlyList<string> commande, CancellationToken annulation = default)
    {
        var depart = new ProcessStartInfo(commande[0])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        foreach (var mot in commande.Skip(1))
        {
            depart.ArgumentList.Add(mot);
        }

        depart.Environment["LC_ALL"] = "C";
        try
        {
            using var processus = Process.Start(depart)!;
            processus.StandardInput.Close();
            var texte = new StringBuilder();
            var sortie = LireAsync(processus.StandardOutput);
            var erreur = LireAsync(processus.StandardError);
            await processus.WaitForExitAsync(annulation);
            texte.Append(await sortie).Append(await erreur);
            return (processus.ExitCode, texte.ToString());
        }
        catch (Win32Exception)
        {
            return (-1, $"{commande[0]}: introuvable");
        }

        async Task<string> LireAsync(StreamReader flux) => await flux.ReadToEndAsync(annulation);
    }
}
