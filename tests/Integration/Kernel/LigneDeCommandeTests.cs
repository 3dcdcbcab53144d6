using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>« faireavec … » as people type it, on a machine whose language isn't French.</summary>
public sealed class LigneDeCommandeTests
{
    private static readonly Dictionary<string, string?> SansLangue = new(StringComparer.Ordinal) { ["LANG"] = "C", ["LC_ALL"] = "C" };

    [Fact]
    public async Task L_aide_est_en_francais_quelle_que_soit_la_machine()
    {
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["horaires", "feries", "--help"], SansLangue);
        Assert.Equal(0, programme.Code);
        Assert.Contains("Montre cette aide", programme.Sortie, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", programme.Sortie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal", "verifier")]
    [InlineData("taches", "echecs")]
    [InlineData("sources", "lister")]
    [InlineData("comptes", "organisations", "lister")]
    public async Task Une_lecture_refuse_un_dossier_sans_base_et_n_y_cree_rien(params string[] mots)
    {
        using var parent = new DossierTemporaire();
        var faute = parent.Sous("donees");
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync([.. mots, "--data", faute], SansLangue);
        Assert.Equal(1, programme.Code);
        Assert.Contains($"Le dossier {faute} ne contient pas de base de données.", programme.Erreurs, StringComparison.Ordinal);
        Assert.DoesNotContain("intact", programme.Erreurs, StringComparison.Ordinal);
        Assert.False(Directory.Exists(faute));
    }

    [Theory]
    [InlineData("« abc » n’est pas un nombre entier de 1900 à 2199.", "horaires", "feries", "--annee", "abc")]
    [InlineData("« abc » n’est pas un nombre entier de 0 à 65535.", "servir", "--port", "abc")]
    [InlineData("« 65536 » n’est pas un nombre entier de 0 à 65535.", "servir", "--port", "65536")]
    [InlineData("« 12 » n’est pas un identifiant", "taches", "relancer", "12")]
    public async Task Une_valeur_fausse_est_dite_en_francais(string phrase, params string[] mots)
    {
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(mots, SansLangue);
        Assert.Equal(1, programme.Code);
        Assert.Contains(phrase, programme.Erreurs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("horaires", "feries")]
    [InlineData("horaires", "feriees")]
    [InlineData("servir", "--help")]
    [InlineData("lieux", "--help")]
    [InlineData("lieux", "corrections", "--help")]
    [InlineData("servir", "--data")]
    public async Task Rien_ne_reste_en_anglais_dans_l_aide_ni_dans_les_fautes(params string[] mots)
    {
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(mots, SansLangue);
        Assert.DoesNotMatch(@"was not|\[command\]|default:|REQUIRED|is required|expected|Did you", programme.Sortie + programme.Erreurs);
    }

    [Fact]
    public async Task Aide_est_une_commande()
    {
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["aide", "lieux"], SansLangue);
        Assert.Equal(0, programme.Code);
        Assert.Contains("importer", programme.Sortie, StringComparison.Ordinal);
        Assert.Contains("Montre cette aide", programme.Sortie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_port_pris_est_dit_en_une_phrase_sans_pile()
    {
        using var dossier = new DossierTemporaire();
        using var autre = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        autre.Start();
        var port = ((System.Net.IPEndPoint)autre.LocalEndpoint).Port;
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["servir", "--port", $"{port}", "--data", dossier.Chemin], SansLangue);
        Assert.Equal(1, programme.Code);
        Assert.Equal($"L’adresse http://127.0.0.1:{port} est déjà utilisée par un autre programme. Choisissez un autre port avec --port.", programme.Erreurs.Trim());
    }

    [Fact]
    public async Task Un_dossier_n_est_pas_un_fichier_de_lieux()
    {
        using var dossier = new DossierTemporaire();
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["lieux", "importer", dossier.Chemin], SansLangue);
        Assert.Equal(1, programme.Code);
        Assert.Contains("est un dossier", programme.Erreurs, StringComparison.Ordinal);
    }
}
