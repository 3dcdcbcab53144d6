using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>The home page and the results, read without script.</summary>
public class PagesDeRechercheTests(ApplicationAvecDonnees application) : IClassFixture<ApplicationAvecDonnees>
{
    private const string SaintEtienne = "/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne";

    [Fact]
    public async Task L_accueil_pose_deux_questions_et_propose_neuf_choix()
    {
        var page = await application.Client.LirePageAsync("/");
        AssertPage.H1(page, "Trouvez quelqu’un qui fait avec vous");
        var formulaire = Assert.Single(page.Forms, f => f.GetAttribute("action") == "/lieux");
        Assert.Equal("get", formulaire.Method);
        Assert.NotNull(formulaire.QuerySelector("input[name=ou]"));
        Assert.Equal(["demarche", "appareil", "arnaques", "ecole", "emploi", "equipement", "debuter", "comprendre", "je-ne-sais-pas"], formulaire.QuerySelectorAll("input[name=besoin]").Select(i => i.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), [onclick], [style]"));
    }

    [Theory]
    [InlineData("st etienne", "lat=45.43")]
    [InlineData("42000", "lat=45.43")]
    [InlineData("Paris 13", "lat=48.8")]
    public async Task Une_ville_ecrite_devient_une_position_arrondie(string ou, string attendu)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?ou={Uri.EscapeDataString(ou)}&besoin=demarche");
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        var adresse = reponse.Headers.Location!.ToString();
        Assert.Contains(attendu, adresse, StringComparison.Ordinal);
        Assert.Contains("besoin=demarche", adresse, StringComparison.Ordinal);
        Assert.Matches("lat=-?[0-9]+(\\.[0-9]{1,3})?&lon=-?[0-9]+(\\.[0-9]{1,3})?&", adresse);
        AssertPage.SansErreur(await application.Client.LirePageAsync(adresse));
    }

