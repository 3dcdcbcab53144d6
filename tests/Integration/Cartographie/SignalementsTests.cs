using System.Net;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>Somebody reports an error; somebody treats it; a year later it is forgotten.</summary>
public class SignalementsTests(SignalementsTests.Gestionnaire application) : IClassFixture<SignalementsTests.Gestionnaire>
{
    [Fact]
    public async Task Un_signalement_est_garde_et_journalise_ses_mots_chiffres()
    {
        var (id, adresse) = await LieuAsync();
        var page = await application.Client.LirePageAsync(adresse);
        using var reponse = await application.Client.EnvoyerAsync(adresse, page, ("Categorie", "Horaires"), ("Message", "Fermé le mercredi,\r\ndepuis septembre."), ("Courriel", "nom@exemple.fr"));
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        AssertPage.H1(await application.Client.LirePageAsync(reponse.Headers.Location!.ToString()), "Merci, c’est bien reçu");

        var garde = Assert.Single(await SignalementsAsync(id));
        Assert.Equal((CategorieSignalement.Horaires, "Fermé le mercredi,\ndepuis septembre.", "nom@exemple.fr", EtatSignalement.Nouveau, application.Horloge.Instant), (garde.Categorie, garde.Message, garde.Courriel, garde.Etat, garde.RecuLe));
        var journal = Assert.Single(await JournalAsync(garde.Id));
        Assert.Contains("Horaires", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("mercredi", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("exemple.fr", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_formulaire_vide_dit_quoi_ecrire()
    {
        var (id, adresse) = await LieuAsync();
        using var reponse = await application.Client.EnvoyerAsync(adresse, await application.Client.LirePageAsync(adresse));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Erreurs(await reponse.LirePageAsync(), "Choisissez ce qui n’est pas juste.", "Écrivez ce qui n’est pas juste, même en peu de mots.");
        Assert.Empty(await SignalementsAsync(id));
    }

    [Theory]
    [InlineData("Horaires", "", "")]
    [InlineData("", "Fermé <b>le</b> mercredi", "nom@exemple.fr")]
    [InlineData("Autre", "Fermé le mercredi", "pas une adresse")]
    [InlineData("Autre", "Fermé le mercredi", "nom@exemple")]
    [InlineData("42", "Fermé le mercredi", "")]
    [InlineData("Nimporte", "Fermé le mercredi", "")]
    public async Task Une_erreur_ne_fait_rien_perdre_de_ce_qui_est_ecrit(string categorie, string message, string courriel)
    {
        var (id, adresse) = await LieuAsync();
        using var reponse = await application.Client.EnvoyerAsync(adresse, await application.Client.LirePageAsync(adresse), ("Categorie", categorie), ("Message", message), ("Courriel", courriel));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Equal(message, ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value.Trim());
        Assert.Equal(courriel, page.QuerySelector("input[name=Courriel]")!.GetAttribute("value") ?? "");
        var coche = page.QuerySelector("input[name=Categorie][checked]")?.GetAttribute("value");
        Assert.Equal(categorie is "Horaires" or "Autre" ? categorie : null, coche);
        Assert.Empty(await SignalementsAsync(id));
    }

    [Theory]
    [InlineData("Fermé\0 le\u0007 mercredi\u001b[0m\r\n\tdepuis\u0085 septembre\u007f.", "Fermé le mercredi[0m\n\tdepuis septembre.")]
    [InlineData("%00 est écrit sur la porte\0", "%00 est écrit sur la porte")]
    public async Task Ce_qu_un_collage_apporte_d_invisible_est_laisse_et_le_reste_garde(string colle, string attendu)
    {
        var (id, adresse) = await LieuAsync();
        using var reponse = await application.Client.EnvoyerAsync(adresse, await application.Client.LirePageAsync(adresse), ("Categorie", "Horaires"), ("Message", colle), ("Courriel", "nom\0@exemple.fr"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        var garde = Assert.Single(await SignalementsAsync(id));
        Assert.Equal((attendu, "nom@exemple.fr"), (garde.Message, garde.Courriel));
        // Another fault: what was typed is still there.
        using var faute = await application.Client.EnvoyerAsync(adresse, await application.Client.LirePageAsync(adresse), ("Categorie", ""), ("Message", colle));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faute);
        Assert.Equal(attendu, ((AngleSharp.Html.Dom.IHtmlTextAreaElement)(await faute.LirePageAsync()).QuerySelector("textarea")!).Value.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Envoye_comme_avec_un_fichier_le_formulaire_se_lit_de_meme()
    {
        var (id, adresse) = await LieuAsync();
        var page = await application.Client.LirePageAsync(adresse);
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent("Horaires"), "Categorie" },
            { new StringContent("Fermé\0 le mercredi\u0001"), "Message" },
            { new StringContent(page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        using var reponse = await application.Client.PostAsync(adresse, contenu);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        Assert.Equal("Fermé le mercredi", Assert.Single(await SignalementsAsync(id)).Message);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public async Task Un_texte_a_deux_mille_caracteres_au_plus(int longueur, bool accepte)
    {
        var (id, adresse) = await LieuAsync();
        using var reponse = await application.Client.EnvoyerAsync(adresse, await application.Client.LirePageAsync(adresse), ("Categorie", "Autre"), ("Message", new string('é', longueur)));
        Assert.Equal(accepte ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Equal(accepte ? 1 : 0, (await SignalementsAsync(id)).Count);
    }

    [Fact]
    public async Task Un_robot_qui_remplit_le_champ_cache_est_remercie_et_oublie()
    {
        var (id, adresse) = await LieuAsync();
        using var reponse = await application.Client.EnvoyerAsync(adresse, await application.Client.LirePageAsync(adresse), ("Categorie", "Autre"), ("Message", "Achetez !"), ("Adresse2", "1 rue du Robot"));
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        Assert.Empty(await SignalementsAsync(id));
    }

    [Fact]
    public async Task Sans_le_jeton_rien_n_est_recu()
    {
        var (id, adresse) = await LieuAsync();
        using var contenu = new FormUrlEncodedContent([new("Categorie", "Autre"), new("Message", "Bonjour")]);
        using var reponse = await application.Client.PostAsync(adresse, contenu);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Empty(await SignalementsAsync(id));
    }

    [Fact]
    public async Task Un_nom_de_lieu_qui_a_change_entre_temps_ne_fait_rien_perdre()
    {
        var (id, adresse) = await LieuAsync();
        var page = await application.Client.LirePageAsync(adresse);
        var ancienne = $"/lieux/ancien-nom-{id}/signaler";
        using var reponse = await application.Client.EnvoyerAsync(ancienne, page, ("Categorie", "Autre"), ("Message", "Bonjour"));
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        Assert.Single(await SignalementsAsync(id));
    }

    [Fact]
    public async Task La_file_montre_les_signalements_et_les_fait_avancer()
    {
        var (id, _) = await LieuAsync("Lieu de la file");
        var s = await DeposerAsync(id, "Le numéro <b>ne répond pas</b>");
        var file = await application.Client.LirePageAsync("/signalements");
        AssertPage.H1(file, "Signalements");
        AssertPage.Dit(file, "Le numéro <b>ne répond pas</b>");
        Assert.Equal("noindex", file.QuerySelector("meta[name=robots]")?.GetAttribute("content"));

        using var suite = await PasserAsync(s, "EnCours");
        Assert.Equal(HttpStatusCode.Redirect, suite.StatusCode);
        AssertPage.Dit(await application.Client.LirePageAsync("/signalements?etat=EnCours"), "Le numéro <b>ne répond pas</b>");
        using var fin = await PasserAsync(s, "Corrige");
        Assert.Equal(HttpStatusCode.Redirect, fin.StatusCode);
        var garde = Assert.Single(await SignalementsAsync(id));
        Assert.Equal((EtatSignalement.Corrige, application.Horloge.Instant), (garde.Etat, garde.TraiteLe!.Value));
        var journal = await JournalAsync(s);
        Assert.Equal(3, journal.Count);
        Assert.Contains("EnCours", journal[1], StringComparison.Ordinal);
        Assert.Contains("Nouveau", journal[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nouveau")]
    [InlineData("Nimporte")]
    [InlineData("42")]
    public async Task Un_passage_interdit_est_refuse(string vers)
    {
        var (id, _) = await LieuAsync();
        using var reponse = await PasserAsync(await DeposerAsync(id, "Passage"), vers);
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "Ce signalement a déjà changé d’état.");
        Assert.Equal(EtatSignalement.Nouveau, Assert.Single(await SignalementsAsync(id)).Etat);
    }

    [Fact]
    public async Task Un_signalement_inconnu_est_introuvable()
    {
        await DeposerAsync((await LieuAsync()).Id, "Pour le jeton");
        using var reponse = await PasserAsync(Identifiants.Nouveau(application.Horloge), "EnCours");
        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    [Fact]
    public async Task Sans_le_droit_la_file_est_fermee()
    {
        using var inconnu = application.NouveauClient();
        using var mene = await inconnu.GetAsync("/signalements");
        Assert.Equal("/connexion?retour=%2Fsignalements", mene.Headers.Location?.ToString());
        using var mediateur = await application.ClientDeAsync(Role.Mediateur);
        using var lire = await mediateur.GetAsync("/signalements");
        await AssertPage.ErreurAsync(HttpStatusCode.Forbidden, "Page réservée", lire);
        using var contenu = new FormUrlEncodedContent([new("id", Identifiants.Nouveau(application.Horloge).ToString()), new("vers", "EnCours")]);
        using var ecrire = await mediateur.PostAsync("/signalements", contenu);
        Assert.Equal(HttpStatusCode.Forbidden, ecrire.StatusCode);
    }

    [Fact]
    public async Task Apres_un_an_un_signalement_et_sa_cle_sont_effaces()
    {
        var (id, _) = await LieuAsync();
        var ancien = await DeposerAsync(id, "Ancien", application.Horloge.Instant.AddMonths(-12).AddMinutes(-1));
        var recent = await DeposerAsync(id, "Récent", application.Horloge.Instant.AddMonths(-12).AddMinutes(1));
        var ordonnanceur = await application.Services.GetRequiredService<Planificateur>().Demarre;
        await ordonnanceur.TriggerJob(new JobKey("noyau.purges"));
        await Attente.QueAsync("the old report is erased", async () => (await SignalementsAsync(id)).TrueForAll(s => s.Id != ancien));
        Assert.Equal(recent, Assert.Single(await SignalementsAsync(id)).Id);
        Assert.Equal((0, 1), (await ClesAsync(ancien), await ClesAsync(recent)));
    }

    private async Task<(string Id, string Adresse)> LieuAsync(string nom = "Espace signalé")
    {
        var id = await new LieuDeTest().Nomme(nom).CreerAsync(application);
        return (id, $"/lieux/{FaireAvec.Kernel.Texte.TexteRecherche.Slug(nom)}-{id}/signaler");
    }

    private async Task<Guid> DeposerAsync(string lieu, string message, DateTimeOffset? recuLe = null)
    {
        var signalement = new Signalement { Id = Identifiants.Nouveau(application.Horloge), LieuId = lieu, Categorie = CategorieSignalement.Contact, Message = message, RecuLe = recuLe ?? application.Horloge.Instant };
        await application.AvecBaseAsync(async db =>
        {
            db.Add(signalement);
            return await db.SaveChangesAsync();
        });
        return signalement.Id;
    }

    private async Task<HttpResponseMessage> PasserAsync(Guid id, string vers)
    {
        var file = await application.Client.LirePageAsync("/signalements");
        var jeton = file.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var contenu = new FormUrlEncodedContent([new("id", id.ToString()), new("vers", vers), new("__RequestVerificationToken", jeton)]);
        return await application.Client.PostAsync("/signalements?etat=Nouveau", contenu);
    }

    private Task<List<Signalement>> SignalementsAsync(string lieu) => application.AvecBaseAsync(db => db.Set<Signalement>().AsNoTracking().Where(s => s.LieuId == lieu).ToListAsync(), "administrateur");

    private Task<List<string>> JournalAsync(Guid id) => application.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT to_jsonb(j)::text AS \"Value\" FROM noyau.journal j WHERE entite_id = {id.ToString()} ORDER BY j.rang").ToListAsync(), "administrateur");

    // The application may not read the keys: the owner counts them.
    private async Task<int> ClesAsync(Guid personne)
    {
        await using var commande = application.Services.GetRequiredService<FaireAvec.Kernel.Donnees.Base>().Proprietaire.CreateCommand("SELECT count(*)::int FROM noyau.cles_personnes WHERE personne = $1");
        commande.Parameters.Add(new Npgsql.NpgsqlParameter { Value = personne });
        return (int)(await commande.ExecuteScalarAsync())!;
    }

    /// <summary>The product without data, with its jobs, and somebody who keeps the data of places.</summary>
    public sealed class Gestionnaire() : ApplicationDeTest(new ReglagesDeTest { Taches = true, Connecte = Role.GestionnaireDonnees });
}
