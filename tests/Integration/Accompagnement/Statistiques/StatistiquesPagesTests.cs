using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Accompagnement.Statistiques;

/// <summary>Pages of figures, files, reports and closings, as each one sees them, on an application of their own.</summary>
public sealed class StatistiquesPagesTests(SiteDesActivites site) : IClassFixture<SiteDesActivites>
{
    private const string Page = "/statistiques";
    private const string Nouvelle = "/activites/nouvelle";

    [Theory]
    [InlineData(null, HttpStatusCode.Redirect)]
    [InlineData(Role.Financeur, HttpStatusCode.Forbidden)]
    [InlineData(Role.Aidant, HttpStatusCode.Forbidden)]
    [InlineData(Role.Support, HttpStatusCode.Forbidden)]
    [InlineData(Role.GestionnaireReseau, HttpStatusCode.Forbidden)]
    public async Task Sans_le_droit_rien(Role? role, HttpStatusCode statut)
    {
        using var client = role is { } r ? await site.Site.CommeAsync(r) : site.Site.NouveauClient();
        foreach (var adresse in (string[])[Page, "/statistiques/rapports", "/statistiques/rapports/enregistrer", $"/statistiques/rapports/{Guid.CreateVersion7()}"])
        {
            Assert.Equal((adresse, statut), (adresse, (await client.GetStatutAsync(adresse)).Statut));
        }
    }

    [Theory]
    [InlineData(Role.Mediateur, "Vos activités, comptées")]
    [InlineData(Role.ConseillerNumerique, "Vos activités, comptées")]
    [InlineData(Role.Coordinateur, "L’activité de vos équipes")]
    [InlineData(Role.GestionnaireStructure, "L’activité de votre structure")]
    [InlineData(Role.Referent, "L’activité de votre structure")]
    [InlineData(Role.GestionnaireDepartement, "L’activité d’un département")]
    [InlineData(Role.GestionnaireRegion, "L’activité d’un département")]
    [InlineData(Role.AdministrateurNational, "L’activité de tout le pays")]
    [InlineData(Role.Auditeur, "L’activité de tout le pays")]
    public async Task Chacun_a_les_siens(Role role, string chapo)
    {
        using var client = await site.Site.CommeAsync(role);
        var page = await client.LirePageAsync(Page);
        AssertPage.H1(page, "Statistiques");
        AssertPage.Dit(page, chapo);
        Assert.Equal(role is Role.GestionnaireStructure, page.QuerySelector("main a[href='/statistiques/cloture']") is not null);
    }

    [Theory]
    [InlineData(Role.Mediateur, "?niveau=nation", HttpStatusCode.Forbidden)]
    [InlineData(Role.Mediateur, "?niveau=structure", HttpStatusCode.Forbidden)]
    [InlineData(Role.Coordinateur, "?niveau=departement&de=42", HttpStatusCode.Forbidden)]
    [InlineData(Role.Coordinateur, "?niveau=equipe&de=01a21000-0000-7000-8000-0000000000e1", HttpStatusCode.NotFound)]
    [InlineData(Role.GestionnaireStructure, "?niveau=lieu&de=hinaura_1", HttpStatusCode.NotFound)]
    [InlineData(Role.GestionnaireDepartement, "?niveau=departement&de=43", HttpStatusCode.NotFound)]
    [InlineData(Role.GestionnaireDepartement, "?niveau=nation", HttpStatusCode.Forbidden)]
    [InlineData(Role.Auditeur, "?niveau=departement&de=43", HttpStatusCode.OK)]
    [InlineData(Role.Mediateur, "?niveau=galaxie", HttpStatusCode.BadRequest)]
    [InlineData(Role.Mediateur, "?du=2026-02-30", HttpStatusCode.BadRequest)]
    [InlineData(Role.Mediateur, "?du=2026-03-02&au=2026-03-01", HttpStatusCode.BadRequest)]
    [InlineData(Role.Mediateur, "?Du.jour=31&Du.mois=2&Du.annee=2026", HttpStatusCode.BadRequest)]
    [InlineData(Role.Mediateur, "?type=magie&format=csv", HttpStatusCode.BadRequest)]
    [InlineData(Role.Mediateur, "?format=pdf", HttpStatusCode.BadRequest)]
    [InlineData(Role.Mediateur, "?personne=01a21000-0000-7000-8000-0000000000e1", HttpStatusCode.BadRequest)]
    [InlineData(Role.Coordinateur, "?mediateur=01a21000-0000-7000-8000-0000000000e1", HttpStatusCode.BadRequest)]
    [InlineData(Role.Coordinateur, "?personne=01a21000-0000-7000-8000-0000000000e1", HttpStatusCode.BadRequest)]
    public async Task Ce_qui_n_est_pas_a_soi_ou_n_a_pas_de_sens_est_refuse(Role role, string requete, HttpStatusCode statut)
    {
        using var client = await site.Site.CommeAsync(role);
        Assert.Equal(statut, (await client.GetStatutAsync(Page + requete)).Statut);
    }

