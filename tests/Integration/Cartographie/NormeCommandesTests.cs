using System.Text.Json;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>« faireavec lieux valider » and « convertir », as people type them. No database is started.</summary>
public sealed class NormeCommandesTests
{
    private const string Entete = "id,pivot,nom,commune,code_postal,date_maj,source,services\n";
    private const string Bonne = "a_1,00000000000000,A,Lyon,69001,2026-01-31,test,Loisirs et créations numériques\n";

    [Theory]
    [InlineData(Entete + Bonne, 0)]
    [InlineData(Entete + Bonne + "a_2,00000000000000,,Lyon,1,2026-01-31,test,\n", 1)]
    [InlineData("<html>", 2)]
    [InlineData(null, 2)]
    public async Task Le_code_de_sortie_dit_si_le_fichier_est_bon(string? contenu, int code)
    {
        using var dossier = new DossierTemporaire();
        if (contenu is not null)
        {
            await File.WriteAllTextAsync(dossier.Sous("lieux.csv"), contenu);
        }

        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["lieux", "valider", dossier.Sous("lieux.csv")]);
        Assert.Equal(code, programme.Code);
        Assert.NotEqual("", programme.Erreurs.Trim());
        if (code < 2)
        {
            var lignes = programme.Sortie.Trim().Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
            Assert.Equal(code == 0 ? 0 : 2, lignes[^1].GetProperty("bilan").GetProperty("bloquants").GetInt32());
            Assert.All(lignes.SkipLast(1), l => Assert.Equal(["ligne", "id", "colonne", "valeur", "regle", "niveau", "message", "suggestion"], l.EnumerateObject().Select(p => p.Name)));
        }
    }

    [Fact]
    public async Task Un_fichier_converti_se_valide_et_chaque_retouche_est_dite()
    {
        using var dossier = new DossierTemporaire();
        await File.WriteAllTextAsync(dossier.Sous("lieux.csv"), Entete + Bonne + "a_2,,B,Lyon,69 001,31/01/2026,test,Coiffure\na_3,,,,,,,\n");
        await using var convertir = await ProgrammeFaireAvec.ExecuterAsync(["lieux", "convertir", dossier.Sous("lieux.csv"), "--vers", "xlsx", "--sortie", dossier.Sous("lieux.xlsx")]);
        Assert.Equal(0, convertir.Code);
        var lignes = convertir.Sortie.Trim().Split('\n');
        Assert.Contains("\"avant\":\"69 001\",\"apres\":\"69001\"", lignes[0], StringComparison.Ordinal);
        Assert.Contains("\"lues\":3,\"ecrites\":2,\"rejetees\":1,\"retouches\":3", lignes[^1], StringComparison.Ordinal);
        Assert.Equal(["lieux.csv", "lieux.xlsx"], Directory.EnumerateFiles(dossier.Sous(".")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        await using var valider = await ProgrammeFaireAvec.ExecuterAsync(["lieux", "valider", dossier.Sous("lieux.xlsx"), "--regles", "norme", "--format", "texte"]);
        Assert.Equal(0, valider.Code);
        Assert.StartsWith("2 lignes lues, 2 sans défaut bloquant", valider.Sortie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_sortie_impossible_est_dite_et_ne_laisse_rien()
    {
        using var dossier = new DossierTemporaire();
        await File.WriteAllTextAsync(dossier.Sous("lieux.csv"), Entete + Bonne);
        await using var convertir = await ProgrammeFaireAvec.ExecuterAsync(["lieux", "convertir", dossier.Sous("lieux.csv"), "--vers", "csv", "--sortie", dossier.Sous("absent/lieux.csv")]);
        Assert.Equal(1, convertir.Code);
        Assert.Contains("ne peut pas être écrit", convertir.Erreurs, StringComparison.Ordinal);
    }
}
