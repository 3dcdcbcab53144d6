using FaireAvec.Cartographie.Import;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Tests.Unit.Cartographie.Lecture;

public sealed class FauxGzipTests : IDisposable
{
    private readonly string _chemin = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.csv.gz");

    [Fact]
    public async Task Un_fichier_qui_se_dit_gzip_sans_l_etre_est_refuse_par_une_phrase()
    {
        await File.WriteAllTextAsync(_chemin, "id,nom\n1,Espace\n");
        var faute = await Assert.ThrowsAsync<FichierIllisibleException>(() => LectureFichier.OuvrirAsync(_chemin));
        Assert.Contains("n’est pas compressé avec gzip", faute.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_chemin);
}
