using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Normes;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel.CourtsMessages;

/// <summary>Short messages, through a real HTTP server: once, to whoever wants them, without their words being kept.</summary>
public sealed class CourtsMessagesTests
{
    private const string Secret = "secret-d-essai";

    private static readonly NumeroDeMobile Numero = NumeroDeMobile.Lire("06 39 98 01 02")!;

    [Fact]
    public async Task Un_message_part_par_la_passerelle_avec_son_secret_et_sa_cle()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        await using var noyau = await NoyauAsync(passerelle.Adresse);
        Assert.Equal(SortDuCourtMessage.Remis, await EnvoyerAsync(noyau, "essai 1"));
        var (cle, autorisation, corps) = Assert.Single(passerelle.Appels);
        Assert.Equal(("Bearer " + Secret, "+33639980102", "Mediation", "Bonjour, à demain"), (autorisation, corps.GetProperty("a").GetString(), corps.GetProperty("de").GetString(), corps.GetProperty("texte").GetString()));
        Assert.Equal(cle, corps.GetProperty("id").GetString());

        // Asked for again: nothing more goes.
        Assert.Equal(SortDuCourtMessage.DejaPris, await EnvoyerAsync(noyau, "essai 1"));
        Assert.Single(passerelle.Appels);

        // What is kept holds neither the number nor the words.
        var garde = Assert.Single(await noyau.Base.ListerAsync<string>("SELECT m::text FROM noyau.courts_messages m"));
        Assert.DoesNotContain("639980102", garde, StringComparison.Ordinal);
        Assert.DoesNotContain("demain", garde, StringComparison.Ordinal);
        Assert.Contains("envoye", garde, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task Une_panne_de_passage_est_retentee_sous_la_meme_cle(int statut)
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        await using var noyau = await NoyauAsync(passerelle.Adresse);
        passerelle.Statuts.Enqueue(statut);
        passerelle.Statuts.Enqueue(statut);
        Assert.Equal(SortDuCourtMessage.Remis, await EnvoyerAsync(noyau, "essai 1"));
        Assert.Equal(3, passerelle.Appels.Count);
        Assert.Single(passerelle.Appels.Select(a => a.Cle).Distinct());
        Assert.Single(passerelle.Partis);
    }

    [Fact]
    public async Task Une_panne_qui_dure_est_dite_puis_reprise_sous_la_meme_cle()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        await using var noyau = await NoyauAsync(passerelle.Adresse);
        for (var i = 0; i < 4; i++)
        {
            passerelle.Statuts.Enqueue(500);
        }

