using System.Text;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Postgres;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>Without a gateway: each message is a file of the data folder, <c>sms/</c>, that only the account of the program reads. Written beside then moved; the same id is the same file.</summary>
internal sealed class DepotDeFichiers(OptionsDonnees donnees) : IPasserelle
{
    public async Task RemettreAsync(Guid id, NumeroDeMobile a, string texte, CancellationToken annulation)
    {
        var dossier = Path.Combine(donnees.Dossier, "sms");
        Directory.CreateDirectory(dossier);
        var (fichier, provisoire) = (Path.Combine(dossier, $"{id:N}.txt"), Path.Combine(dossier, $".{id:N}"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var flux = new StreamWriter(provisoire, new UTF8Encoding(false), options))
        {
            await flux.WriteAsync($"A: {a.E164}\n\n{texte}\n".AsMemory(), annulation);
        }

        File.Move(provisoire, fichier, overwrite: true);
    }
}
