using System.Net;
using System.Text.Json;
using FaireAvec.Cartographie;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>The page of a place and its sheet to print.</summary>
public class PagesDeLieuTests(ApplicationDeTest application) : IClassFixture<ApplicationDeTest>
{
    [Fact]
    public async Task Un_lieu_dit_tout_ce_que_l_on_sait()
    {
        var id = await new LieuDeTest().Nomme("Médiathèque des Tilleuls").AvecTelephone("+33477000000").Ouvert("Mo-Fr 09:00-12:00").MisAJour(new DateOnly(2026, 10, 1)).AvecAdresse("1 rue des Tilleuls").CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/mediatheque-des-tilleuls-{id}");
        AssertPage.H1(page, "Médiathèque des Tilleuls");
        AssertPage.Titre(page, "Médiathèque des Tilleuls, Saint-Étienne");
        AssertPage.Dit(page, "1 rue des Tilleuls, 42000 Saint-Étienne");
        AssertPage.Dit(page, "Mis à jour par la source le 1er octobre 2026.");
        Assert.NotEmpty(page.QuerySelectorAll("a[href='tel:+33477000000']"));
        Assert.Equal(7, page.QuerySelectorAll(".fa-semaine tbody tr").Length);
        Assert.Contains("aujourd’hui", AssertPage.Texte(page.QuerySelector(".fa-semaine__jour")!), StringComparison.Ordinal);
        Assert.Equal($"/lieux/mediatheque-des-tilleuls-{id}", new Uri(application.Adresse, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")).AbsolutePath);
        // What isn't known is said so.
        AssertPage.Dit(page, "Non renseigné");
        // Nobody has verified it: the page doesn't say that somebody did.
        Assert.DoesNotContain("Vérifié", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deux_guichets_d_une_adresse_se_montrent_ensemble()
    {
        var mairie = await new LieuDeTest().Nomme("Mairie des Saules").CreerAsync(application);
        var guichet = await new LieuDeTest().Nomme("France services des Saules").CreerAsync(application);
        await application.AvecBaseAsync(
            async db =>
            {
                db.Add(new LienDeLieux { Hote = mairie, Invite = guichet, Raisons = ["Même adresse."] });
                return await db.SaveChangesAsync();
            },
            "administrateur");
        await application.Services.GetRequiredService<CatalogueLieux>().RechargerAsync(CancellationToken.None);
        var page = await application.Client.LirePageAsync($"/lieux/mairie-des-saules-{mairie}");
        AssertPage.Dit(page, "À la même adresse");
        Assert.NotNull(page.QuerySelector($"#meme-adresse ~ ul a[href$='{guichet}']"));
        Assert.NotNull((await application.Client.LirePageAsync($"/lieux/france-services-des-saules-{guichet}")).QuerySelector($"#meme-adresse ~ ul a[href$='{mairie}']"));
    }

    [Theory]
    [InlineData("/lieux/{0}")]
    [InlineData("/lieux/autre-nom-{0}")]
    [InlineData("/lieux/x-{0}/")]
    public async Task Un_autre_nom_mene_a_la_bonne_adresse(string modele)
    {
        var id = await new LieuDeTest().Nomme("Le Grand Pré").CreerAsync(application);
        using var reponse = await application.Client.GetAsync(string.Format(modele, id));
        Assert.Equal(HttpStatusCode.MovedPermanently, reponse.StatusCode);
        Assert.Equal($"/lieux/le-grand-pre-{id}", reponse.Headers.Location!.ToString());
        using var fiche = await application.Client.GetAsync($"/lieux/x-{id}/imprimer");
        Assert.Equal($"/lieux/le-grand-pre-{id}/imprimer", fiche.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("100%")]
    [InlineData("a%41")]
    [InlineData("a?b#c")]
    [InlineData("é|à")]
    [InlineData("a+b&c")]
    [InlineData("-a-b-")]
    [InlineData("..")]
    public async Task Un_identifiant_etrange_a_une_page(string id)
    {
        await new LieuDeTest().Identifie(id).Nomme("Lieu étrange").CreerAsync(application);
        var lieu = application.Services.GetRequiredService<CatalogueLieux>().Index;
        var page = await application.Client.LirePageAsync(Liens.Lieu(lieu[lieu.RangDe(id)]));
        AssertPage.H1(page, "Lieu étrange");
    }

    [Fact]
    public async Task Deux_identifiants_dont_l_un_finit_comme_l_autre_ont_chacun_leur_page()
    {
        await new LieuDeTest().Identifie("c_1").Nomme("Espace A b").CreerAsync(application);
        await new LieuDeTest().Identifie("b-c_1").Nomme("Espace B").CreerAsync(application);
        AssertPage.H1(await application.Client.LirePageAsync("/lieux/espace-a-b-c_1"), "Espace A b");
        AssertPage.H1(await application.Client.LirePageAsync("/lieux/espace-b-b-c_1"), "Espace B");
    }

    [Theory]
    [InlineData("/lieux/inconnu")]
    [InlineData("/lieux/inconnu/imprimer")]
    [InlineData("/lieux/inconnu/signaler")]
    [InlineData("/lieux/-")]
    [InlineData("/lieux/%2e%2e%2fx")]
    public async Task Un_lieu_inconnu_est_introuvable(string adresse)
    {
        using var reponse = await application.Client.GetAsync(adresse);
        await AssertPage.ErreurAsync(HttpStatusCode.NotFound, "Page introuvable", reponse);
    }

    [Fact]
    public async Task Un_nom_mechant_ne_sort_ni_du_JSON_ni_de_la_page()
    {
        const string Nom = "Café </script><script>alert(1)</script> & « L’Œuvre » <!-- \" ' \u2028";
        var id = await new LieuDeTest().Nomme(Nom).AvecAdresse("</script><img src=x onerror=alert(1)>").CreerAsync(application);
        var index = application.Services.GetRequiredService<CatalogueLieux>().Index;
        foreach (var adresse in (string[])[Liens.Lieu(index[index.RangDe(id)]), Liens.Imprimer(index[index.RangDe(id)]), Liens.Signaler(index[index.RangDe(id)])])
        {
            var page = await application.Client.LirePageAsync(adresse);
            Assert.All(page.QuerySelectorAll("script:not([src])"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
            Assert.Empty(page.QuerySelectorAll("[onerror]"));
        }

        var fiche = await application.Client.LirePageAsync(Liens.Lieu(index[index.RangDe(id)]));
        var donnees = JsonDocument.Parse(Assert.Single(fiche.QuerySelectorAll("script[type='application/ld+json']")).TextContent).RootElement;
        Assert.Equal(Nom, donnees.GetProperty("name").GetString());
        Assert.Equal("LocalBusiness", donnees.GetProperty("@type").GetString());
        Assert.Equal("</script><img src=x onerror=alert(1)>", donnees.GetProperty("address").GetProperty("streetAddress").GetString());
    }

    [Fact]
    public async Task Un_guichet_public_est_un_bureau_de_l_administration()
    {
        var id = await new LieuDeTest().Nomme("Mairie").Avec(l => l.Typologie = ["MUNI"]).Ouvert("Mo-Fr 09:00-12:00").CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/mairie-{id}");
        var donnees = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("GovernmentOffice", donnees.GetProperty("@type").GetString());
        Assert.False(donnees.TryGetProperty("openingHours", out _));
        var semaine = Assert.Single(donnees.GetProperty("openingHoursSpecification").EnumerateArray());
        Assert.Equal(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], semaine.GetProperty("dayOfWeek").EnumerateArray().Select(j => j.GetString()!));
        Assert.Equal(("09:00", "12:00"), (semaine.GetProperty("opens").GetString(), semaine.GetProperty("closes").GetString()));
    }

    [Fact]
    public async Task Des_services_deduits_sont_marques()
    {
        var id = "";
        for (var i = 0; i < ServicesDeduits.Minimum; i++)
        {
            id = await new LieuDeTest().DeLaSource("tous-pareils").Nomme("Pareil").AvecServices(Vocabulaire.Outils).CreerAsync(application);
        }

        foreach (var suite in (string[])["", "/imprimer"])
        {
            AssertPage.Dit(await application.Client.LirePageAsync($"/lieux/pareil-{id}{suite}"), "Ces services sont devinés d’après le type de lieu");
        }

        var autre = await new LieuDeTest().DeLaSource("seule").Nomme("Seul").CreerAsync(application);
        Assert.DoesNotContain("déduits", (await application.Client.LirePageAsync($"/lieux/seul-{autre}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2022, 12, 1)]
    [InlineData(1970, 1, 1)]
    public async Task Une_date_de_remplissage_est_inconnue(int annee, int mois, int jour)
    {
        var id = await new LieuDeTest().Nomme("Sans date").MisAJour(new DateOnly(annee, mois, jour)).CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/sans-date-{id}");
        AssertPage.Dit(page, "La date de mise à jour n’est pas connue.");
        Assert.DoesNotContain(annee.ToString(), page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Des_horaires_qui_ne_se_comprennent_pas_sont_montres_tels_quels()
    {
        var id = await new LieuDeTest().Nomme("Horaires libres").Ouvert("un mardi sur deux, <b>ou</b> presque").CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/horaires-libres-{id}");
        AssertPage.Dit(page, "un mardi sur deux, <b>ou</b> presque");
        Assert.Null(page.QuerySelector(".fa-semaine"));
        Assert.False(JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.TryGetProperty("openingHours", out _));
    }

    [Theory]
    [InlineData("Mo-Fr 14:00-14:00", "a")]
    [InlineData("Mo-Fr 00:00-00:00", "b")]
    [InlineData("Mo-Fr 17:00-12:00", "c")]
    public async Task Des_horaires_de_remplissage_sont_a_verifier_et_n_ouvrent_jamais_le_lieu(string horaires, string suite)
    {
        var id = await new LieuDeTest().Nomme($"Horaires remplis {suite}").Ouvert(horaires).CreerAsync(application);
        foreach (var adresse in (string[])[$"/lieux/horaires-remplis-{suite}-{id}", $"/lieux/horaires-remplis-{suite}-{id}/imprimer"])
        {
            var page = await application.Client.LirePageAsync(adresse);
            AssertPage.Dit(page, horaires);
            Assert.Null(page.QuerySelector(".fa-semaine"));
            Assert.DoesNotContain("24 h sur 24", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Ouvert jusqu", page.Body!.TextContent, StringComparison.Ordinal);
            if (page.QuerySelector("script[type='application/ld+json']") is { } donnees)
            {
                AssertPage.Dit(page, "Ces horaires sont à vérifier avant de venir.");
                Assert.DoesNotContain(JsonDocument.Parse(donnees.TextContent).RootElement.EnumerateObject(), d => d.Name.StartsWith("openingHours", StringComparison.Ordinal));
            }
        }

        foreach (var instant in (string[])["2026-11-18T03:00", "2026-11-18T10:00", "2026-11-18T15:00", "2026-11-18T18:00"])
        {
            using var reponse = await application.Client.GetAsync(new Uri($"/api/v1/lieux?ouvert={instant}&q=Horaires%20remplis%20{suite}&limite=100", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
            Assert.DoesNotContain(id, await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task La_fiche_a_imprimer_porte_l_adresse_de_la_page_et_son_code()
    {
        var id = await new LieuDeTest().Nomme("À imprimer").AvecTelephone("+33477000000").CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/a-imprimer-{id}/imprimer");
        AssertPage.Dit(page, $"{application.Adresse}lieux/a-imprimer-{id}");
        Assert.NotNull(page.QuerySelector("main svg, .fa-feuille svg"));
        AssertPage.Dit(page, "04 77 00 00 00");
        Assert.Null(page.QuerySelector("nav"));
    }

    [Theory]
    [InlineData("Mo[1] 09:00-12:00")]
    [InlineData("Jul-Aug Mo-Fr 09:00-12:00")]
    [InlineData("Mo 09:00-12:00 \"sur rendez-vous\"")]
    public async Task Des_horaires_qui_ne_sont_pas_chaque_semaine_ne_sont_pas_dits_aux_moteurs(string horaires)
    {
        var id = await new LieuDeTest().Nomme("Horaires riches").Ouvert(horaires).CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/horaires-riches-{id}");
        var donnees = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.DoesNotContain(donnees.EnumerateObject(), d => d.Name.StartsWith("openingHours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_fiche_a_imprimer_dit_comment_ecrire_comment_venir_d_ou_elle_vient_et_les_horaires_de_chaque_semaine()
    {
        var id = await new LieuDeTest().Nomme("Papier").DeLaSource("essai").AvecTelephone("+33477000000").Avec(l => (l.Courriels, l.FraisACharge, l.ModalitesAcces) = (["accueil@exemple.fr"], [], ["Se présenter", "Téléphoner"])).Ouvert("Mo-Fr 09:00-12:00; PH off").CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/papier-{id}/imprimer");
        AssertPage.Dit(page, "E-mail : accueil@exemple.fr");
        AssertPage.Dit(page, "On peut venir directement · On peut téléphoner");
        AssertPage.Dit(page, "Source : essai");
        AssertPage.Dit(page, "Licence Ouverte");
        AssertPage.Dit(page, "Fermé les jours fériés.");
        Assert.Equal(["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"], page.QuerySelectorAll(".fa-semaine tbody th").Select(AssertPage.Texte));
        Assert.DoesNotContain("à jour.", page.QuerySelector(".fa-feuille__pied")!.TextContent.Replace("mise à jour", "", StringComparison.Ordinal), StringComparison.Ordinal);
        // What to do before coming is said once.
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page.Body!.TextContent, "avant de venir", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Une_semaine_sur_deux_les_prochains_jours_ont_leur_date_sur_la_page_et_sur_la_fiche()
    {
        var id = await new LieuDeTest().Nomme("Bus des Champs").Ouvert("week 2-52/2 Tu 09:30-12:00; PH off").Avec(l => (l.Itinerance, l.StructureParente) = (["Itinérant"], "Département de la Charente")).CreerAsync(application);
        foreach (var page in new[] { await application.Client.LirePageAsync($"/lieux/bus-des-champs-{id}"), await application.Client.LirePageAsync($"/lieux/bus-des-champs-{id}/imprimer") })
        {
            AssertPage.Dit(page, "Les horaires ne sont pas les mêmes toutes les semaines.");
            AssertPage.Dit(page, "mardi 24 novembre");
            AssertPage.Dit(page, "mardi 8 décembre");
            AssertPage.Dit(page, "Se déplace");
            AssertPage.Dit(page, "Département de la Charente");
        }

        Assert.DoesNotContain("mêmes toutes les semaines", (await application.Client.LirePageAsync($"/lieux/x-{await new LieuDeTest().Nomme("x").Ouvert("Mo 09:00-12:00; PH off").CreerAsync(application)}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_fiche_donne_le_site_quand_c_est_le_seul_contact()
    {
        var id = await new LieuDeTest().Nomme("Le Site").Avec(l => (l.SiteWeb, l.PriseRdv) = (["https://exemple.example.org/aide"], "https://rdv.example.org/le-site")).CreerAsync(application);
        var fiche = await application.Client.LirePageAsync($"/lieux/le-site-{id}/imprimer");
        AssertPage.Dit(fiche, "Site internet : exemple.example.org/aide");
        AssertPage.Dit(fiche, "Rendez-vous sur internet : rdv.example.org/le-site");
        AssertPage.Titre(fiche, "Fiche à imprimer : Le Site, Saint-Étienne");
    }

    [Fact]
    public async Task Sur_papier_l_etat_du_moment_laisse_la_place_aux_horaires_habituels()
    {
        var id = await new LieuDeTest().Nomme("Papier des Halles").Ouvert("Mo-Fr 09:00-12:00").CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/papier-des-halles-{id}");
        Assert.Contains("fa-sans-papier", page.QuerySelector(".fa-pastilles > *")!.ClassName!, StringComparison.Ordinal);
        Assert.Contains("Page imprimée le 18 novembre 2026", AssertPage.Texte(page.QuerySelector(".fa-papier-seul")!), StringComparison.Ordinal);
        var carte = (await application.Client.LirePageAsync("/lieux?q=papier%20des%20halles")).QuerySelector(".fa-liste-cartes > li")!;
        Assert.Contains("fa-sans-papier", carte.QuerySelector(".fa-pastilles > *")!.ClassName!, StringComparison.Ordinal);
        Assert.Contains(carte.QuerySelectorAll(".fa-papier-seul"), p => AssertPage.Texte(p).StartsWith("Horaires habituels : lundi à vendredi 9 h", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Le_contact_a_le_complement_d_adresse_et_un_appel_payant_le_dit()
    {
        var id = await new LieuDeTest().Nomme("Le Complet").AvecTelephone("+33890123456").Avec(l => (l.ComplementAdresse, l.PresentationResume) = ("Bâtiment B", "Un lieu.")).CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/le-complet-{id}");
        Assert.Contains("Bâtiment B", AssertPage.Texte(page.QuerySelector(".fa-contact")!), StringComparison.Ordinal);
        AssertPage.Dit(page, "Cet appel peut être payant");
        Assert.Equal("fr", page.QuerySelector(".fa-presentation")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Une_information_de_2016_dit_son_annee_et_sa_source_par_son_nom()
    {
        var id = await new LieuDeTest().Nomme("Le Vieux").DeLaSource("hub-antilles").MisAJour(new DateOnly(2016, 8, 1)).CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/le-vieux-{id}");
        AssertPage.Dit(page, "Cette information date de 2016.");
        AssertPage.Dit(page, "Source : Mednum Antilles");
        var fiche = await application.Client.LirePageAsync($"/lieux/le-vieux-{id}/imprimer");
        AssertPage.Dit(fiche, "Source : Mednum Antilles");
        Assert.DoesNotContain("hub-antilles", AssertPage.Texte(fiche.QuerySelector(".fa-feuille__pied")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_lieu_dont_on_ne_sait_rien_dit_une_seule_fois_quoi_faire_avant_de_venir()
    {
        var id = await new LieuDeTest().Nomme("Muet").Avec(l => (l.Services, l.Horaires, l.DateMaj) = ([], null, null)).CreerAsync(application);
        var page = await application.Client.LirePageAsync($"/lieux/muet-{id}");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page.QuerySelector("main")!.TextContent, "avant de venir", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Un_lieu_retenu_n_a_pas_de_page()
    {
        var id = await new LieuDeTest().Nomme("Foyer").Retenu("mot « foyer »").CreerAsync(application);
        using var reponse = await application.Client.GetAsync($"/lieux/foyer-{id}");
        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }
}
