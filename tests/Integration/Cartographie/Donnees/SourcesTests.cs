using System.Net;
using FaireAvec.Cartographie;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Cartographie.Donnees;

/// <summary>The producers: their list, their sheet, their mapping.</summary>
[Collection(Gestionnaires.Nom)]
public class SourcesTests(SiteDesGestionnaires site, SiteFerme ferme)
{
    [Theory]
    [InlineData(LiensDonnees.Sources)]
    [InlineData(LiensDonnees.NouvelleSource)]
    [InlineData("/donnees/sources/x")]
    [InlineData("/donnees/sources/x/modifier")]
    [InlineData("/donnees/sources/x/etat?vers=Suspendue")]
    [InlineData("/donnees/correspondances/x")]
    [InlineData("/donnees/correspondances/x/versions?de=1&a=2")]
    public Task Sans_le_droit_la_page_est_fermee(string adresse) => ferme.RefuseAsync(adresse);

    [Theory]
    [InlineData("/donnees/sources/inconnue")]
    [InlineData("/donnees/sources/inconnue?handler=Corrections")]
    [InlineData("/donnees/sources/inconnue/modifier")]
    [InlineData("/donnees/sources/inconnue/etat?vers=Suspendue")]
    [InlineData("/donnees/correspondances/inconnue")]
    [InlineData("/donnees/correspondances/inconnue/versions?de=1&a=2")]
    public async Task Une_source_inconnue_n_est_pas_trouvee(string adresse)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
    }

    [Fact]
    public async Task La_liste_se_cherche_se_trie_et_se_telecharge()
    {
        var code = await site.SourceAsync(s => s.Nom = "Producteur très particulier");
        var seule = await site.PageAsync($"{LiensDonnees.Sources}?q=tres+particulier");
        Assert.Single(seule.QuerySelectorAll("tbody tr"));
        AssertPage.Dit(seule, "aucun import");

        // Its records came in a file of several sources.
        await new LieuDeTest().DeLaSource(code).CreerAsync(site);
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Sources}?q=tres+particulier"), "avec d’autres sources");
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Sources}?q=zzzz"), "Aucune source ne répond à votre recherche");
        Assert.Equal("descending", (await site.PageAsync($"{LiensDonnees.Sources}?tri=-lieux")).QuerySelector("th[aria-sort]")?.GetAttribute("aria-sort"));
        using var csv = await site.Client.GetAsync($"{LiensDonnees.Sources}?handler=Csv&q=particulier");
        Assert.Contains($"\"{code}\"", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_source_se_cree_se_modifie_se_suspend_et_se_reprend()
    {
        var formulaire = await site.PageAsync(LiensDonnees.NouvelleSource);
        using var cree = await site.Client.EnvoyerAsync(LiensDonnees.NouvelleSource, formulaire, ("Code", "hub-cree"), ("Nom", "Hub créé"), ("Seuil", "12,5"), ("Contact", "donnees@example.org"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, cree);
        var fiche = await site.PageAsync(cree.Headers.Location!.ToString());
        AssertPage.H1(fiche, "Hub créé");
        AssertPage.Dit(fiche, "12,5 %");
        AssertPage.Dit(fiche, "La source est créée.");

        var modifier = await site.PageAsync(LiensDonnees.ModifierSource("hub-cree"));
        Assert.Equal("12,5", modifier.QuerySelector("input[name=Seuil]")!.GetAttribute("value"));
        using var modifie = await site.Client.EnvoyerAsync(LiensDonnees.ModifierSource("hub-cree"), modifier, ("Licence", "Licence Ouverte 2.0"), ("Calendrier", "ChaqueNuit"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, modifie);
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Source("hub-cree")), "Licence Ouverte 2.0");

        AssertPage.H1(await site.PageAsync(LiensDonnees.EtatDeSource("hub-cree", EtatSource.Suspendue)), "Suspendre la source Hub créé ?");
        using var suspendu = await site.PosterAsync(LiensDonnees.EtatDeSource("hub-cree", EtatSource.Suspendue), ("Motif", "Fichier cassé"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, suspendu);
        AssertPage.Dit(await site.PageAsync(suspendu.Headers.Location!.ToString()), "La source est suspendue");
        using var encore = await site.Client.GetAsync(LiensDonnees.EtatDeSource("hub-cree", EtatSource.Suspendue));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        using var repris = await site.PosterAsync(LiensDonnees.EtatDeSource("hub-cree", EtatSource.Active));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, repris);
    }

    [Fact]
    public async Task Une_mauvaise_saisie_se_dit_pres_du_champ_et_rien_n_est_perdu()
    {
        var formulaire = await site.PageAsync(LiensDonnees.NouvelleSource);
        using var reponse = await site.Client.EnvoyerAsync(LiensDonnees.NouvelleSource, formulaire, ("Code", "hub-faux"), ("Nom", ""), ("Contact", "pas une adresse"), ("Adresse", "ftp://exemple.org/x"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Equal(3, page.QuerySelectorAll(".govuk-error-summary__list li").Length);
        Assert.Equal("pas une adresse", page.QuerySelector("input[name=Contact]")!.GetAttribute("value"));
        using var nombre = await site.Client.EnvoyerAsync(LiensDonnees.NouvelleSource, formulaire, ("Code", "hub-faux"), ("Nom", "X"), ("Seuil", "beaucoup"), ("Confiance", "1e9"));
        AssertPage.Erreurs(await nombre.LirePageAsync(), "Écrivez un pourcentage de 0 à 100, comme 20 ou 12,5.", "Écrivez un nombre entier de 0 à 100.");
        using var deux = await site.Client.EnvoyerAsync(LiensDonnees.NouvelleSource, formulaire, ("Code", "Pas Un Code"), ("Nom", "X"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, deux);
    }

    [Fact]
    public async Task Une_source_sans_adresse_ne_se_recolte_pas()
    {
        var code = await site.SourceAsync();
        using var reponse = await site.PosterAsync(LiensDonnees.Source(code), ("geste", "publier"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, reponse);
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Source(code)), "Cette source n’a pas d’adresse : déposez son fichier.");
    }

    [Fact]
    public async Task Une_recolte_qui_echoue_dit_pourquoi()
    {
        // A private address is never fetched.
        var code = await site.SourceAsync(s => s.Url = "http://127.0.0.1:9/lieux.csv");
        using var reponse = await site.PosterAsync(LiensDonnees.Source(code), ("geste", "essai"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        AssertPage.Dit(await site.FinAsync(reponse.Headers.Location!.ToString()), "échec");
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Aujourdhui), "n’a pas pu être lu");
    }

    [Fact]
    public async Task Une_correspondance_s_essaie_s_enregistre_se_compare_et_se_remet()
    {
        var code = await site.SourceAsync();
        var adresse = LiensDonnees.Correspondance(code);
        var document = $"correspondance: 1\nsource:\n  code: {code}\n  nom: Hub\nidentifiant:\n  local: ID\nchamps:\n  nom: NOM\n  adresse: RUE\n  code_postal: CP\n  commune: VILLE\n";
        var fichier = "ID;NOM;RUE;CP;VILLE\n1;Mairie;1 rue de la Paix;42000;Saint-Étienne\n2;;2 rue de la Paix;42000;Saint-Étienne\n"u8.ToArray();
        using var essai = await site.DeposerAsync(adresse, "hub.csv", fichier, ("Document", document), ("geste", "apercu"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, essai);
        var apercu = await essai.LirePageAsync();
        AssertPage.Dit(apercu, "Aperçu de 2 enregistrements");
        AssertPage.Dit(apercu, "refusée");
        Assert.Equal(document.TrimEnd(), apercu.QuerySelector("textarea[name=Document]")!.TextContent.Trim());
        var echantillon = apercu.QuerySelector("input[name=Echantillon]")!.GetAttribute("value")!;
        Assert.Contains("\"NOM\":\"Mairie\"", echantillon, StringComparison.Ordinal);
        Assert.Equal(0, await site.AvecBaseAsync(db => db.Set<VersionDeCorrespondance>().CountAsync(v => v.Source == code)));

        // The rows come back with the form: no file is needed again.
        using var encore = await site.PosterAsync(adresse, ("Document", document), ("Echantillon", echantillon), ("geste", "apercu"));
        AssertPage.Dit(await encore.LirePageAsync(), "Aperçu de 2 enregistrements");

        using var sansNote = await site.PosterAsync(adresse, ("Document", document), ("geste", "enregistrer"));
        AssertPage.Erreurs(await sansNote.LirePageAsync(), "Écrivez pourquoi cette version, en peu de mots.");
        using var un = await site.PosterAsync(adresse, ("Document", document), ("Note", "Première"), ("geste", "enregistrer"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, un);
        using var deux = await site.PosterAsync(adresse, ("Document", document + "  telephone: TEL\n"), ("Note", "Avec le téléphone"), ("geste", "enregistrer"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, deux);
        var versions = await site.PageAsync(LiensDonnees.DifferenceDeVersions(code, 1, 2));
        AssertPage.Dit(versions, "Lignes ajoutées : 1. Lignes retirées : 0.");
        using var remise = await site.PosterAsync($"{adresse}?handler=Activer", ("version", "1"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, remise);
        Assert.Equal(1, await site.AvecBaseAsync(db => db.Set<Source>().Where(s => s.Code == code).Select(s => s.VersionEnCours).SingleAsync()));
        using var inconnue = await site.PosterAsync($"{adresse}?handler=Activer", ("version", "9"));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, inconnue);
    }

    [Theory]
    [InlineData(LiensDonnees.NouvelleSource)]
    [InlineData(LiensDonnees.Importer)]
    [InlineData("/exactitude/inconnu")]
    [InlineData("/ui")]
    public async Task Une_page_a_formulaire_n_ecrit_pas_d_avertissement(string adresse)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        Assert.Contains("no-store", reponse.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Journaux.Lignes, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("Antiforgery", StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_apercu_dit_ce_que_la_correspondance_a_reecrit()
    {
        var code = await site.SourceAsync();
        var document = $"correspondance: 1\nsource:\n  code: {code}\n  nom: Hub\nidentifiant:\n  local: ID\nhoraires:\n  semaine: QUAND\nchamps:\n  nom: NOM\n  adresse: RUE\n  code_postal: CP\n  commune: VILLE\n";
        var fichier = "ID;NOM;RUE;CP;VILLE;QUAND\n1;Mairie;1 rue de la Paix;42000;Saint-Étienne;du lundi au vendredi de 9h à 12h\n"u8.ToArray();
        using var essai = await site.DeposerAsync(LiensDonnees.Correspondance(code), "hub.csv", fichier, ("Document", document), ("geste", "apercu"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, essai);
        AssertPage.Dit(await essai.LirePageAsync(), "Les horaires sont réécrits au format OpenStreetMap.");

        // The same rule in words on the pages of imports too, not as a code.
        using var enregistrer = await site.PosterAsync(LiensDonnees.Correspondance(code), ("Document", document), ("Note", "Première"), ("geste", "enregistrer"));
        using var depot = await site.DeposerAsync(LiensDonnees.Importer, "hub.csv", fichier, ("Source", code), ("Mode", "essai"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, depot);
        var import = await site.FinAsync(depot.Headers.Location!.ToString());
        Assert.Contains("Les horaires sont réécrits au format OpenStreetMap.", import.QuerySelector("#filtre-regle")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ceci n'est : pas : du yaml: [")]
    [InlineData("")]
    [InlineData("correspondance: 99")]
    public async Task Un_document_faux_se_dit_et_reste_la(string document)
    {
        var code = await site.SourceAsync();
        using var reponse = await site.PosterAsync(LiensDonnees.Correspondance(code), ("Document", document), ("Note", "X"), ("geste", "enregistrer"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.NotEmpty(page.QuerySelectorAll(".govuk-error-summary__list li"));
        Assert.Equal(document, page.QuerySelector("textarea[name=Document]")!.TextContent.Trim());
    }
}
