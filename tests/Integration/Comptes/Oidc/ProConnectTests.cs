using System.Net;
using System.Text.Json.Nodes;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Oidc;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Oidc;

/// <summary>Signing in by ProConnect against a real provider; what it must refuse, one lie at a time.</summary>
[Collection(AvecFournisseur.Nom)]
public sealed class ProConnectTests(SiteOidc site) : IAsyncLifetime
{
    private const string Depart = "/connexion/proconnect?retour=/comptes/droits";

    public ValueTask InitializeAsync()
    {
        site.Recommencer();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Une_identite_reliee_ouvre_le_compte_et_revient_ou_l_on_voulait()
    {
        await site.LierAsync("lie-1");
        using var navigateur = site.Application.NouveauClient();
        await site.Fournisseur.PersonneAsync("lie-1", new { });
        var (reponse, adresse) = await site.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            Assert.Equal("/comptes/droits", adresse.AbsolutePath);
            Assert.Contains("Camille Exemple", (await reponse.LirePageAsync()).QuerySelector(".fa-barre-compte")!.TextContent, StringComparison.Ordinal);
        }

        // Neither the number nor the token is kept as it is.
        Assert.DoesNotContain("lie-1", string.Join(' ', await site.Application.Base.ListerAsync<string>("SELECT t::text FROM comptes.identites_externes t UNION ALL SELECT t::text FROM comptes.sessions_oidc t UNION ALL SELECT coalesce(avant, '') || coalesce(apres, '') FROM noyau.journal")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_identite_inconnue_n_ouvre_rien_meme_avec_l_adresse_d_un_compte()
    {
        using var navigateur = site.Application.NouveauClient();
        await site.Fournisseur.PersonneAsync("inconnu-1", new { email = Personas.Lire("administrateur")!.Courriel, email_verified = true });
        var (reponse, _) = await site.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            AssertPage.H1(await reponse.LirePageAsync(), "Nous ne vous reconnaissons pas encore");
        }

        await PersonneAsync(navigateur);
    }

    [Fact]
    public async Task Une_identite_qui_attend_se_relie_apres_une_connexion_par_un_autre_moyen()
    {
        using var navigateur = site.Application.NouveauClient();
        await site.Fournisseur.PersonneAsync("attend-1", new { });
        (await site.SuivreAsync(navigateur, Depart)).Reponse.Dispose();
        using var sansConnexion = await navigateur.GetAsync("/connexion/proconnect/relier");
        Assert.Equal(HttpStatusCode.Redirect, sansConnexion.StatusCode);

        using var demande = new HttpRequestMessage(HttpMethod.Get, "/connexion/proconnect/relier");
        var cookie = await site.Application.CookieDeAsync(Role.Aidant);
        using var connecte = site.Application.NouveauClient();
        // The same browser, now signed in.
        var attente = await AttenteAsync("attend-2");
        connecte.DefaultRequestHeaders.Add("Cookie", $"fa-session={cookie}; {attente}");
        var page = await connecte.LirePageAsync("/connexion/proconnect/relier");
        AssertPage.H1(page, "Relier ProConnect à votre compte");
        AssertPage.Dit(page, "Alix Exemple");
    }

    [Fact]
    public async Task Une_identite_deja_reliee_ne_se_relie_pas_a_un_autre_compte()
    {
        await site.LierAsync("deja-1");
        using var autre = await site.Application.ClientDeAsync(Role.Aidant);
        await site.Fournisseur.PersonneAsync("deja-1", new { });
        using var reponse = (await site.RelierAsync(autre))!;
        AssertPage.Dit(await reponse.LirePageAsync(), "Cette identité est déjà reliée à un autre compte.");
    }

    [Fact]
    public async Task Revenir_du_fournisseur_ne_relie_rien_sans_un_oui_ni_sans_preuve_recente()
    {
        // A link followed from elsewhere leads there and back: nobody was asked anything.
        using var client = await site.Application.ClientDeAsync(Role.Referent);
        await site.Fournisseur.PersonneAsync("piege-1", new { });
        (await site.SuivreAsync(client, "/connexion/proconnect")).Reponse.Dispose();
        Assert.Equal(0, await LiensDeAsync("referent"));

        // The proof is old: it is asked for first.
        site.Application.Horloge.Avancer(TimeSpan.FromMinutes(16));
        using var page = await client.GetAsync("/connexion/proconnect/relier?retour=/espace");
        Assert.StartsWith("/connexion/preuve?retour=", page.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qui_regarde_comme_quelqu_un_ne_relie_pas_sa_propre_identite_a_ce_compte()
    {
        using var support = await site.Application.ClientDeAsync(Role.Support);
        var regardee = Personas.Lire("coordinateur")!.Id;
        await site.Application.Base.ExecuterAsync("UPDATE comptes.sessions SET regarde_comme = $1, regarde_jusqu_a = $2 WHERE compte = $3", regardee, site.Application.Horloge.Instant.AddMinutes(30).UtcDateTime, Personas.Lire("support")!.Id);
        await site.Fournisseur.PersonneAsync("regard-1", new { });
        Assert.Contains(Personas.Lire("coordinateur")!.Prenom, (await support.LirePageAsync("/espace")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.GetStatutAsync("/connexion/proconnect")).Statut);
        Assert.Equal(0, await LiensDeAsync("coordinateur"));

        // Nor when the look begins between the departure and the return.
        await site.Application.Base.ExecuterAsync("UPDATE comptes.sessions SET regarde_comme = NULL, regarde_jusqu_a = NULL WHERE compte = $1", Personas.Lire("support")!.Id);
        var (parti, retour) = await site.SuivreAsync(support, "/connexion/proconnect", a => a.AbsolutePath == "/connexion/proconnect/retour");
        parti.Dispose();
        await site.Application.Base.ExecuterAsync("UPDATE comptes.sessions SET regarde_comme = $1, regarde_jusqu_a = $2 WHERE compte = $3", regardee, site.Application.Horloge.Instant.AddMinutes(30).UtcDateTime, Personas.Lire("support")!.Id);
        Assert.Equal(HttpStatusCode.BadRequest, (await support.GetStatutAsync(retour.PathAndQuery)).Statut);
        Assert.Equal(0, await LiensDeAsync("coordinateur"));
        Assert.Equal(0, await LiensDeAsync("support"));
    }

    [Fact]
    public async Task Une_identite_reliee_se_dit_par_courriel_se_voit_et_se_retire()
    {
        using var client = await site.Application.ClientDeAsync(Role.GestionnaireReseau);
        await site.Fournisseur.PersonneAsync("retire-1", new { });
        (await site.RelierAsync(client))!.Dispose();
        Assert.Contains("ProConnect ouvre maintenant votre compte.", (await site.Courrier.AttendreAsync(Personas.Lire("gestionnaire_reseau")!.Courriel, "moyens de connexion")).Texte, StringComparison.Ordinal);
        AssertPage.Dit(await client.LirePageAsync("/mon-compte"), "Relié à votre compte le");
        using var navigateur = site.Application.NouveauClient();
        await site.Fournisseur.PersonneAsync("retire-1", new { });
        (await site.SuivreAsync(navigateur, Depart)).Reponse.Dispose();
        Assert.Equal(HttpStatusCode.OK, (await navigateur.GetStatutAsync("/mon-compte")).Statut);

        using var retiree = await client.EnvoyerAsync("/mon-compte/proconnect", await client.LirePageAsync("/mon-compte/proconnect"));
        Assert.Equal("/mon-compte?fait=proconnect-retire", retiree.Headers.Location!.ToString());
        Assert.Equal(0, await LiensDeAsync("gestionnaire_reseau"));
        // What it had opened is over, here it goes on, and it opens nothing more.
        Assert.Equal(HttpStatusCode.Redirect, (await navigateur.GetStatutAsync("/mon-compte")).Statut);
        Assert.Equal(HttpStatusCode.OK, (await client.GetStatutAsync("/mon-compte")).Statut);
        Assert.Contains("ProConnect n’ouvre plus votre compte.", (await site.Courrier.AttendreAsync(Personas.Lire("gestionnaire_reseau")!.Courriel, "moyens de connexion", 2)).Texte, StringComparison.Ordinal);
        using var autre = site.Application.NouveauClient();
        var (reponse, _) = await site.SuivreAsync(autre, Depart);
        using (reponse)
        {
            AssertPage.H1(await reponse.LirePageAsync(), "Nous ne vous reconnaissons pas encore");
        }
    }

    [Fact]
    public async Task Repartir_de_zero_retire_aussi_l_identite_reliee()
    {
        using var client = await site.Application.ClientDeAsync(Role.Instructeur);
        await site.Fournisseur.PersonneAsync("zero-1", new { });
        (await site.RelierAsync(client))!.Dispose();
        Assert.Equal(1, await LiensDeAsync("instructeur"));
        await site.Application.AvecBaseAsync(async db =>
        {
            await FacteursDuCompte.ToutRetirerAsync(db, Personas.Lire("instructeur")!.Id, CancellationToken.None);
            return await db.SaveChangesAsync();
        }, "systeme:connexion");
        Assert.Equal(0, await LiensDeAsync("instructeur"));
    }

    private async Task<long> LiensDeAsync(string role) => await site.Application.Base.LireAsync<long>("SELECT count(*) FROM comptes.identites_externes WHERE compte = $1", Personas.Lire(role)!.Id);

    public static TheoryData<string, string> Mensonges() => new()
    {
        { "iss", "wrong issuer" }, { "aud", "wrong audience" }, { "aud_multiple", "two audiences without azp" }, { "azp", "made for another client" },
        { "exp", "expired" }, { "sans_exp", "without an end" }, { "iat", "from the future" }, { "nbf", "not yet" }, { "nonce", "replayed: another nonce" }, { "sans_nonce", "without nonce" },
        { "at_hash", "bound to another access token" }, { "sans_sub", "nobody" }, { "none", "alg none" }, { "non_signe", "unsigned" }, { "hs256", "signed by the public key" },
        { "cle_inconnue", "swapped key" }, { "cle_substituee", "swapped key under a known name" }, { "page", "the user's page of somebody else" }, { "texte", "not a token" }, { "enorme", "huge" },
    };

    [Theory]
    [MemberData(nameof(Mensonges))]
    public async Task Un_jeton_qui_ment_n_ouvre_rien(string mensonge, string nom)
    {
        Assert.NotEmpty(nom);
        await site.LierAsync("menti");
        await site.Fournisseur.PersonneAsync("menti", new { });
        Mentir(mensonge);
        using var navigateur = site.Application.NouveauClient();
        var (reponse, _) = await site.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
            AssertPage.Dit(await reponse.LirePageAsync(), "La réponse du service d’identité n’est pas valable.");
        }

        await PersonneAsync(navigateur);
    }

    [Theory]
    [InlineData("eidas0")]
    [InlineData(null)]
    public async Task Un_niveau_trop_bas_est_refuse(string? niveau)
    {
        await site.LierAsync("bas");
        await site.Fournisseur.PersonneAsync("bas", new { });
        site.Alteration.Charge = c =>
        {
            c.Remove("acr");
            if (niveau is not null)
            {
                c["acr"] = niveau;
            }
        };
        using var navigateur = site.Application.NouveauClient();
        var (reponse, _) = await site.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            AssertPage.Dit(await reponse.LirePageAsync(), "Votre moyen de connexion n’est pas assez sûr pour ce service.");
        }

        await PersonneAsync(navigateur);
    }

    [Fact]
    public async Task Une_reponse_ne_sert_qu_une_fois_dans_le_navigateur_qui_l_a_demandee()
    {
        await site.LierAsync("une-fois");
        await site.Fournisseur.PersonneAsync("une-fois", new { });
        using var navigateur = site.Application.NouveauClient();
        var (arret, retour) = await site.SuivreAsync(navigateur, Depart, a => a.AbsolutePath == "/connexion/proconnect/retour");
        arret.Dispose();

        // Login CSRF: somebody sends their own answer to another browser.
        using var autre = site.Application.NouveauClient();
        using (var vole = await autre.GetAsync(retour))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vole);
            AssertPage.Dit(await vole.LirePageAsync(), "Cette connexion a commencé dans un autre navigateur.");
        }

        await PersonneAsync(autre);
        // It isn't used up by them; once used, it is.
        var reponses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => navigateur.GetAsync(retour)));
        Assert.Equal(1, reponses.Count(r => r.StatusCode == HttpStatusCode.Redirect));
        AssertPage.Dit(await reponses.First(r => r.StatusCode == HttpStatusCode.BadRequest).LirePageAsync(), "Cette connexion a expiré ou a déjà servi.");
        foreach (var reponse in reponses)
        {
            reponse.Dispose();
        }
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    [InlineData("iss")]
    [InlineData("sans_iss")]
    [InlineData("error")]
    public async Task Une_reponse_changee_en_chemin_est_refusee(string quoi)
    {
        await site.LierAsync("chemin");
        await site.Fournisseur.PersonneAsync("chemin", new { });
        using var navigateur = site.Application.NouveauClient();
        var (arret, retour) = await site.SuivreAsync(navigateur, Depart, a => a.AbsolutePath == "/connexion/proconnect/retour");
        arret.Dispose();
        var q = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(retour.Query).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        switch (quoi)
        {
            case "state":
                q["state"] = new string('A', 43);
                break;
            case "code":
                q["code"] = "autre";
                break;
            case "iss":
                q["iss"] = "https://autre.example";
                break;
            case "sans_iss":
                q.Remove("iss");
                break;
            default:
                q["error"] = "<script>access_denied</script>";
                break;
        }

        using var reponse = await navigateur.GetAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(retour.AbsolutePath, q!));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.DoesNotContain("<script>access", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await PersonneAsync(navigateur);
    }

    [Fact]
    public async Task Qui_renonce_chez_le_fournisseur_peut_recommencer()
    {
        await site.Fournisseur.PersonneAsync("renonce", new { }, refuse: true);
        using var navigateur = site.Application.NouveauClient();
        var (reponse, _) = await site.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            AssertPage.Dit(await reponse.LirePageAsync(), "Vous n’avez pas terminé la connexion.");
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Redirect, HttpStatusCode.BadRequest)]
    public async Task Un_fournisseur_en_panne_se_dit(HttpStatusCode statut, HttpStatusCode attendu)
    {
        await site.Fournisseur.PersonneAsync("panne", new { });
        site.Alteration.Statut = statut;
        using var navigateur = site.Application.NouveauClient();
        var (reponse, _) = await site.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            await AssertPage.StatutAsync(attendu, reponse);
            AssertPage.H1(await reponse.LirePageAsync(), "La connexion n’a pas abouti");
        }
    }

    [Fact]
    public async Task Quand_le_fournisseur_change_de_cle_on_la_relit()
    {
        await using var autre = new SiteOidc();
        await autre.InitializeAsync();
        await autre.LierAsync("tourne");
        await autre.Fournisseur.TournerAsync();
        await autre.Fournisseur.PersonneAsync("tourne", new { });
        // Nobody reads keys again and again: the new one counts after ten seconds.
        autre.Application.Horloge.Avancer(TimeSpan.FromSeconds(11));
        using var navigateur = autre.Application.NouveauClient();
        var (reponse, adresse) = await autre.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            Assert.Equal("/comptes/droits", adresse.AbsolutePath);
        }
    }

    [Fact]
    public async Task Se_deconnecter_propose_de_finir_aussi_chez_le_fournisseur()
    {
        await site.LierAsync("fin");
        await site.Fournisseur.PersonneAsync("fin", new { });
        using var navigateur = site.Application.NouveauClient();
        var (entree, _) = await site.SuivreAsync(navigateur, Depart);
        using (var sortie = await navigateur.EnvoyerAsync("/deconnexion", await entree.LirePageAsync()))
        {
            Assert.Equal("/deconnexion", sortie.Headers.Location!.ToString());
        }

        AssertPage.Dit(await navigateur.LirePageAsync("/deconnexion"), "Se déconnecter aussi de ProConnect");
        using var fin = await navigateur.GetAsync("/connexion/proconnect/fin");
        Assert.StartsWith($"{site.Fournisseur.Emetteur}/session/end?id_token_hint=", fin.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var chezLui = await navigateur.GetAsync(fin.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, chezLui.StatusCode);
        // Once: the token isn't kept.
        using var encore = await navigateur.GetAsync("/connexion/proconnect/fin");
        Assert.Equal("/deconnexion", encore.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("bon", true)]
    [InlineData("par_sub", true)]
    [InlineData("nonce", false)]
    [InlineData("sans_evenement", false)]
    [InlineData("autre_sid", false)]
    [InlineData("aud", false)]
    [InlineData("perime", false)]
    public async Task Une_session_finie_chez_le_fournisseur_finit_ici(string message, bool ferme)
    {
        await site.LierAsync($"arriere-{message}");
        await site.Fournisseur.PersonneAsync($"arriere-{message}", new { });
        string? jeton = null;
        site.Alteration.Jeton = j => jeton = j;
        using var navigateur = site.Application.NouveauClient();
        (await site.SuivreAsync(navigateur, Depart)).Reponse.Dispose();
        var charge = Alteration.ChargeDe(jeton!);
        var (sid, iat) = (charge["sid"]!.GetValue<string>(), charge["iat"]!.GetValue<long>());
        var fin = new JsonObject
        {
            ["iss"] = site.Fournisseur.Emetteur,
            ["aud"] = message == "aud" ? "autre" : "faireavec",
            ["iat"] = iat,
            ["exp"] = message == "perime" ? iat - 3600 : iat + 120,
            ["jti"] = "un",
            ["sub"] = $"arriere-{message}",
            ["events"] = message == "sans_evenement" ? new JsonObject() : new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
        };
        if (message != "par_sub")
        {
            fin["sid"] = message == "autre_sid" ? "autre" : sid;
        }

        if (message == "nonce")
        {
            fin["nonce"] = "n";
        }

        using var corps = new FormUrlEncodedContent([new("logout_token", Alteration.Signer(fin))]);
        using var recu = await site.Application.NouveauClient().PostAsync("/connexion/proconnect/fin", corps);
        Assert.Equal(ferme || message == "autre_sid" ? HttpStatusCode.OK : HttpStatusCode.BadRequest, recu.StatusCode);
        using var espace = await navigateur.GetAsync("/espace");
        Assert.Equal(ferme ? HttpStatusCode.Redirect : HttpStatusCode.OK, espace.StatusCode);
    }

    [Fact]
    public async Task Une_demande_expire_en_dix_minutes()
    {
        await using var autre = new SiteOidc();
        await autre.InitializeAsync();
        await autre.LierAsync("lent");
        using var navigateur = autre.Application.NouveauClient();
        var (arret, retour) = await autre.SuivreAsync(navigateur, Depart, a => a.AbsolutePath == "/connexion/proconnect/retour");
        arret.Dispose();
        autre.Application.Horloge.Avancer(TimeSpan.FromMinutes(10));
        using var reponse = await navigateur.GetAsync(retour);
        AssertPage.Dit(await reponse.LirePageAsync(), "Cette connexion a expiré ou a déjà servi.");
    }

    [Fact]
    public async Task Un_fournisseur_qui_se_dit_un_autre_n_est_pas_cru()
    {
        await using var autre = new SiteOidc();
        autre.Alteration.Decouverte = d => d["issuer"] = "https://autre.example";
        await autre.InitializeAsync();
        using var reponse = await autre.Application.NouveauClient().GetAsync(Depart);
        await AssertPage.StatutAsync(HttpStatusCode.ServiceUnavailable, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "Le service d’identité ne répond pas.");
    }

    [Fact]
    public async Task Un_compte_suspendu_n_entre_pas()
    {
        await using var autre = new SiteOidc();
        await autre.InitializeAsync();
        await autre.LierAsync("suspendu");
        await autre.Application.Base.ExecuterAsync("UPDATE comptes.comptes SET etat = 'Suspendu'");
        using var navigateur = autre.Application.NouveauClient();
        var (reponse, _) = await autre.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            AssertPage.H1(await reponse.LirePageAsync(), "Nous ne vous reconnaissons pas encore");
        }
    }

    [Theory]
    [InlineData("/connexion/proconnect")]
    [InlineData("/connexion/proconnect/retour")]
    [InlineData("/connexion/proconnect/fin")]
    [InlineData("/usager")]
    [InlineData("/usager/franceconnect")]
    [InlineData("/usager/franceconnect/retour")]
    public async Task Sans_accord_de_l_operateur_ces_adresses_n_existent_pas(string adresse)
    {
        await using var sans = await ApplicationDeTest.DemarrerAsync();
        using var reponse = await sans.Client.GetAsync(adresse);
        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    private static async Task PersonneAsync(HttpClient navigateur)
    {
        using var espace = await navigateur.GetAsync("/espace");
        Assert.Equal(HttpStatusCode.Redirect, espace.StatusCode);
    }

    /// <summary>The cookie of an identity that waits.</summary>
    private async Task<string> AttenteAsync(string sub)
    {
        using var navigateur = site.Application.NouveauClient();
        await site.Fournisseur.PersonneAsync(sub, new { });
        var (reponse, _) = await site.SuivreAsync(navigateur, Depart);
        using (reponse)
        {
            return reponse.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("fa-identite=", StringComparison.Ordinal)).Split(';')[0];
        }
    }

    private void Mentir(string mensonge)
    {
        var a = site.Alteration;
        switch (mensonge)
        {
            case "iss":
                a.Charge = c => c["iss"] = "https://autre.example";
                break;
            case "aud":
                a.Charge = c => c["aud"] = "autre";
                break;
            case "aud_multiple":
                a.Charge = c => c["aud"] = new JsonArray("faireavec", "autre");
                break;
            case "azp":
                a.Charge = c => c["azp"] = "autre";
                break;
            case "exp":
                a.Charge = c => c["exp"] = c["iat"]!.GetValue<long>() - 120;
                break;
            case "sans_exp":
                a.Charge = c => c.Remove("exp");
                break;
            case "iat":
                a.Charge = c => c["iat"] = c["iat"]!.GetValue<long>() + 600;
                break;
            case "nbf":
                a.Charge = c => c["nbf"] = c["iat"]!.GetValue<long>() + 600;
                break;
            case "nonce":
                a.Charge = c => c["nonce"] = "un-autre";
                break;
            case "sans_nonce":
                a.Charge = c => c.Remove("nonce");
                break;
            case "at_hash":
                a.Charge = c => c["at_hash"] = "AAAAAAAAAAAAAAAAAAAAAA";
                break;
            case "sans_sub":
                a.Charge = c => c.Remove("sub");
                break;
            case "none":
                a.Jeton = Alteration.SansSignature;
                break;
            case "non_signe":
                a.Jeton = j => $"{j[..(j.LastIndexOf('.') + 1)]}";
                break;
            case "hs256":
                a.Jeton = Alteration.SigneDeLaClePublique;
                break;
            case "cle_inconnue":
                a.Jeton = j => Alteration.SignerDUneCleInconnue(j, "inconnue");
                break;
            case "cle_substituee":
                a.Jeton = j => Alteration.SignerDUneCleInconnue(j, "essai");
                break;
            case "page":
                a.Page = p => p["sub"] = "quelqu-un-d-autre";
                break;
            case "texte":
                a.Jeton = _ => "n'importe quoi";
                break;
            case "enorme":
                a.Jeton = j => $"{j}{new string('A', 20_000)}";
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mensonge), mensonge, null);
        }
    }
}
