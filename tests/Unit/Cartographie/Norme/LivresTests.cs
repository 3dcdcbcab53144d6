using FaireAvec.Cartographie.Norme;

namespace FaireAvec.Tests.Unit.Cartographie.Norme;

/// <summary>The places shipped with the product.</summary>
public sealed class LivresTests(ITestOutputHelper sortie)
{
    private static readonly Lazy<(List<Defaut> Defauts, BilanDeValidation Bilan)> Tout = new(() => Lieux.Valider(LieuxLivres.Octets));

    [Fact]
    public void Ils_suivent_tous_la_norme()
    {
        var bilan = Tout.Value.Bilan;
        Assert.Equal((13_138, 13_138, 0, 95, "1"), (bilan.Lignes, bilan.Valides, bilan.Bloquants, bilan.EtapesNumeriques, bilan.VersionLue));
        Assert.DoesNotContain(bilan.ParRegle.Keys, r => r.StartsWith("NOR-", StringComparison.Ordinal));
    }

    [Fact]
    public void Ce_que_nos_regles_y_trouvent_est_connu()
    {
        var bilan = Tout.Value.Bilan;
        sortie.WriteLine(RapportDeValidation.EnMots(bilan));
        Assert.Equal(
            "FA-ACC-01 213, FA-HOR-01 63, FA-SRV-01 2077, FA-TEL-01 16",
            string.Join(", ", bilan.ParRegle.Where(r => r.Key.StartsWith("FA-", StringComparison.Ordinal)).Select(r => $"{r.Key} {r.Value}")));
        // What the cleaning says has its own tests: here, that it speaks once of each filler date.
        Assert.Equal((5265, 146), (bilan.ParRegle["NET-DAT-54"], bilan.ParRegle["NET-DAT-52"]));
    }
}