    [Fact]
    public async Task Les_resultats_disent_ce_qui_a_ete_cherche_et_donnent_des_lieux()
    {
        var page = await application.Client.LirePageAsync($"{SaintEtienne}&besoin=demarche");
        Assert.Matches("^[0-9]+ lieux pour .*près de Saint-Étienne$", AssertPage.Texte(page.QuerySelector("h1")!));
        AssertPage.Dit(page, "Nous sommes mercredi 18 novembre, 10 h 00.");
        AssertPage.Dit(page, "À moins de");
        var cartes = page.QuerySelectorAll(".fa-liste-cartes > li");
        Assert.InRange(cartes.Length, 12, 24);
        Assert.All(cartes, c => Assert.StartsWith("/lieux/", c.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("a[href^='tel:']"), a => a.GetAttribute("href")!.StartsWith("tel:+33", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("form[method=post]"));
    }

    [Fact]
    public async Task Les_puces_portent_leur_compte_et_menent_a_ce_compte()
    {
        var page = await application.Client.LirePageAsync(SaintEtienne + "&rayon_km=20");
        var avant = Total(page);
        Assert.NotEmpty(page.QuerySelectorAll("input[name=frais][value=gratuit]"));
        var filtree = await application.Client.LirePageAsync(SaintEtienne + "&rayon_km=20&frais=gratuit");
        Assert.InRange(Total(filtree), 1, avant - 1);
        Assert.Contains(page.QuerySelectorAll("label, a, button"), e => AssertPage.Texte(e).Contains("Gratuit", StringComparison.OrdinalIgnoreCase) && AssertPage.Texte(e).Contains(Total(filtree).ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lat=48.829&lon=2.362")]
    [InlineData("lat=44.518&lon=3.501")]
    [InlineData("lat=41.927&lon=8.734&besoin=demarche")]
    [InlineData("departement=48")]
    public async Task Le_compte_de_chaque_choix_est_le_total_de_la_page_ou_il_mene(string recherche)
    {
        var page = await application.Client.LirePageAsync($"/lieux?{recherche}");
        var formulaire = page.QuerySelector("form.fa-filtres")!;
        var gardes = formulaire.QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={Uri.EscapeDataString(i.GetAttribute("value")!)}").ToList();
        var puces = formulaire.QuerySelectorAll(".fa-puce:has(input)");
        Assert.InRange(puces.Length, 8, 100);
        foreach (var puce in puces)
        {
            var choix = puce.QuerySelector("input")!;
            var compte = int.Parse(new string([.. AssertPage.Texte(puce.QuerySelector(".fa-puce__compte")!).Where(char.IsAsciiDigit)]));
            var filtree = await application.Client.LirePageAsync($"/lieux?{string.Join('&', gardes)}&{choix.GetAttribute("name")}={choix.GetAttribute("value")}");
            Assert.Equal((choix.GetAttribute("value"), compte), (choix.GetAttribute("value"), compte == 0 && AssertPage.Texte(filtree.QuerySelector("h1")!).StartsWith("Aucun", StringComparison.Ordinal) ? 0 : Total(filtree)));
        }
    }

    [Fact]
    public async Task Le_titre_dit_les_services_choisis_a_la_place_du_besoin()
    {
        var page = await application.Client.LirePageAsync("/lieux?besoin=arnaques&lat=43.3&lon=5.4&service=aide-aux-demarches-administratives");
        var titre = AssertPage.Texte(page.QuerySelector("h1")!);
        Assert.DoesNotContain("arnaques", titre, StringComparison.Ordinal);
        Assert.Contains(AssertPage.Texte(page.QuerySelector("form.fa-filtres input[name=service][value=aide-aux-demarches-administratives] ~ label span")!), titre, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_services_deduits_sont_comptes_et_marques_comme_tels()
    {
        var page = await application.Client.LirePageAsync("/lieux?departement=13");
        var lignes = page.QuerySelectorAll("form.fa-filtres li[data-deduits]");
        Assert.NotEmpty(lignes);
        Assert.All(lignes, l => Assert.Contains("où ce service est déduit du type de lieu", AssertPage.Texte(l), StringComparison.Ordinal));
        var source = await application.Client.GetStringAsync("/api/v1/lieux?departement=13&limite=100");
        using var json = System.Text.Json.JsonDocument.Parse(source);
        var deduit = json.RootElement.GetProperty("lieux").EnumerateArray().First(l => l.GetProperty("services_deduits").GetBoolean());
        var liste = await application.Client.LirePageAsync($"/lieux?departement=13&q={Uri.EscapeDataString(deduit.GetProperty("nom").GetString()!)}");
        Assert.Contains(liste.QuerySelectorAll(".fa-liste-cartes > li"), c => AssertPage.Texte(c).Contains(deduit.GetProperty("services").GetArrayLength() == 1 ? "(déduit du type de lieu)" : "(déduits du type de lieu)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Le_prix_que_dit_un_reseau_n_est_pas_dit_par_le_lieu()
    {
        using var json = System.Text.Json.JsonDocument.Parse(await application.Client.GetStringAsync("/api/v1/lieux?source=france-services&limite=1"));
        using var vers = await application.Client.GetAsync($"/lieux/{json.RootElement.GetProperty("lieux")[0].GetProperty("id").GetString()}");
        var fiche = vers.Headers.Location is { } adresse ? await application.Client.LirePageAsync(adresse.ToString()) : await vers.LirePageAsync();
        AssertPage.Dit(fiche, "Gratuit (d’après France services)");
        Assert.DoesNotContain("isAccessibleForFree", fiche.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        var liste = await application.Client.LirePageAsync("/lieux?source=france-services&frais=gratuit");
        Assert.All(liste.QuerySelectorAll(".fa-liste-cartes > li"), c => Assert.Contains("(d’après France services)", AssertPage.Texte(c), StringComparison.Ordinal));
        AssertPage.Dit(await application.Client.LirePageAsync("/"), "par eux-mêmes ou par leur réseau");
    }

    [Fact]
    public async Task Un_autre_instant_est_dit_par_le_titre_par_le_choix_et_par_les_lieux()
    {
        // Christmas of 2026 is a Friday.
        var page = await application.Client.LirePageAsync("/lieux?lat=48.829&lon=2.362&ouvert=2026-12-25T10:00");
        AssertPage.Dit(page, "Ouvertures : vendredi 25 décembre, 10 h 00.");
        Assert.DoesNotContain("Nous sommes", AssertPage.Texte(page.QuerySelector(".fa-phrase")!), StringComparison.Ordinal);
        var puce = page.QuerySelector("form.fa-filtres input[name=ouvert]")!;
        Assert.Equal("2026-12-25T10:00", puce.GetAttribute("value"));
        Assert.True(puce.HasAttribute("checked"));
        Assert.DoesNotContain("maintenant", AssertPage.Texte(page.QuerySelector("form.fa-filtres")!), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".fa-liste-cartes > li"), c => AssertPage.Texte(c).Contains("jour férié, à vérifier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_liste_coupee_dit_sa_limite()
    {
        var page = await application.Client.LirePageAsync("/lieux");
        AssertPage.Dit(page, "Cette liste montre les 2 400 premiers lieux");
        Assert.DoesNotContain("Cette liste montre", AssertPage.Texte((await application.Client.LirePageAsync("/lieux?departement=48")).Body!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lat=44.518&lon=3.501&ou=Mende&q=zzzzz")]
    [InlineData("lat=44.518&lon=3.501&ou=Mende&typologie=OACAS&source=dora")]
    [InlineData("departement=48&q=zzzzz")]
    public async Task Des_choix_que_rien_ne_satisfait_menent_aux_lieux_proches(string recherche)
    {
        var page = await application.Client.LirePageAsync($"/lieux?{recherche}");
        Assert.StartsWith("Aucun lieu", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        AssertPage.Dit(page, "Ces lieux ne répondent pas à tous vos choix");
        Assert.NotEmpty(Adresses(page));
        Assert.NotEmpty(page.QuerySelectorAll("main a[href^='tel:']"));
    }

    [Theory]
    [InlineData("departement=48&q=zzzzz", false)]
    [InlineData("bbox=3.4,44.4,3.6,44.6&q=zzzzz", false)]
    [InlineData("lat=44.518&lon=3.501&q=zzzzz", true)]
    [InlineData("commune=48095&q=zzzzz", true)]
    public async Task Une_distance_part_d_un_endroit_que_la_personne_a_dit(string recherche, bool distances)
    {
        var page = await application.Client.LirePageAsync($"/lieux?{recherche}");
        Assert.NotEmpty(Adresses(page));
        Assert.Equal(distances, page.QuerySelectorAll(".fa-carte__apart").Length > 0);
    }

    [Theory]
    [InlineData("Le Havre", "près du Havre")]
    [InlineData("Annecy", "près d’Annecy")]
    [InlineData("Les Abymes", "près des Abymes")]
    [InlineData("L’Haÿ-les-Roses", "près de L’Haÿ-les-Roses")]
    public async Task Le_nom_de_la_ville_se_lit_en_francais(string ou, string attendu)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?ou={Uri.EscapeDataString(ou)}");
        var titre = AssertPage.Texte((await application.Client.LirePageAsync(reponse.Headers.Location!.ToString())).QuerySelector("h1")!);
        Assert.EndsWith(attendu, titre.Replace('\'', '’'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Appelez%20le%200899%20pour%20votre%20compte")]
    [InlineData("Votre%20compte%20est%20ferm%C3%A9")]
    public async Task Une_phrase_mise_dans_l_adresse_n_est_pas_redite(string ou)
    {
        var page = await application.Client.LirePageAsync($"/lieux?lat=45.44&lon=4.387&ou={ou}");
        Assert.EndsWith("autour de ce point", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.UnescapeDataString(ou), AssertPage.Texte(page.Body!), StringComparison.Ordinal);
    }

    /// <summary>Without script, the form sends the position of the search before with the town written since.</summary>
    [Theory]
    [InlineData("lat=45.44&lon=4.387&ou=Marseille&commune=", "ou=Marseille")]
    [InlineData("lat=45.44&lon=4.387&ou=Marseille", "ou=Marseille")]
    [InlineData("lat=45.44&lon=4.387&ou=Saint-Chamond&commune=", "ou=Saint-Chamond")]
    [InlineData("lat=45.44&lon=4.387&ou=13001&commune=&besoin=demarche", "besoin=demarche")]
    public async Task La_ville_ecrite_passe_avant_l_ancienne_position(string requete, string attendu)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        var adresse = reponse.Headers.Location!.ToString();
        Assert.Contains(attendu, adresse, StringComparison.Ordinal);
        Assert.DoesNotContain("lat=45.44&", adresse, StringComparison.Ordinal);
        // What it leads to holds: the position is that of the town.
        AssertPage.SansErreur(await application.Client.LirePageAsync(adresse));
    }

    [Fact]
    public async Task Une_autre_ville_que_celle_dont_on_avait_le_centre_passe_avant()
    {
        using var premiere = await application.Client.GetAsync("/lieux?ou=Saint-%C3%89tienne");
        var centre = premiere.Headers.Location!.ToString();
        using var reponse = await application.Client.GetAsync(centre.Replace("ou=Saint-%C3%89tienne", "ou=Saint-Chamond", StringComparison.Ordinal));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        Assert.Contains("ou=Saint-Chamond", reponse.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_ville_inconnue_ecrite_dans_le_formulaire_est_dite_malgre_l_ancienne_position()
    {
        using var reponse = await application.Client.GetAsync("/lieux?lat=45.44&lon=4.387&ou=zzzzz&commune=");
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
    }

    [Theory]
    [InlineData("lat=45.44&lon=4.387&ou=Saint-%C3%89tienne")]
    [InlineData("lat=45.44&lon=4.387&ou=&commune=")]
    [InlineData("lat=43.296&lon=5.47&ou=Marseille")]
    public async Task La_position_de_cette_ville_ou_sans_ville_est_gardee(string requete) => AssertPage.SansErreur(await application.Client.LirePageAsync($"/lieux?{requete}"));

    [Fact]
    public async Task Des_homonymes_ne_se_choisissent_pas_deux_fois()
    {
        var choix = await application.Client.LirePageAsync("/lieux?ou=Saint-Aubin");
        var adresse = choix.QuerySelector(".fa-choix-villes a")!.GetAttribute("href")!;
        var page = await application.Client.LirePageAsync(adresse);
        Assert.DoesNotContain("Quelle ville", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        var formulaire = page.QuerySelectorAll("form.fa-changer input[name]").OfType<IHtmlInputElement>();
        var renvoi = string.Join('&', formulaire.Select(i => $"{i.Name}={Uri.EscapeDataString(i.Value)}"));
        Assert.DoesNotContain("Quelle ville", AssertPage.Texte((await application.Client.LirePageAsync($"/lieux?{renvoi}")).QuerySelector("h1")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sur_papier_la_liste_dit_sa_date_sa_page_son_nombre_et_ses_choix()
    {
        var page = await application.Client.LirePageAsync($"{SaintEtienne}&rayon_km=20&page=2&accompagnement=accompagnement-individuel&accompagnement=non-renseigne&ouvert=non-renseigne&ouvert=maintenant&ouvert=non");
        var papier = AssertPage.Texte(page.QuerySelector(".fa-papier-seul")!);
        Assert.Contains("Liste faite le mercredi 18 novembre 2026, 10 h 00, heure de Paris.", papier, StringComparison.Ordinal);
        Assert.Matches($"Page 2 sur [0-9]+ : lieux 25 à [0-9]+, sur {Total(page)} lieux trouvés", papier);
        Assert.Contains("Choix : Ouvert maintenant ; Fermé maintenant ; Horaires non connus ou à vérifier ; ", papier, StringComparison.Ordinal);
        var reunion = await application.Client.LirePageAsync("/lieux?departement=974");
        Assert.Contains("13 h 00, heure du lieu", AssertPage.Texte(reunion.QuerySelector(".fa-papier-seul")!), StringComparison.Ordinal);
        var un = await application.Client.LirePageAsync("/lieux?q=zzzz%20introuvable");
        Assert.DoesNotContain("Page 1", AssertPage.Texte(un.QuerySelector(".fa-papier-seul")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("departement=974", "13 h 00, heure du lieu.")]
    [InlineData("commune=97411", "13 h 00, heure du lieu.")]
    [InlineData("commune=98818", "20 h 00, heure du lieu.")]
    [InlineData("lat=-22.27&lon=166.44", "20 h 00, heure du lieu.")]
    [InlineData("commune=98805&ou=Dumb%C3%A9a", "20 h 00, heure du lieu.")]
    [InlineData("lat=-20.88&lon=55.45", "13 h 00, heure du lieu.")]
    [InlineData("departement=42", "10 h 00.")]
    [InlineData("departement=42&departement=974", "10 h 00, heure de Paris.")]
    [InlineData("q=mairie", "10 h 00, heure de Paris.")]
    public async Task L_heure_est_celle_des_lieux_cherches_quelle_que_soit_la_facon_de_dire_ou(string requete, string attendu)
    {
        var page = await application.Client.LirePageAsync($"/lieux?{requete}");
        Assert.Matches($"Nous sommes [a-zé]+ 18 novembre, {attendu}$", AssertPage.Texte(page.QuerySelector(".fa-horloge")!));
    }

    [Theory]
    [InlineData("ou=98600", "Des lieux des territoires les plus proches, à appeler")]
    [InlineData("ou=Papeete&besoin=demarche", "Des lieux des territoires les plus proches, à appeler")]
    [InlineData("ou=97133&besoin=emploi", "Des lieux des territoires les plus proches, à appeler")]
    [InlineData("ou=Le+Mont-Dore", "Les lieux les plus proches")]
    [InlineData("commune=98805&service=acquisition-de-materiel-informatique-a-prix-solidaire", "")]
    public async Task Une_commune_sans_centre_connu_n_est_pas_une_impasse(string requete, string titre)
    {
        var page = await application.Client.LirePageAsync(requete.StartsWith("ou=", StringComparison.Ordinal) ? await VersLaVilleAsync(requete) : $"/lieux?{requete}");
        var cartes = page.QuerySelectorAll(".fa-liste-cartes > li");
        Assert.NotEmpty(cartes);
        if (AssertPage.Texte(page.QuerySelector("h1")!).StartsWith("Aucun", StringComparison.Ordinal))
        {
            Assert.Contains(page.QuerySelectorAll("h2"), h => AssertPage.Texte(h).Contains(titre, StringComparison.Ordinal));
            // The middle of places is nowhere that the person named.
            Assert.All(cartes, c => Assert.DoesNotMatch("[0-9] km", AssertPage.Texte(c)));
        }
    }

    [Fact]
    public async Task Une_liste_a_un_titre_avant_ses_lieux_et_chaque_page_le_sien()
    {
        var page = await application.Client.LirePageAsync($"{SaintEtienne}&rayon_km=50");
        var suivante = await application.Client.LirePageAsync($"{SaintEtienne}&rayon_km=50&page=2");
        Assert.NotEqual(page.Title, suivante.Title);
        Assert.Contains("(page 2 sur ", suivante.Title!, StringComparison.Ordinal);
        var titres = page.QuerySelectorAll("main h1, main h2, main h3").Select(t => t.TagName).ToList();
        Assert.Equal("H2", titres[titres.IndexOf("H1") + 1]);
        AssertPage.Dit(page, "Les distances partent du centre de Saint-Étienne, à vol d’oiseau");
    }

    [Theory]
    [InlineData("lat=0&lon=0")]
    [InlineData("lat=40.4&lon=-3.7")]
    public async Task Hors_de_France_le_titre_le_dit_et_rien_n_est_a_trier(string requete)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        var page = await reponse.LirePageAsync();
        AssertPage.H1(page, "Cette position n’est pas en France");
        Assert.Null(page.QuerySelector("a[href*='tri=nom']"));
    }

    [Fact]
    public async Task Les_villes_du_nom_viennent_avant_celles_qui_l_ont_porte_et_celles_ci_disent_pourquoi()
    {
        var villes = (await application.Client.LirePageAsync("/lieux?ou=saint%20denis")).QuerySelectorAll(".fa-choix-villes li").Select(AssertPage.Texte).ToList();
        var derniere = villes.FindLastIndex(v => v.StartsWith("Saint-Denis (", StringComparison.Ordinal));
        var ancienne = villes.FindIndex(v => v.Contains("trouvée par «", StringComparison.Ordinal));
        Assert.True(ancienne < 0 || ancienne > derniere, string.Join(" | ", villes));
        Assert.DoesNotContain(villes, v => v.StartsWith("Champdeniers", StringComparison.Ordinal) && !v.Contains("trouvée par", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_nom_mal_ecrit_a_une_proposition()
    {
        var page = await application.Client.LirePageAsync("/lieux?q=mediateque");
        Assert.Equal("mediatheque", AssertPage.Texte(page.QuerySelector("main a[href*='q=mediatheque']")!));
        Assert.DoesNotContain("aucun lieu sur ce territoire", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quand_aucun_lieu_n_est_trouve_on_ne_dit_pas_aussi()
    {
        var page = await application.Client.LirePageAsync("/lieux?departement=48&besoin=arnaques&q=mairie");
        Assert.DoesNotContain("Demandez-leur aussi", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sur_un_territoire_sans_lieu_la_page_le_dit_et_dit_a_qui_demander()
    {
        var page = await application.Client.LirePageAsync(await VersLaVilleAsync("ou=97500"));
        AssertPage.Dit(page, "Nous ne connaissons encore aucun lieu sur ce territoire.");
        Assert.Contains(page.QuerySelectorAll("h2"), h => AssertPage.Texte(h) == "Que faire ?");
    }

    private async Task<string> VersLaVilleAsync(string requete)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return reponse.Headers.Location!.ToString();
    }

    [Fact]
    public async Task Un_arrondissement_a_ses_lieux()
    {
        var page = await application.Client.LirePageAsync("/lieux?commune=75113");
        Assert.Matches("^[0-9]+ lieux pour vous aider : Paris 13e Arrondissement$", AssertPage.Texte(page.QuerySelector("h1")!));
        Assert.All(page.QuerySelectorAll(".fa-liste-cartes > li"), c => Assert.Contains("75013 Paris", AssertPage.Texte(c), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_jour_ferie_la_liste_ne_dit_pas_ouvert_ce_qui_est_a_verifier()
    {
        var page = await application.Client.LirePageAsync("/lieux?departement=12&ouvert=2026-12-25T10:00");
        // None is sure to open: those shown are said closed, or to be checked.
        Assert.StartsWith("Aucun lieu ouvert à ce moment", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        AssertPage.Dit(page, "Fermés à ce moment, ou horaires à vérifier");
        var aVerifier = await application.Client.LirePageAsync("/lieux?departement=12&ouvert=2026-12-25T10:00&ouvert=non-renseigne");
        Assert.Contains("jour férié, à vérifier", AssertPage.Texte(aVerifier.QuerySelector(".fa-liste-cartes")!), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form.fa-filtres input[name=ouvert][value=non-renseigne]"));
    }

    [Theory]
    [InlineData("commune=99999")]
    [InlineData("bbox=abc")]
    [InlineData("page=abc")]
    [InlineData("source=zzz")]
    public async Task Une_recherche_mal_ecrite_dit_aussi_a_qui_demander(string requete)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Contains(page.QuerySelectorAll("h2"), h => AssertPage.Texte(h) == "Que faire ?");
        Assert.NotNull(page.QuerySelector("main a[href='/contact']"));
    }

    [Fact]
    public async Task En_mer_la_page_dit_que_c_est_loin_de_tout()
    {
        AssertPage.Dit(await application.Client.LirePageAsync("/lieux?lat=45&lon=-5"), "Cette position est peut-être en mer");
        Assert.DoesNotContain("en mer", AssertPage.Texte((await application.Client.LirePageAsync("/lieux?lat=44.6&lon=3.5")).Body!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lieux?q=%ff", HttpStatusCode.BadRequest)]
    [InlineData("/lieux?ou=%ff%fe", HttpStatusCode.BadRequest)]
    [InlineData("/?handler=Communes&q=%ff", HttpStatusCode.BadRequest)]
    [InlineData("/?handler=Communes&q=a%00b", HttpStatusCode.BadRequest)]
    [InlineData("/?handler=Communes&q=100%", HttpStatusCode.OK)]
    [InlineData("/?handler=Communes&q=st", HttpStatusCode.OK)]
    public async Task Des_octets_qui_ne_sont_pas_des_lettres_sont_refuses(string adresse, HttpStatusCode attendu)
    {
        using var reponse = await application.Client.GetAsync(adresse);
        Assert.Equal(attendu, reponse.StatusCode);
    }

    [Fact]
    public async Task Des_suggestions_pour_trois_cents_lettres_sont_refusees()
    {
        using var reponse = await application.Client.GetAsync($"/?handler=Communes&q={new string('a', 300)}");
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
    }

    [Theory]
    [InlineData("q=zzz", true)]
    [InlineData("ou=zzzzz", true)]
    [InlineData("departement=975", false)]
    public async Task Aucune_recherche_ne_finit_sans_personne_a_qui_demander(string requete, bool sansVille)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        var page = await reponse.LirePageAsync();
        AssertPage.Dit(page, "à la mairie ou à la bibliothèque");
        Assert.NotNull(page.QuerySelector("main a[href='/contact']"));
        Assert.NotNull(page.QuerySelector("main a[href='/territoires']"));
        Assert.Equal(sansVille, page.QuerySelectorAll("main li a[href='/']").Any(a => AssertPage.Texte(a) == "Chercher autour d’une ville"));
        Assert.NotNull(page.QuerySelector("form.fa-changer"));
    }

    [Theory]
    [InlineData("departement/saint-pierre-et-miquelon-975")]
    [InlineData("commune/saint-pierre-97502")]
    public async Task Un_territoire_sans_lieu_dit_a_qui_demander(string territoire)
    {
        var page = await application.Client.LirePageAsync($"/territoires/{territoire}");
        AssertPage.Dit(page, "Demandez à la mairie ou à la bibliothèque");
        Assert.NotNull(page.QuerySelector("main .fa-actions a[href='/contact']"));
        Assert.NotNull(page.QuerySelector("main .fa-actions a[href='/territoires']"));
    }

    [Fact]
    public async Task Changer_sa_recherche_change_aussi_le_besoin()
    {
        var page = await application.Client.LirePageAsync($"{SaintEtienne}&besoin=arnaques");
        var besoin = (IHtmlSelectElement)page.QuerySelector("form.fa-changer select[name=besoin]")!;
        Assert.Equal("arnaques", besoin.Value);
        Assert.Contains("emploi", besoin.Options.Select(o => o.Value));
        Assert.Contains("", besoin.Options.Select(o => o.Value));
        Assert.Null(page.QuerySelector("form.fa-changer input[name=besoin]"));
    }

    [Fact]
    public async Task Un_ancien_nom_est_explique()
    {
        using var reponse = await application.Client.GetAsync("/lieux?ou=Ch%C3%A2lons-sur-Marne");
        var page = await application.Client.LirePageAsync(reponse.Headers.Location!.ToString());
        AssertPage.Dit(page, "Châlons-en-Champagne : trouvée par « Châlons-sur-Marne ».");
        var fausse = await application.Client.LirePageAsync($"{SaintEtienne}&par=Appelez-nous");
        Assert.DoesNotContain("Appelez-nous", AssertPage.Texte(fausse.Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plusieurs_communes_de_ce_nom_se_choisissent()
    {
        var page = await application.Client.LirePageAsync("/lieux?ou=Saint%20Martin");
        AssertPage.H1(page, "Quelle ville ?");
        Assert.True(page.QuerySelectorAll(".fa-choix-villes a").Length > 1);
    }

    [Fact]
    public async Task Les_pages_se_suivent_sans_se_repeter()
    {
        var premiere = await application.Client.LirePageAsync("/lieux?departement=42");
        var seconde = await application.Client.LirePageAsync("/lieux?departement=42&page=2");
        var (a, b) = (Adresses(premiere), Adresses(seconde));
        Assert.Equal((24, 24), (a.Count, b.Count));
        Assert.Empty(a.Intersect(b));
        Assert.Contains(premiere.QuerySelectorAll("nav a"), l => l.GetAttribute("href")!.Contains("page=2", StringComparison.Ordinal) && l.GetAttribute("href")!.Contains("departement=42", StringComparison.Ordinal));
        Assert.Equal("25", seconde.QuerySelector("ol.fa-liste-cartes")!.GetAttribute("start"));
    }

    [Theory]
    [InlineData("commune=42218&ouvert=2026-11-26T03:00")]
    [InlineData("departement=42&ouvert=2026-11-26T03:00")]
    [InlineData("lat=45.44&lon=4.387&ou=Saint-%C3%89tienne&ouvert=2026-11-26T03:00")]
    public async Task Quand_tout_est_ferme_on_montre_ceux_d_ici_qui_ouvrent_a_un_autre_moment(string recherche)
    {
        var page = await application.Client.LirePageAsync($"/lieux?{recherche}");
        Assert.StartsWith("Aucun lieu ouvert à ce moment", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        AssertPage.Dit(page, "Fermés à ce moment, ou horaires à vérifier");
        var cartes = page.QuerySelectorAll("ol.fa-liste-cartes > li").Select(AssertPage.Texte).ToList();
        Assert.Equal(6, cartes.Count);
        Assert.All(cartes, c => Assert.Matches(@"\b42[0-9]{3} ", c));
    }

    [Theory]
    [InlineData("commune=42218", "Saint-Étienne")]
    [InlineData("departement=42", "Loire")]
    public async Task Changer_de_besoin_garde_le_territoire(string recherche, string nom)
    {
        var page = await application.Client.LirePageAsync($"/lieux?{recherche}");
        Assert.StartsWith(nom, page.QuerySelector(".fa-changer input[name=ou]")!.GetAttribute("value"), StringComparison.Ordinal);
        using var suite = await application.Client.GetAsync($"/lieux?lat=&lon=&commune=&ou={Uri.EscapeDataString(page.QuerySelector(".fa-changer input[name=ou]")!.GetAttribute("value")!)}&besoin=emploi");
        Assert.Contains(nom == "Loire" ? "departement=42" : "lat=45.4", suite.Headers.Location?.OriginalString ?? suite.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sans_resultat_on_dit_ou_aller_et_quoi_faire()
    {
        var page = await application.Client.LirePageAsync("/lieux?lat=44.5&lon=3.5&rayon_km=0.05&ou=Nulle%20part");
        Assert.StartsWith("Aucun lieu", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        AssertPage.Dit(page, "Les lieux les plus proches");
        AssertPage.Dit(page, "Que faire ?");
        Assert.Equal(5, Adresses(page).Count);
    }

    [Fact]
    public async Task Un_nom_introuvable_est_dit_et_une_liste_vide_ne_s_imprime_pas()
    {
        var page = await application.Client.LirePageAsync("/lieux?q=zzzz%20introuvable");
        AssertPage.H1(page, "Aucun lieu trouvé pour « zzzz introuvable »");
        AssertPage.Dit(page, "Que faire ?");
        Assert.Null(page.QuerySelector("[data-imprimer]"));
        Assert.NotNull((await application.Client.LirePageAsync("/lieux?departement=42")).QuerySelector("[data-imprimer]"));
    }

    [Theory]
    [InlineData("lat=0&lon=0")]
    [InlineData("lat=2.35&lon=48.85")]
    public async Task Loin_de_la_France_aucun_lieu_n_est_donne_pour_proche(string position)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{position}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Empty(Adresses(page));
        AssertPage.Dit(page, "Que faire ?");
    }

    [Fact]
    public async Task Une_commune_sans_lieu_montre_aussi_les_plus_proches()
    {
        var occupees = (await application.Base.ListerAsync<string>("SELECT DISTINCT code_insee FROM cartographie.lieux WHERE code_insee IS NOT NULL")).ToHashSet(StringComparer.Ordinal);
        var territoires = (Contracts.Territoires.ITerritoires)application.Services.GetService(typeof(Contracts.Territoires.ITerritoires))!;
        var vide = territoires.CommunesDuDepartement("48").First(c => c.Latitude is not null && !territoires.CodesInsee(c.CodeInsee).Any(occupees.Contains));
        var page = await application.Client.LirePageAsync($"/lieux?commune={vide.CodeInsee}");
        Assert.StartsWith("Aucun lieu", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        Assert.Equal(5, Adresses(page).Count);
    }

    [Fact]
    public async Task Une_ville_inconnue_est_dite_avec_des_suggestions()
    {
        using var reponse = await application.Client.GetAsync("/lieux?ou=Saint-Etiene-des-Bouas");
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.H1(page, "Nous ne trouvons pas « Saint-Etiene-des-Bouas »");
        AssertPage.Dit(page, "écrivez le code postal");
        AssertPage.Dit(page, "Que faire ?");

        using var proche = await application.Client.GetAsync("/lieux?ou=Sant-Etienn");
        var suggestions = (await proche.LirePageAsync()).QuerySelectorAll(".fa-choix-villes a");
        Assert.Contains(suggestions, s => AssertPage.Texte(s).Contains("Saint-Étienne", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Évry", "Évry-Courcouronnes (Essonne)", "Évry (Yonne)")]
    [InlineData("aix", "Aix-en-Provence (Bouches-du-Rhône)", "Aix-les-Bains (Savoie)")]
    [InlineData("saint germain", "Saint-Germain-en-Laye (Yvelines)", "Saint-Germain (Aube)")]
    [InlineData("lourde", "Lourdes (Hautes-Pyrénées)", "Lourde (Haute-Garonne)")]
    public async Task Un_village_n_est_pas_choisi_quand_une_grande_ville_commence_comme_lui(string ou, string grande, string village)
    {
        var villes = (await application.Client.LirePageAsync($"/lieux?ou={Uri.EscapeDataString(ou)}")).QuerySelectorAll(".fa-choix-villes a").Select(AssertPage.Texte).ToList();
        Assert.Contains(grande, villes);
        Assert.Contains(village, villes);
        Assert.InRange(villes.Count, 2, 8);
    }

    [Theory]
    [InlineData("L'Hay", "ou=L%27Ha%C3%BF-les-Roses")] // the only one in the country whose name begins so
    [InlineData("Seine-Saint-Denis&besoin=emploi", "departement=93&besoin=emploi")]
    [InlineData("93", "departement=93")]
    [InlineData("Occitanie", "departement=09&departement=11")]
    public async Task Un_seul_endroit_possible_n_est_pas_a_choisir(string ou, string attendu)
    {
        using var client = application.NouveauClient();
        using var reponse = await client.GetAsync($"/lieux?ou={ou}");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        Assert.Contains(attendu, reponse.Headers.Location!.OriginalString, StringComparison.Ordinal);
        AssertPage.SansErreur(await client.LirePageAsync(reponse.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("loire", "Loire (42)", "departement=42")]
    [InlineData("la r%C3%A9union", "La Réunion (974)", "departement=974")]
    [InlineData("bretagne", "Bretagne", "departement=22&departement=29&departement=35&departement=56")]
    public async Task Le_nom_d_un_departement_ou_d_une_region_mene_a_ses_lieux(string ou, string nom, string attendu)
    {
        var page = await application.Client.LirePageAsync($"/lieux?ou={ou}&besoin=emploi");
        var lien = page.QuerySelectorAll("main a").Single(a => AssertPage.Texte(a).StartsWith("Voir tous les lieux", StringComparison.Ordinal));
        Assert.EndsWith(nom, AssertPage.Texte(lien), StringComparison.Ordinal);
        Assert.EndsWith($"/lieux?{attendu}&besoin=emploi", lien.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEmpty((await application.Client.LirePageAsync(lien.GetAttribute("href")!)).QuerySelectorAll(".fa-liste-cartes > li"));
    }

    [Fact]
    public async Task Une_ville_a_plusieurs_se_choisit()
    {
        var page = await application.Client.LirePageAsync("/lieux?ou=Saint-Aubin&besoin=emploi");
        AssertPage.H1(page, "Quelle ville ?");
        var villes = page.QuerySelectorAll(".fa-choix-villes a");
        Assert.True(villes.Length > 1);
        Assert.All(villes, v => Assert.Contains("besoin=emploi", v.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_commune_sans_centre_connu_se_cherche_par_son_code()
    {
        using var client = application.NouveauClient();
        using var reponse = await client.GetAsync("/lieux?ou=97150");
        var adresse = reponse.Headers.Location!.ToString();
        Assert.Contains("commune=97801", adresse, StringComparison.Ordinal);
        var page = await client.LirePageAsync(adresse);
        Assert.Contains(": Saint-Martin", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lat=0&lon=0", "n’est pas en France")]
    [InlineData("lat=45.2&lon=-9", "n’est pas en France")]
    [InlineData("lat=40.71&lon=-74.01", "n’est pas en France")]
    [InlineData("lat=4.387&lon=45.44", "semblent inversées")]
    public async Task Une_position_ou_il_n_y_a_personne_est_dite(string requete, string phrase)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.Dit(page, phrase);
        AssertPage.Dit(page, "Que faire ?");
    }

    [Theory]
    [InlineData("lat=45.439695&lon=4.387178", "lat=45.44&lon=4.387")]
    [InlineData("lat=45.4396&lon=4.3", "lat=45.44&lon=4.3")]
    [InlineData("lat=-21.123456&lon=55.5&ou=Chez%20moi", "lat=-21.123&lon=55.5&ou=Chez%20moi")]
    public async Task Une_position_trop_precise_est_arrondie_dans_l_adresse(string requete, string attendu)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        Assert.Equal($"/lieux?{attendu}", reponse.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Quand_peu_de_lieux_annoncent_un_service_on_en_propose_d_autres_a_qui_demander()
    {
        var page = await application.Client.LirePageAsync("/lieux?lat=44.518&lon=3.501&ou=Mende&besoin=arnaques");
        AssertPage.Dit(page, "Demandez-leur");
        AssertPage.Dit(page, "appelez-les");
        Assert.NotEmpty(page.QuerySelectorAll("a[href^='tel:']"));
    }

    [Theory]
    [InlineData("limite=0")]
    [InlineData("lat=abc&lon=2")]
    [InlineData("service=coiffure")]
    [InlineData("besoin=coiffure")]
    [InlineData("page=0")]
    [InlineData("page=101")]
    [InlineData("page=deux")]
    [InlineData("ou=a%00b")]
    [InlineData("departement=75&departement=zz")]
    [InlineData("q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&tri=hasard")]
    [InlineData("service=%EF%BF%BE")]
    public async Task Un_mauvais_parametre_est_dit_sur_la_page(string requete)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.H1(page, "Votre recherche n’a pas été comprise");
        Assert.NotEmpty(page.QuerySelectorAll("main li"));
        Assert.NotNull(page.QuerySelector("form input[name=ou]"));
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.DoesNotContain(application.Journaux.Lignes, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dix_kilo_octets_dans_la_ville_sont_refuses()
    {
        using var reponse = await application.Client.GetAsync($"/lieux?ou={new string('a', 10_000)}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "200 caractères au plus");
    }

    [Theory]
    [InlineData("departement=75&departement=42")]
    [InlineData("departement=")]
    [InlineData("besoin=&ou=&q=&commune=")]
    [InlineData("utm_source=lettre&fbclid=x&departement=42")]
    [InlineData("q=%3Cb%3E")]
    public async Task Ce_qui_est_bon_ou_sans_effet_passe(string requete) => AssertPage.SansErreur(await application.Client.LirePageAsync($"/lieux?{requete}"));

    [Fact]
    public async Task L_anglais_vient_avec_le_cookie()
    {
        using var client = application.NouveauClient();
        using var choix = await client.GetAsync("/langue?vers=en&retour=%2F");
        Assert.Equal(HttpStatusCode.Redirect, choix.StatusCode);
        foreach (var adresse in (string[])["/", SaintEtienne])
        {
            var page = await client.LirePageAsync(adresse);
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain("lieux", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        }

        Assert.Equal("fr", (await application.Client.LirePageAsync("/")).DocumentElement.GetAttribute("lang"));
    }

    private static int Total(IHtmlDocument page) => int.Parse(new string([.. AssertPage.Texte(page.QuerySelector("h1")!).TakeWhile(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c == '\u202f').Where(char.IsAsciiDigit)]));

    private static List<string> Adresses(IHtmlDocument page) => [.. page.QuerySelectorAll(".fa-liste-cartes > li").Select(c => c.QuerySelector("a[href^='/lieux/']")!.GetAttribute("href")!)];
}