    [Fact]
    public async Task Une_faute_a_sa_phrase_et_ce_qui_etait_choisi_reste()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        using var reponse = await camille.GetAsync($"{Page}?du=2026-03-02&au=2026-03-01&thematique=email&lieu=jamais_vu");
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        var page = await reponse.LirePageAsync();
        AssertPage.Dit(page, "La période finit avant de commencer");
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name='thematique'][value='email']")!).IsChecked);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name='lieu'][value='jamais_vu']")!).IsChecked);
        Assert.Equal("2", page.QuerySelector("[name='Du.jour']")!.GetAttribute("value"));

        using var mauvaise = await camille.GetAsync($"{Page}?type=magie");
        // A period is of these years: so is the example.
        using var inexistante = await camille.GetAsync($"{Page}?Du.jour=31&Du.mois=2&Du.annee=2026");
        Assert.Matches($"31.3.{site.Aujourdhui.Year}", (await inexistante.LirePageAsync()).QuerySelector("main")!.TextContent);
        AssertPage.Dit(await mauvaise.LirePageAsync(), "« magie » n’est pas une valeur possible pour « type »");
        using var trop = await camille.GetAsync($"{Page}?{string.Join('&', Enumerable.Range(0, 101).Select(i => $"lieu=l{i}"))}");
        AssertPage.Dit(await trop.LirePageAsync(), "Cent valeurs au plus");
    }

    [Fact]
    public async Task Les_memes_nombres_a_l_ecran_dans_les_trois_fichiers_et_en_json()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, 45);
        await NoterAsync(camille, 30);
        var adresse = $"{Page}?periode=jour&thematique=email";
        var page = await camille.LirePageAsync(adresse);
        AssertPage.Dit(page, "Retirer « Thématiques de médiation : E-mail »");
        var nombre = Ligne(page, "bloc-totaux", "Accompagnements");
        Assert.NotEqual("0", nombre);
        Assert.Equal("0", Ligne(await camille.LirePageAsync($"{Page}?periode=jour&thematique=bureautique"), "bloc-totaux", "Accompagnements"));

        var csv = await camille.GetStringAsync($"{adresse}&format=csv");
        Assert.Contains($"\r\nAccompagnements;{nombre};", csv, StringComparison.Ordinal);
        // The file says by itself what it counts.
        Assert.StartsWith("Ce qui est compté\r\n", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        foreach (var dit in (string[])["Niveau;Les activités d’une personne", $"Premier jour;{site.Aujourdhui:yyyy-MM-dd}", $"Dernier jour;{site.Aujourdhui:yyyy-MM-dd}", $"Comparé à la période\u00a0: dernier jour;{site.Aujourdhui.AddDays(-1):yyyy-MM-dd}", "Filtres;Thématiques de médiation : E-mail", $"Calculé le;{site.Aujourdhui:yyyy-MM-dd}"])
        {
            Assert.Contains($"\r\n{dit}\r\n", csv, StringComparison.Ordinal);
        }

        using (var fichier = await camille.GetAsync($"{adresse}&format=csv"))
        {
            Assert.Equal($"statistiques-mediateur-{site.Aujourdhui:yyyy-MM-dd}-{site.Aujourdhui:yyyy-MM-dd}-filtre.csv", fichier.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        }

        Assert.Contains("Thématiques de médiation : E-mail", page.QuerySelector(".fa-papier-seul")!.TextContent, StringComparison.Ordinal);
        using var xlsx = new ZipArchive(await camille.GetStreamAsync($"{adresse}&format=xlsx"));
        XNamespace n = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var feuille = XDocument.Load(xlsx.GetEntry("xl/worksheets/sheet2.xml")!.Open()).Descendants(n + "row").Select(r => r.Elements(n + "c").Select(c => c.Value).ToArray()).ToArray();
        Assert.Equal(nombre, feuille.Single(l => l[0] == "Accompagnements")[1]);
        using var ods = new ZipArchive(await camille.GetStreamAsync($"{adresse}&format=ods"));
        XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        var ligne = XDocument.Load(ods.GetEntry("content.xml")!.Open()).Descendants(table + "table-row").First(r => r.Elements(table + "table-cell").First().Value == "Accompagnements" && r.Elements(table + "table-cell").Count() == 5 && r.Elements(table + "table-cell").ElementAt(1).Attribute(office + "value") is not null);
        Assert.Equal(nombre, ligne.Elements(table + "table-cell").ElementAt(1).Attribute(office + "value")!.Value);
        // As many sheets as tables on the screen, after the one that says what is counted.
        var titres = page.QuerySelectorAll(".fa-bloc h2").Select(h => h.TextContent).ToList();
        Assert.Equal(titres.Count + 1, xlsx.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task La_liste_des_actes_s_exporte_en_trois_formats_avec_les_memes_lignes()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, 45);
        var csv = await camille.GetStringAsync("/activites?handler=Csv&thematique=email");
        using var xlsx = new ZipArchive(await camille.GetStreamAsync("/activites?handler=Xlsx&thematique=email"));
        XNamespace n = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var lignes = XDocument.Load(xlsx.GetEntry("xl/worksheets/sheet1.xml")!.Open()).Descendants(n + "row").ToList();
        Assert.Equal(csv.TrimEnd().Split("\r\n").Length, lignes.Count);
        Assert.Equal(csv.TrimStart('\uFEFF').Split("\r\n")[0].Split(';'), lignes[0].Elements(n + "c").Select(c => c.Value));
        using var ods = new ZipArchive(await camille.GetStreamAsync("/activites?handler=Ods&thematique=email"));
        XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        Assert.Equal(lignes.Count, XDocument.Load(ods.GetEntry("content.xml")!.Open()).Descendants(table + "table-row").Count());
    }

    [Fact]
    public async Task Une_equipe_n_a_pas_de_ligne_par_mediateur_et_un_auteur_seul_garde_sa_posture()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, 45);
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        var page = await dominique.LirePageAsync($"{Page}?niveau=equipe&periode=jour");
        Assert.DoesNotContain("Camille", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        AssertPage.Dit(page, "Pas montré : une seule personne a noté ces activités. Ce serait sa façon de travailler.");
        AssertPage.Dit(page, "aucun chiffre ne se lit médiateur par médiateur");
    }

    [Fact]
    public async Task Un_rapport_se_garde_se_partage_se_retire_et_son_lien_ne_se_devine_pas()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, 45);
        var enregistrer = $"/statistiques/rapports/enregistrer?niveau=mediateur&periode=jour&thematique=email";
        var formulaire = await camille.LirePageAsync(enregistrer);
        using var sansTitre = await camille.EnvoyerAsync(enregistrer, formulaire, ("Titre", "x"), ("Commentaire", "Un mois calme"));
        Assert.Equal(HttpStatusCode.BadRequest, sansTitre.StatusCode);
        var refusee = await sansTitre.LirePageAsync();
        AssertPage.Dit(refusee, "Donnez un titre au rapport");
        Assert.Equal("Un mois calme", refusee.QuerySelector("textarea[name='Commentaire']")!.TextContent.Trim());
        using var garde = await camille.EnvoyerAsync(enregistrer, formulaire, ("Titre", "Bilan d’essai"), ("Commentaire", "Un mois calme"));
        Assert.Equal(HttpStatusCode.Redirect, garde.StatusCode);
        using var encore = await camille.EnvoyerAsync(enregistrer, formulaire, ("Titre", "Bilan d’essai"), ("Commentaire", "Un mois calme"));
        var adresse = garde.Headers.Location!.ToString().Split('?')[0];
        Assert.Equal(adresse, encore.Headers.Location!.ToString().Split('?')[0]);
        var avant = Ligne(await camille.LirePageAsync(adresse), "bloc-totaux", "Accompagnements");

        // What is noted afterwards changes nothing.
        await NoterAsync(camille, 15);
        var rapport = await camille.LirePageAsync(adresse);
        AssertPage.H1(rapport, "Bilan d’essai");
        AssertPage.Dit(rapport, "Un mois calme");
        AssertPage.Dit(rapport, "Thématiques de médiation : E-mail");
        Assert.Equal(avant, Ligne(rapport, "bloc-totaux", "Accompagnements"));
        var fichier = await camille.GetStringAsync($"{adresse}?format=csv");
        foreach (var dit in (string[])[$"Accompagnements;{avant};", "\r\nTitre;Bilan d’essai\r\n", "\r\nCommentaire;Un mois calme\r\n", "\r\nFiltres;Thématiques de médiation : E-mail\r\n"])
        {
            Assert.Contains(dit, fichier, StringComparison.Ordinal);
        }


        // It is nobody else's.
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        Assert.Equal(HttpStatusCode.NotFound, (await sacha.GetStatutAsync(adresse)).Statut);
        AssertPage.Dit(await camille.LirePageAsync("/statistiques/rapports"), "Bilan d’essai");
        Assert.DoesNotContain("Bilan d’essai", (await sacha.LirePageAsync("/statistiques/rapports")).Body!.TextContent, StringComparison.Ordinal);

        foreach (var faux in (string[])["0", "366", "-1", "dix", ""])
        {
            using var duree = await camille.EnvoyerLeAsync(adresse, Formulaire(rapport, $"{adresse}?handler=Partager"), ("Jours", faux));
            Assert.Equal((faux, HttpStatusCode.BadRequest), (faux, duree.StatusCode));
        }

        using var partage = await camille.EnvoyerLeAsync(adresse, Formulaire(rapport, $"{adresse}?handler=Partager"), ("Jours", "2"));
        Assert.Equal(HttpStatusCode.Redirect, partage.StatusCode);
        var partagee = await camille.LirePageAsync(adresse);
        var lien = new Uri(partagee.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/statistiques/rapports/partage/", StringComparison.Ordinal))).AbsolutePath;

        using var financeur = site.Site.NouveauClient();
        using var ouverte = await financeur.GetAsync(lien);
        Assert.Equal(HttpStatusCode.OK, ouverte.StatusCode);
        Assert.Contains("no-store", ouverte.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", ouverte.Headers.GetValues("Referrer-Policy").Single());
        var publique = await ouverte.LirePageAsync();
        AssertPage.H1(publique, "Bilan d’essai");
        AssertPage.Dit(publique, "Un mois calme");
        Assert.Equal("noindex", publique.QuerySelector("meta[name='robots']")!.GetAttribute("content"));
        AssertPage.Dit(publique, "Les petits nombres n’y sont pas montrés quand ils disent qui sont les personnes");
        Assert.Contains("non montré", string.Concat(publique.QuerySelectorAll(".fa-barres__valeur").Select(v => v.TextContent)), StringComparison.Ordinal);
        Assert.DoesNotContain("Non renseigné", string.Concat(publique.QuerySelectorAll(".fa-barres__valeur").Select(v => v.TextContent)), StringComparison.Ordinal);
        Assert.Empty(publique.QuerySelectorAll("main form"));
        using (var anglais = site.Site.NouveauClient())
        {
            using var langue = await anglais.GetAsync($"/langue?vers=en&retour={lien}");
            AssertPage.Dit(await anglais.LirePageAsync(lien), "Small numbers aren’t shown");
        }

        // Altered, guessed, cut, of another use: the same page.
        var perdue = "";
        foreach (var faux in (string[])[lien[..^1] + (lien[^1] == 'A' ? 'B' : 'A'), lien[..^2], "/statistiques/rapports/partage/" + new string('A', 43), "/statistiques/rapports/partage/x", "/statistiques/rapports/partage/" + new string('%', 3) + "41" + new string('é', 41), $"/statistiques/rapports/partage/{new string('a', 4_000)}"])
        {
            using var reponse = await financeur.GetAsync(faux);
            Assert.Equal((faux, HttpStatusCode.NotFound), (faux, reponse.StatusCode));
            var texte = (await reponse.LirePageAsync()).QuerySelector("main")!.TextContent;
            perdue = perdue.Length == 0 ? texte : perdue;
            Assert.Equal(perdue, texte);
        }

        // A new link voids the one before; one that is taken back too; one that is too old.
        using var nouveau = await camille.EnvoyerLeAsync(adresse, Formulaire(partagee, $"{adresse}?handler=Partager"), ("Jours", "2"));
        Assert.Equal(HttpStatusCode.NotFound, (await financeur.GetStatutAsync(lien)).Statut);
        var second = await camille.LirePageAsync(adresse);
        var autre = new Uri(second.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/statistiques/rapports/partage/", StringComparison.Ordinal))).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await financeur.GetStatutAsync(autre)).Statut);
        var instant = site.Site.Horloge.Instant;
        site.Site.Horloge.Avancer(TimeSpan.FromDays(2) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await financeur.GetStatutAsync(autre)).Statut);
        site.Site.Horloge.Instant = instant;

        using var supprime = await camille.EnvoyerLeAsync(adresse, Formulaire(second, $"{adresse}?handler=Supprimer"));
        Assert.Equal(HttpStatusCode.Redirect, supprime.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.GetStatutAsync(adresse)).Statut);
    }

    [Fact]
    public async Task Une_periode_close_refuse_partout_et_se_rouvre_avec_un_motif()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var vieux = site.Aujourdhui.AddDays(-10);
        var id = Guid.CreateVersion7();
        using var envoye = await site.EnvoyerAsync(new Dictionary<string, object?>(site.Acte(id)) { ["date"] = $"{vieux:yyyy-MM-dd}" });
        Assert.Equal(HttpStatusCode.Created, envoye.StatusCode);

        const string Cloture = "/statistiques/cloture";
        Assert.Equal(HttpStatusCode.Forbidden, (await camille.GetStatutAsync(Cloture)).Statut);
        using var maxime = await site.Site.CommeAsync(Role.GestionnaireStructure);
        var page = await maxime.LirePageAsync(Cloture);
        AssertPage.Dit(page, "Aucune période n’est close");
        foreach (var (jour, phrase) in ((DateOnly?, string)[])[(site.Aujourdhui, "Choisissez un jour passé"), (new(1990, 1, 1), "Choisissez un jour à partir du 1er janvier 2000"), (null, "Choisissez le dernier jour")])
        {
            using var refus = await CloreAsync(maxime, page, jour);
            Assert.Equal(HttpStatusCode.BadRequest, refus.StatusCode);
            AssertPage.Dit(await refus.LirePageAsync(), phrase);
        }

        using (var aVerifier = await CloreAsync(maxime, page, vieux))
        {
            // How many acts that is, first: nothing is closed before a yes.
            Assert.Equal(HttpStatusCode.OK, aVerifier.StatusCode);
            var verifier = await aVerifier.LirePageAsync();
            AssertPage.H1(verifier, "Clore une période");
            Assert.Matches("[0-9]+ activités?, jusqu’au", verifier.QuerySelector("section[aria-labelledby='verifier']")!.TextContent);
            AssertPage.Dit(await maxime.LirePageAsync(Cloture), "Aucune période n’est close");
            using var close = await maxime.EnvoyerLeAsync(Cloture, (IHtmlFormElement)verifier.QuerySelector("section[aria-labelledby='verifier'] form")!);
            Assert.Equal(HttpStatusCode.Redirect, close.StatusCode);
        }

        try
        {
            var closePage = await maxime.LirePageAsync(Cloture);
            AssertPage.Dit(closePage, "Période close jusqu’au");
            AssertPage.Dit(await camille.LirePageAsync($"{Page}?periode=annee-scolaire"), "Dans votre structure, les activités jusqu’au");
            using (var recule = await CloreAsync(maxime, closePage, vieux.AddDays(-5)))
            {
                AssertPage.Dit(await recule.LirePageAsync(), "C’est déjà clos plus loin");
            }

            // The API, the page that writes, the one that corrects, the one that removes: each says it.
            using var api = await site.EnvoyerAsync(new Dictionary<string, object?>(site.Acte()) { ["date"] = $"{vieux:yyyy-MM-dd}" });
            Assert.Equal(HttpStatusCode.Conflict, api.StatusCode);
            Assert.Contains("Cette période est close", JsonDocument.Parse(await api.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);

            var nouvelle = await camille.LirePageAsync(Nouvelle);
            using var notee = await camille.EnvoyerPremierAsync(Nouvelle, nouvelle, [.. Champs(45), ("F.Quand", "autre"), ("F.Date.jour", $"{vieux.Day}"), ("F.Date.mois", $"{vieux.Month}"), ("F.Date.annee", $"{vieux.Year}")]);
            Assert.Equal(HttpStatusCode.BadRequest, notee.StatusCode);
            AssertPage.Dit(await notee.LirePageAsync(), "Demandez à votre structure de la rouvrir");

            var modifier = await camille.LirePageAsync($"/activites/{id}/modifier");
            using var corrigee = await camille.EnvoyerPremierAsync($"/activites/{id}/modifier", modifier, ("F.Duree", "60"));
            Assert.Equal(HttpStatusCode.BadRequest, corrigee.StatusCode);
            AssertPage.Dit(await corrigee.LirePageAsync(), "Cette période est close");

            var supprimer = await camille.LirePageAsync($"/activites/{id}/supprimer");
            using var supprimee = await camille.EnvoyerPremierAsync($"/activites/{id}/supprimer", supprimer);
            Assert.Equal(HttpStatusCode.BadRequest, supprimee.StatusCode);
            AssertPage.Dit(await supprimee.LirePageAsync(), "Cette période est close");

            // The day after is open.
            using var lendemain = await site.EnvoyerAsync(new Dictionary<string, object?>(site.Acte()) { ["date"] = $"{vieux.AddDays(1):yyyy-MM-dd}" });
            Assert.Equal(HttpStatusCode.Created, lendemain.StatusCode);

            using var sansMotif = await maxime.EnvoyerLeAsync(Cloture, Formulaire(closePage, $"{Cloture}?handler=Rouvrir"), ("Motif", " "));
            Assert.Equal(HttpStatusCode.BadRequest, sansMotif.StatusCode);
        }
        finally
        {
            using var rouverte = await maxime.EnvoyerLeAsync(Cloture, Formulaire(await maxime.LirePageAsync(Cloture), $"{Cloture}?handler=Rouvrir"), ("Motif", "Trois ateliers oubliés"));
            Assert.Equal(HttpStatusCode.Redirect, rouverte.StatusCode);
        }

        using var apres = await site.EnvoyerAsync(new Dictionary<string, object?>(site.Acte()) { ["date"] = $"{vieux:yyyy-MM-dd}" });
        Assert.Equal(HttpStatusCode.Created, apres.StatusCode);
    }

    [Fact]
    public async Task Un_autre_logiciel_lit_les_chiffres_de_son_organisation_et_pas_plus()
    {
        var jeton = await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Organisation, limite: 10_000, etendues: ["statistiques:lire"]));
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, 45);
        using var lus = await site.Site.LireAsync("/api/v1/statistiques?niveau=structure&periode=jour", jeton);
        var json = JsonDocument.Parse(await lus.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.OK, lus.StatusCode);
        var totaux = json.GetProperty("tableaux").EnumerateArray().Single(t => t.GetProperty("cle").GetString() == "totaux");
        Assert.True(totaux.GetProperty("lignes")[0].GetProperty("valeurs")[0].GetDouble() >= 1);
        foreach (var (requete, statut) in ((string, HttpStatusCode)[])
        [
            ("?niveau=nation", HttpStatusCode.Forbidden), ("?niveau=mediateur", HttpStatusCode.Forbidden), ("?niveau=lieu&de=hinaura_1", HttpStatusCode.NotFound), ("?niveau=galaxie", HttpStatusCode.BadRequest), ("?type=magie", HttpStatusCode.BadRequest),
            ("?inconnu=1", HttpStatusCode.BadRequest), ("?mediateur=01a21000-0000-7000-8000-0000000000e1", HttpStatusCode.BadRequest), ("?du=2026-03-02&au=2026-03-01", HttpStatusCode.BadRequest), ("?niveau=structure&niveau=lieu", HttpStatusCode.BadRequest),
        ])
        {
            using var refus = await site.Site.LireAsync($"/api/v1/statistiques{requete}", jeton);
            Assert.Equal((requete, statut), (requete, refus.StatusCode));
        }

        var sans = await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Organisation, limite: 10_000, etendues: ["activites:ecrire"]));
        using var interdit = await site.Site.LireAsync("/api/v1/statistiques", sans);
        Assert.Equal(HttpStatusCode.Forbidden, interdit.StatusCode);
    }

    private static async Task NoterAsync(HttpClient client, int duree)
    {
        var page = await client.LirePageAsync(Nouvelle);
        using var reponse = await client.EnvoyerPremierAsync(Nouvelle, page, Champs(duree));
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
    }

    private static (string, string)[] Champs(int duree) => [("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", duree.ToString(CultureInfo.InvariantCulture)), ("F.TypeDeLieu", "a_distance")];

    private static Task<HttpResponseMessage> CloreAsync(HttpClient client, IHtmlDocument page, DateOnly? jour) => client.EnvoyerLeAsync(
        "/statistiques/cloture", Formulaire(page, "/statistiques/cloture"), ("Jusquau.jour", $"{jour?.Day}"), ("Jusquau.mois", $"{jour?.Month}"), ("Jusquau.annee", $"{jour?.Year}"));

    private static IHtmlFormElement Formulaire(IHtmlDocument page, string action) => page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action") == action);

    private static string Ligne(IHtmlDocument page, string bloc, string libelle) =>
        page.QuerySelector($"section[aria-labelledby='{bloc}'] tbody")!.QuerySelectorAll("tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == libelle).QuerySelector("td")!.TextContent.Trim();
}
