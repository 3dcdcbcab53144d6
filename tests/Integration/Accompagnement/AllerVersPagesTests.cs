using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>The pages of what is done outside the place: each one without the right, not found, in the wrong state, and good.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class AllerVersPagesTests(SiteDesActivites site)
{
    private const string Liste = "/aller-vers";
    private const string Noter = "/aller-vers/noter";
    private const string Configurations = "/aller-vers/configurations";
    private const string Partenaires = "/aller-vers/partenaires";

    private static (string Nom, string Valeur)[] Usuel => [("F.Contactes", "24"), ("F.Interesses", "10"), ("F.Motif", "telephone"), ("F.LieuLibre", "Marché d’essai"), ("F.CodeCommune", "42218"), ("F.Duree", "120")];

    [Theory]
    [InlineData(Liste)]
    [InlineData(Noter)]
    [InlineData(Configurations)]
    [InlineData(Partenaires)]
    [InlineData("/aller-vers/01a21000-0000-7000-8000-00000000dead")]
    public async Task Un_financeur_n_y_entre_pas(string adresse)
    {
        using var swann = await site.Site.CommeAsync(Role.Financeur);
        Assert.Equal(HttpStatusCode.Forbidden, (await swann.GetStatutAsync(adresse)).Statut);
    }

    [Fact]
    public async Task Une_rencontre_usuelle_se_note_sur_une_page_et_se_retrouve_dans_la_liste()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Noter);
        AssertPage.H1(page, "Noter une rencontre hors du lieu");
        using var reponse = await camille.EnvoyerPremierAsync(Noter, page, [.. Usuel, ("F.RenonceOui", "5"), ("F.RenonceNon", "3"), ("F.FaiteOui", "2"), ("F.Appris", "Des questions d’essai")]);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        var liste = await camille.LirePageAsync(reponse.Headers.Location!.ToString());
        AssertPage.Dit(liste, "C’est noté");
        AssertPage.Dit(liste, "Marché d’essai, Saint-Étienne");
        var action = await camille.LirePageAsync(liste.QuerySelector("main .fa-notification a")!.GetAttribute("href")!);
        AssertPage.H1(action, "Marché d’essai, Saint-Étienne");
        AssertPage.Dit(action, "5 oui, 3 non, 0 ne sait pas");
        AssertPage.Dit(action, "2 oui, 0 non, 3 pas su");
        AssertPage.Dit(action, "Des questions d’essai");
    }

    [Fact]
    public async Task Le_meme_formulaire_envoye_deux_fois_est_une_seule_action_au_journal()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Noter);
        var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
        var reponses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => camille.EnvoyerPremierAsync(Noter, page, [.. Usuel, ("F.Appris", "Rien pour le journal")])));
        Assert.All(reponses, r => Assert.Equal(HttpStatusCode.Redirect, r.StatusCode));
        Assert.Equal(1, await site.Site.AvecBaseAsync(db => db.Set<ActionDAllerVers>().CountAsync(a => a.Id == id), "systeme:taches"));
        var journal = await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT apres AS \"Value\" FROM noyau.journal WHERE entite_id = {id.ToString()} AND action = 'creation'").ToListAsync(), "auditeur");
        Assert.Single(journal);
        Assert.DoesNotContain("Rien pour le journal", journal[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ce_qui_manque_est_dit_et_rien_n_est_perdu()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Noter);
        using var illisible = await camille.EnvoyerPremierAsync(Noter, page, ("F.Contactes", "beaucoup"), ("F.Appris", "Gardé"));
        Assert.Equal(HttpStatusCode.BadRequest, illisible.StatusCode);
        var lue = await illisible.LirePageAsync();
        AssertPage.Dit(lue, "Écrivez un nombre, avec des chiffres seulement.");
        Assert.Equal("beaucoup", lue.QuerySelector("[name='F.Contactes']")!.GetAttribute("value"));

        using var fausse = await camille.EnvoyerPremierAsync(Noter, page, ("F.Contactes", "5"), ("F.Interesses", "6"), ("F.CodeCommune", "99999"), ("F.Commune", "Nulle-Part"), ("F.Duree", "autre"), ("F.Heures", "2147483647"), ("F.Appris", "mdp: Soleil2024!"), ("F.RenonceOui", "9"));
        Assert.Equal(HttpStatusCode.BadRequest, fausse.StatusCode);
        var fautes = await fausse.LirePageAsync();
        foreach (var phrase in (string[])["Il y a plus de personnes ici que dans « Rencontrées »", "Choisissez la commune dans la liste.", "Choisissez une durée", "Choisissez ce qui a donné envie", "ne laissent ni nom ni coordonnées", "plus de réponses que de personnes"])
        {
            AssertPage.Dit(fautes, phrase);
        }

        Assert.Equal("9", fautes.QuerySelector("[name='F.RenonceOui']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Un_numero_qui_n_est_pas_un_telephone_se_dit_et_passe()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Noter);
        using var refusee = await camille.EnvoyerPremierAsync(Noter, page, [.. Usuel, ("F.Appris", "Dossier 06 39 98 12 34")]);
        Assert.Equal(HttpStatusCode.BadRequest, refusee.StatusCode);
        var encore = await refusee.LirePageAsync();
        AssertPage.Dit(encore, "Ce n’est pas un numéro de téléphone");
        var boite = encore.QuerySelector("input[name=texte-libre-compris]")!.GetAttribute("value")!;
        // Ticked, then the text changed: it is asked about again.
        using var autre = await camille.EnvoyerPremierAsync(Noter, encore, ("F.Appris", "Dossier 06 39 98 12 35"), ("texte-libre-compris", boite));
        Assert.Equal(HttpStatusCode.BadRequest, autre.StatusCode);
        using var notee = await camille.EnvoyerPremierAsync(Noter, encore, ("texte-libre-compris", boite));
        Assert.Equal(HttpStatusCode.Redirect, notee.StatusCode);
        // Of a social-security number one can't say that it isn't one.
        using var nir = await camille.EnvoyerPremierAsync(Noter, page, [.. Usuel, ("F.Appris", "Son NIR est 2 69 05 49 588 157 80")]);
        Assert.Equal(HttpStatusCode.BadRequest, nir.StatusCode);
        Assert.Null((await nir.LirePageAsync()).QuerySelector("input[name=texte-libre-compris]"));
    }

    [Fact]
    public async Task Ce_qui_est_tape_se_garde_se_reprend_et_disparait_une_fois_note()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Noter);
        var (id, formulaire) = (page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!, page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.Method == "post"));
        const string Garder = $"{Noter}?handler=Brouillon";
        formulaire.SetAttribute("action", Garder);
        using var garde = await camille.EnvoyerLeAsync(Garder, formulaire, ("F.LieuLibre", "Marché à finir d’essai"), ("F.Contactes", "beaucoup"), ("F.Appris", "Demande un cours"), ("auto", "true"));
        Assert.Equal(HttpStatusCode.NoContent, garde.StatusCode);
        // What nobody leaves here isn't left in a draft, and it is said.
        using var secret = await camille.EnvoyerLeAsync(Garder, formulaire, ("F.LieuLibre", "Marché à finir d’essai"), ("F.Appris", "mdp: Soleil2024!"), ("auto", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, secret.StatusCode);
        using var dit = await camille.EnvoyerLeAsync(Garder, formulaire, ("F.LieuLibre", "Marché à finir d’essai"), ("F.Appris", "mdp: Soleil2024!"));
        Assert.Equal(HttpStatusCode.BadRequest, dit.StatusCode);
        Assert.Equal(0, await site.Site.AvecBaseAsync(db => db.Set<Brouillon>().CountAsync(b => b.Contenu.Contains("Soleil2024")), "systeme:taches"));
        using var plusTard = await camille.EnvoyerLeAsync(Garder, formulaire, ("F.LieuLibre", "Marché à finir d’essai"), ("F.Appris", "Demande un cours"));
        Assert.Equal($"/aujourd-hui?brouillon={id}", plusTard.Headers.Location?.OriginalString);

        var lien = (await camille.LirePageAsync("/aujourd-hui")).QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Marché à finir d’essai", StringComparison.Ordinal)).GetAttribute("href")!;
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        Assert.Equal(HttpStatusCode.NotFound, (await dominique.GetStatutAsync(lien)).Statut);
        var reprise = await camille.LirePageAsync(lien);
        Assert.Equal("Demande un cours", reprise.QuerySelector("[name='F.Appris']")!.TextContent.Trim());
        // Neither is it a draft of an act.
        Assert.Equal(HttpStatusCode.NotFound, (await camille.GetStatutAsync($"/activites/nouvelle?brouillon={id}")).Statut);
        using var notee = await camille.EnvoyerPremierAsync(Noter, reprise, [.. Usuel]);
        Assert.Equal(HttpStatusCode.Redirect, notee.StatusCode);
        Assert.DoesNotContain("Marché à finir d’essai", (await camille.LirePageAsync("/aujourd-hui")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_partenaire_nouveau_s_ajoute_en_notant_et_se_rappelle()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Noter);
        var demain = site.Aujourdhui.AddDays(1);
        (string, string)[] partenaire =
            [("F.NouveauPartenaire", "Structure Exemple à rappeler"), ("F.NatureDuPartenaire", "association"), ("F.Rappel.jour", $"{demain.Day}"), ("F.Rappel.mois", $"{demain.Month}"), ("F.Rappel.annee", $"{demain.Year}")];

        // Another fault: the partner is in the list already, and chosen.
        using var refusee = await camille.EnvoyerPremierAsync(Noter, page, [.. Usuel.Where(u => u.Nom != "F.Contactes"), .. partenaire]);
        Assert.Equal(HttpStatusCode.BadRequest, refusee.StatusCode);
        var reprise = await refusee.LirePageAsync();
        Assert.Equal("Structure Exemple à rappeler", ((IHtmlSelectElement)reprise.QuerySelector("[name='F.Partenaire']")!).SelectedOptions.Single().TextContent.Trim());
        using var notee = await camille.EnvoyerPremierAsync(Noter, reprise, ("F.Contactes", "24"));
        Assert.Equal(HttpStatusCode.Redirect, notee.StatusCode);

        var liste = await camille.LirePageAsync(Liste);
        var rappel = liste.QuerySelectorAll("main li").Single(li => li.TextContent.Contains("Structure Exemple à rappeler", StringComparison.Ordinal));
        using var fait = await camille.EnvoyerLeAsync(Liste, (IHtmlFormElement)rappel.QuerySelector("form")!);
        Assert.Equal(HttpStatusCode.Redirect, fait.StatusCode);
        Assert.DoesNotContain((await camille.LirePageAsync(Liste)).QuerySelectorAll("main li"), li => li.TextContent.Contains("Structure Exemple à rappeler", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_action_se_complete_se_supprime_et_se_retablit()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille);
        var corriger = await camille.LirePageAsync($"/aller-vers/{id}?corriger=true");
        AssertPage.H1(corriger, "Corriger une rencontre");
        using var corrigee = await camille.EnvoyerPremierAsync("", corriger, ("F.Venus", "6"));
        Assert.Equal(HttpStatusCode.Redirect, corrigee.StatusCode);
        var vue = await camille.LirePageAsync(corrigee.Headers.Location!.ToString());
        AssertPage.Dit(vue, "C’est corrigé.");
        AssertPage.Dit(vue, "(n = 24)");

        // Two windows: the second one is told, and loses nothing.
        using var encore = await camille.EnvoyerPremierAsync("", corriger, ("F.Venus", "7"));
        Assert.Equal(HttpStatusCode.Conflict, encore.StatusCode);
        Assert.Equal("7", (await encore.LirePageAsync()).QuerySelector("[name='F.Venus']")!.GetAttribute("value"));

        var supprimer = vue.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")!.Contains("Supprimer", StringComparison.Ordinal));
        using var supprimee = await camille.EnvoyerLeAsync("", supprimer);
        var liste = await camille.LirePageAsync(supprimee.Headers.Location!.ToString());
        AssertPage.Dit(liste, "Action supprimée");

        // Removed: it is neither corrected nor counted.
        using var apres = await camille.EnvoyerPremierAsync("", corriger, ("F.Venus", "8"));
        Assert.Equal(HttpStatusCode.Conflict, apres.StatusCode);
        Assert.DoesNotContain(liste.QuerySelectorAll("main table a"), a => a.GetAttribute("href") == $"/aller-vers/{id}");
        using var retablie = await camille.EnvoyerPremierAsync("", liste);
        Assert.Equal(HttpStatusCode.Redirect, retablie.StatusCode);
        Assert.Null(await site.Site.AvecBaseAsync(db => db.Set<ActionDAllerVers>().Where(a => a.Id == id).Select(a => a.SupprimeeLe).SingleAsync(), "systeme:taches"));
    }

    [Fact]
    public async Task L_action_d_un_autre_n_existe_pas_et_ses_listes_non_plus()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille, ("F.NouveauPartenaire", "Structure Exemple à moi"), ("F.NatureDuPartenaire", "association"));
        using var creee = await camille.EnvoyerLeAsync("", Formulaire(await camille.LirePageAsync(Configurations), Configurations), ("Nom", "À moi seul"), ("Motif", "loisir"));
        Assert.Equal(HttpStatusCode.Redirect, creee.StatusCode);
        var partenaire = await site.Site.AvecBaseAsync(db => db.Set<PartenaireQuiOriente>().Where(p => p.Auteur == SiteDesActivites.Camille).Select(p => p.Id).FirstAsync(), "systeme:taches");
        var configuration = await site.Site.AvecBaseAsync(db => db.Set<ConfigurationDAllerVers>().Where(c => c.Auteur == SiteDesActivites.Camille).Select(c => c.Id).FirstAsync(), "systeme:taches");
        foreach (var role in (Role[])[Role.ConseillerNumerique, Role.Coordinateur])
        {
            using var autre = await site.Site.CommeAsync(role);
            foreach (var adresse in (string[])[$"/aller-vers/{id}", $"/aller-vers/{id}?corriger=true", $"{Noter}?configuration={configuration}", $"{Noter}?partenaire={partenaire}"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await autre.GetStatutAsync(adresse)).Statut);
            }

            var page = await autre.LirePageAsync(Noter);
            using var vole = await autre.EnvoyerPremierAsync(Noter, page, [.. Usuel, ("F.Partenaire", $"{partenaire}"), ("F.Configuration", $"{configuration}")]);
            Assert.Equal(HttpStatusCode.BadRequest, vole.StatusCode);
        }
    }

    [Fact]
    public async Task Une_configuration_se_garde_une_fois_et_se_reutilise()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Configurations);
        var formulaire = Formulaire(page, Configurations);
        using var fausse = await camille.EnvoyerLeAsync("", formulaire, ("Nom", ""), ("Taille", "0"), ("Lieu", "Place Exemple"));
        Assert.Equal(HttpStatusCode.BadRequest, fausse.StatusCode);
        var refusee = await fausse.LirePageAsync();
        AssertPage.Dit(refusee, "Donnez un nom à cette configuration");
        Assert.Equal("Place Exemple", refusee.QuerySelector("[name='Lieu']")!.GetAttribute("value"));

        using var creee = await camille.EnvoyerLeAsync("", formulaire, ("Nom", "Goûter d’essai"), ("Motif", "loisir"), ("Duree", "75"), ("Pairs", "oui"));
        Assert.Equal(HttpStatusCode.Redirect, creee.StatusCode);
        using var deux = await camille.EnvoyerLeAsync("", formulaire, ("Nom", "Goûter d’essai"), ("Motif", "loisir"));
        Assert.Equal(HttpStatusCode.BadRequest, deux.StatusCode);

        var liste = await camille.LirePageAsync(Configurations);
        var lien = liste.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Goûter d’essai", StringComparison.Ordinal)).GetAttribute("href")!;
        var noter = await camille.LirePageAsync(lien);
        Assert.True(((IHtmlInputElement)noter.QuerySelector("[name='F.Motif'][value='loisir']")!).IsChecked);
        Assert.Equal("15", noter.QuerySelector("[name='F.Minutes']")!.GetAttribute("value"));

        // Put away: no more proposed, and given back.
        var id = lien[^36..];
        var ranger = liste.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")!.Contains("Retirer", StringComparison.Ordinal) && f.QuerySelector("[name=id]")!.GetAttribute("value") == id);
        using var rangee = await camille.EnvoyerLeAsync("", ranger);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.GetStatutAsync(lien)).Statut);
        using var remise = await camille.EnvoyerPremierAsync("", await camille.LirePageAsync(rangee.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await camille.GetStatutAsync(lien)).Statut);
        using var inconnue = await camille.EnvoyerLeAsync("", ranger, ("id", "01a21000-0000-7000-8000-00000000dead"));
        Assert.Equal(HttpStatusCode.NotFound, inconnue.StatusCode);
    }

    [Fact]
    public async Task Un_partenaire_envoie_des_personnes_et_cela_se_reprend()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Partenaires);
        using var faux = await camille.EnvoyerLeAsync("", Formulaire(page, "Ajouter"), ("Nom", "Dame Exemple 06 39 98 12 34"), ("Nature", "autre"));
        Assert.Equal(HttpStatusCode.BadRequest, faux.StatusCode);
        using var ajoute = await camille.EnvoyerLeAsync("", Formulaire(page, "Ajouter"), ("Nom", "Mairie Exemple d’essai"), ("Nature", "mairie_ccas"));
        Assert.Equal(HttpStatusCode.Redirect, ajoute.StatusCode);

        var liste = await camille.LirePageAsync(Partenaires);
        var qui = liste.QuerySelectorAll("[name=Qui] option").Single(o => o.TextContent.Trim() == "Mairie Exemple d’essai").GetAttribute("value")!;
        using var trop = await camille.EnvoyerLeAsync("", Formulaire(liste, "Orienter"), ("Qui", qui), ("Personnes", "0"));
        Assert.Equal(HttpStatusCode.BadRequest, trop.StatusCode);
        using var futur = await camille.EnvoyerLeAsync("", Formulaire(liste, "Orienter"), ("Qui", qui), ("Personnes", "4"), ("Jour.annee", $"{site.Aujourdhui.Year + 1}"));
        Assert.Equal(HttpStatusCode.BadRequest, futur.StatusCode);

        // Sent twice, kept once.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var orientees = await camille.EnvoyerLeAsync("", Formulaire(liste, "Orienter"), ("Qui", qui), ("Personnes", "4"));
            Assert.Equal(HttpStatusCode.Redirect, orientees.StatusCode);
        }

        var suite = await camille.LirePageAsync(Partenaires);
        Assert.Equal("4", suite.QuerySelectorAll("main tbody tr").Single(l => l.TextContent.Contains("Mairie Exemple d’essai", StringComparison.Ordinal)).QuerySelector("td.fa-tableau__nombre")!.TextContent.Trim());
        var reprendre = suite.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.Contains("Reprendre", StringComparison.Ordinal) && f.TextContent.Contains("Mairie Exemple d’essai", StringComparison.Ordinal));
        using var reprise = await camille.EnvoyerLeAsync("", reprendre);
        Assert.Equal(HttpStatusCode.Redirect, reprise.StatusCode);
        using var encore = await camille.EnvoyerLeAsync("", reprendre);
        Assert.Equal(HttpStatusCode.NotFound, encore.StatusCode);
    }

    [Fact]
    public async Task La_liste_se_filtre_et_se_telecharge()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, ("F.LieuLibre", "=cmd|'/c calc'!A1"));
        AssertPage.Dit(await camille.LirePageAsync($"{Liste}?motif=loisir&Du.Jour=1&Du.Mois=1&Du.Annee=2020&Au.Jour=1&Au.Mois=1&Au.Annee=2021"), "Aucune action ne répond à votre recherche");
        AssertPage.Dit(await camille.LirePageAsync($"{Liste}?Du.Jour=1&Du.Mois=1&Du.Annee=2020&Au.Jour=1&Au.Mois=1&Au.Annee=2019"), "La période finit avant de commencer.");
        Assert.Equal(HttpStatusCode.OK, (await camille.GetStatutAsync($"{Liste}?trimestre=zz&motif=zz&page=99999999999&supprimees=true")).Statut);
        Assert.Equal(HttpStatusCode.BadRequest, (await camille.GetStatutAsync($"{Liste}?partenaire=nimporte")).Statut);
        var (statut, csv) = await camille.GetStatutAsync($"{Liste}?handler=Csv&motif=telephone");
        Assert.Equal(HttpStatusCode.OK, statut);
        Assert.Contains("'=cmd", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(";=cmd", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_liste_vide_dit_quoi_faire()
    {
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        AssertPage.Dit(await sacha.LirePageAsync(Liste), "Aucune rencontre notée pour le moment");
        AssertPage.Dit(await sacha.LirePageAsync(Partenaires), "Aucun partenaire pour le moment");
        AssertPage.Dit(await sacha.LirePageAsync(Configurations), "Aucune configuration pour le moment");
    }

    [Fact]
    public async Task La_coordination_voit_l_entonnoir_de_son_equipe_sans_petit_nombre()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, ("F.Relais", "1"));
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        var page = await dominique.LirePageAsync(Liste);
        AssertPage.Dit(page, "Votre équipe");
        var lignes = page.QuerySelectorAll("main tbody tr").ToDictionary(l => l.QuerySelector("th")!.TextContent.Trim(), l => l.QuerySelector("td")!.TextContent.Trim());
        Assert.All(lignes.Values, v => Assert.False(int.TryParse(v, out var n) && n is > 0 and < 11, v));
        Assert.True(int.Parse(lignes["Rencontrées"], System.Globalization.CultureInfo.InvariantCulture) >= 11);
        Assert.Equal("caché\u00a0: trop peu de personnes", lignes["Relais\u00a0: aident les autres"]);
        Assert.DoesNotContain("Marché d’essai", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlFormElement Formulaire(IHtmlDocument page, string action) =>
        page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));

    private async Task<Guid> NoterAsync(HttpClient client, params (string, string)[] plus)
    {
        var page = await client.LirePageAsync(Noter);
        var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
        using var reponse = await client.EnvoyerPremierAsync(Noter, page, [.. Usuel.Where(u => !plus.Any(p => p.Item1 == u.Nom)), .. plus]);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        return id;
    }
}