        var manque = await Assert.ThrowsAsync<EnvoiManque>(() => EnvoyerAsync(noyau, "essai 1"));
        Assert.Equal(("La passerelle SMS a répondu 500.", false), (manque.Message, manque.Definitif));
        Assert.Equal("echec La passerelle SMS a répondu 500.", await noyau.Base.LireAsync<string>("SELECT etat || ' ' || erreur FROM noyau.courts_messages"));
        Assert.Equal(SortDuCourtMessage.Remis, await EnvoyerAsync(noyau, "essai 1"));
        Assert.Single(passerelle.Appels.Select(a => a.Cle).Distinct());
        Assert.Equal("envoye 2", await noyau.Base.LireAsync<string>("SELECT etat || ' ' || essais FROM noyau.courts_messages"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task Un_refus_n_est_pas_retente(int statut)
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        await using var noyau = await NoyauAsync(passerelle.Adresse);
        passerelle.Statuts.Enqueue(statut);
        Assert.True((await Assert.ThrowsAsync<EnvoiManque>(() => EnvoyerAsync(noyau, "essai 1"))).Definitif);
        Assert.Single(passerelle.Appels);
    }

    [Fact]
    public async Task Deux_noeuds_n_envoient_qu_une_fois()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        await using var un = await NoyauAsync(passerelle.Adresse);
        await using var deux = await NoyauAsync(passerelle.Adresse, un.Base);
        var sorts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => EnvoyerAsync(i % 2 == 0 ? un : deux, "essai 1")));
        Assert.Equal(1, sorts.Count(s => s == SortDuCourtMessage.Remis));
        Assert.Single(passerelle.Appels);
    }

    [Fact]
    public async Task Un_noeud_tue_pendant_l_envoi_ne_fait_pas_partir_le_message_deux_fois()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        await using var noyau = await NoyauAsync(passerelle.Adresse);
        // The gateway has it, and the answer is never read.
        using var tue = new CancellationTokenSource();
        passerelle.Avant = async _ => await tue.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EnvoyerAsync(noyau, "essai 1", annulation: tue.Token));
        passerelle.Avant = null;
        await Attente.QueAsync("the gateway to end", () => Task.FromResult(passerelle.Partis.Count == 1));
        Assert.Equal(SortDuCourtMessage.DejaPris, await EnvoyerAsync(noyau, "essai 1"));

        noyau.Horloge.Avancer(CourtsMessagesNotes.Abandon + TimeSpan.FromSeconds(1));
        Assert.Equal(SortDuCourtMessage.Remis, await EnvoyerAsync(noyau, "essai 1"));
        Assert.Equal(2, passerelle.Appels.Count);
        Assert.Single(passerelle.Partis);
    }

    [Fact]
    public async Task Qui_a_dit_stop_ne_recoit_plus_rien_de_personne()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        await using var noyau = await NoyauAsync(passerelle.Adresse);
        var liste = noyau.Services.GetRequiredService<Desinscriptions>();
        await liste.DesinscrireAsync(Numero, "page", CancellationToken.None);
        await liste.DesinscrireAsync(Numero, "reponse", CancellationToken.None);
        Assert.Equal(SortDuCourtMessage.Desinscrit, await EnvoyerAsync(noyau, "essai 1"));
        Assert.Empty(passerelle.Appels);
        Assert.Equal("page 32", await noyau.Base.LireAsync<string>("SELECT origine || ' ' || length(empreinte) FROM noyau.desinscriptions"));

        await liste.ReinscrireAsync(Numero, CancellationToken.None);
        Assert.False(await liste.EstDesinscritAsync(Numero, CancellationToken.None));
        Assert.Equal(SortDuCourtMessage.Remis, await EnvoyerAsync(noyau, "essai 2"));
    }

    [Fact]
    public async Task Sans_passerelle_chaque_message_est_un_fichier()
    {
        using var dossier = new DossierTemporaire();
        await using var noyau = await NoyauAsync(null, dossier: dossier.Chemin);
        Assert.Equal(SortDuCourtMessage.Remis, await EnvoyerAsync(noyau, "essai 1"));
        Assert.Equal("A: +33639980102\n\nBonjour, à demain\n", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(dossier.Chemin, "sms")))));
    }

    [Theory]
    [InlineData("http://sms.example/envois", "Sms__Adresse n’est pas une adresse https.")]
    [InlineData("https://127.0.0.1:9/envois", "L’adresse de la passerelle SMS mène à un réseau privé : elle est refusée.")]
    [InlineData("https://[::1]:9/envois", "L’adresse de la passerelle SMS mène à un réseau privé : elle est refusée.")]
    [InlineData("https://10.0.0.1/envois", "L’adresse de la passerelle SMS mène à un réseau privé : elle est refusée.")]
    [InlineData("https://169.254.169.254/", "L’adresse de la passerelle SMS mène à un réseau privé : elle est refusée.")]
    public async Task Une_adresse_privee_ou_sans_TLS_est_refusee(string adresse, string phrase)
    {
        await using var noyau = await NoyauAsync(adresse, boucle: false);
        var manque = await Assert.ThrowsAsync<EnvoiManque>(() => EnvoyerAsync(noyau, "essai 1"));
        Assert.Equal((phrase, true), (manque.Message, manque.Definitif));
    }

    [Fact]
    public async Task Un_texte_vide_ou_trop_long_n_est_pas_paye()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        await using var noyau = await NoyauAsync(passerelle.Adresse);
        foreach (var texte in (string[])["", new string('a', (6 * 153) + 1), new string('ê', (6 * 67) + 1)])
        {
            Assert.True((await Assert.ThrowsAsync<EnvoiManque>(() => EnvoyerAsync(noyau, "essai 1", texte: texte))).Definitif);
        }

        Assert.Empty(passerelle.Appels);
    }

    private static Task<SortDuCourtMessage> EnvoyerAsync(NoyauDeTest noyau, string cle, string texte = "Bonjour, à demain", CancellationToken annulation = default) =>
        noyau.Services.GetRequiredService<ICourtsMessages>().EnvoyerAsync(new CourtMessage(Numero, texte, cle) { Categorie = "essai" }, annulation);

    private static Task<NoyauDeTest> NoyauAsync(string? adresse, BaseDeTest? donnees = null, bool boucle = true, string? dossier = null) => NoyauDeTest.DemarrerAsync(
        connexion: d => new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:FaireAvec"] = d.ConnexionProprietaire,
            ["Cles:Operateur"] = ApplicationDeTest.CleDEssai,
            ["Donnees:Dossier"] = dossier,
            ["Sms:Adresse"] = adresse,
            ["Sms:Secret"] = Secret,
            ["Sms:Expediteur"] = "Mediation",
            ["Sms:BoucleLocale"] = boucle ? "true" : null,
        },
        donnees: donnees);
}
