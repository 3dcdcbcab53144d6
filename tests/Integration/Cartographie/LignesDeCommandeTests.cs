using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>The commands of JSON lines, as people type them: one rule for the exit code.</summary>
public sealed class LignesDeCommandeTests
{
    private const string Evaluer = """{"id":1,"horaires":"Mo-Fr 09:00-12:00","instant":"2025-06-02 10:00"}""";

    [Theory]
    [InlineData(0, "horaires evaluer", Evaluer)]
    [InlineData(0, "horaires evaluer", """{"id":1,"horaires":"9h30","instant":"2025-06-02 10:00"}""")]
    [InlineData(0, "horaires evaluer", """{"id":1,"horaires":null,"instant":"2025-06-02 10:00"}""")]
    [InlineData(0, "horaires evaluer", "")]
    [InlineData(1, "horaires evaluer", "pas du JSON")]
    [InlineData(1, "horaires evaluer", """{"id":1,"horaires":"24/7","instant":"2025-02-30 10:00"}""")]
    [InlineData(1, "horaires evaluer", """{"id":1,"instant":"2025-06-02 10:00"}""")]
    [InlineData(0, "horaires convertir", """{"id":1,"texte":"au petit bonheur"}""")]
    [InlineData(1, "horaires convertir", """{"id":1}""")]
    [InlineData(0, "horaires ecrire", """{"id":1,"horaires":"sunrise-sunset"}""")]
    [InlineData(1, "horaires ecrire", "[1]")]
    [InlineData(0, "telephones normaliser", """{"id":1,"telephone":"04 77 00 00 00"}""")]
    [InlineData(0, "telephones normaliser", """{"id":1,"telephone":"inconnu"}""")]
    [InlineData(1, "telephones normaliser", """{"id":1,"telephone""")]
    [InlineData(0, "lieux rapprocher", """{"id":1,"a":{"nom":"Mairie"},"b":{"nom":"Mairie"}}""")]
    [InlineData(1, "lieux rapprocher", """{"id":1,"a":{"nom":"Mairie"}}""")]
    public async Task Un_refus_est_une_reponse_une_ligne_illisible_un_echec(int code, string commande, string ligne)
    {
        using var dossier = new DossierTemporaire();
        await File.WriteAllTextAsync(dossier.Sous("lignes.jsonl"), ligne + "\n");
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync([.. commande.Split(' '), dossier.Sous("lignes.jsonl")]);
        Assert.Equal((code, ligne.Length == 0 ? 0 : 1), (programme.Code, programme.Sortie.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(code == 0 ? "" : "Une ligne n’a pas pu être lue.", programme.Erreurs.Trim());
    }

    [Theory]
    [InlineData("horaires evaluer")]
    [InlineData("horaires convertir")]
    [InlineData("horaires ecrire")]
    [InlineData("telephones normaliser")]
    [InlineData("lieux rapprocher")]
    public async Task Le_code_de_sortie_est_dans_l_aide_et_un_fichier_absent_est_un_echec(string commande)
    {
        await using var aide = await ProgrammeFaireAvec.ExecuterAsync([.. commande.Split(' '), "--help"]);
        Assert.Contains("Code de sortie", aide.Sortie, StringComparison.Ordinal);
        await using var absent = await ProgrammeFaireAvec.ExecuterAsync([.. commande.Split(' '), "/absent.jsonl"]);
        Assert.Equal((1, "Le fichier /absent.jsonl n’existe pas."), (absent.Code, absent.Erreurs.Trim()));
    }
}
