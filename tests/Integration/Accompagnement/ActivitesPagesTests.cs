using System.Net;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>The pages where a médiateur writes, corrects and finds their acts.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class ActivitesPagesTests(SiteDesActivites site)
{
    private const string Nouvelle = "/activites/nouvelle";

    private (string Nom, string Valeur)[] Usuel => [("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", "45"), ("F.TypeDeLieu", "a_distance")];

    [Fact]
    public async Task Un_acte_usuel_se_note_sur_une_page_et_se_retrouve_dans_la_liste()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Nouvelle);
        AssertPage.H1(page, "Noter un accompagnement");
        using var reponse = await camille.EnvoyerPremierAsync(Nouvelle, page, [.. Usuel, ("F.Demarche", "Déclaration de ressources d’essai")]);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        var liste = await camille.LirePageAsync(reponse.Headers.Location!.ToString());
        AssertPage.Dit(liste, "C’est noté");
        AssertPage.Dit(liste, "Déclaration de ressources d’essai");
        var acte = await camille.LirePageAsync(liste.QuerySelector("main .fa-notification a")!.GetAttribute("href")!);
        AssertPage.H1(acte, "Déclaration de ressources d’essai");
        AssertPage.Dit(acte, "noté par Camille Exemple");
    }

    [Fact]
    public async Task Le_meme_formulaire_envoye_deux_fois_est_un_seul_acte()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Nouvelle);
        var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => camille.EnvoyerPremierAsync(Nouvelle, page, Usuel)));
        Assert.Equal(1, await site.Site.AvecBaseAsync(db => db.Set<Activite>().CountAsync(a => a.Id == id), "systeme:taches"));
        Assert.Equal(1, await site.Site.AvecBaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM noyau.journal WHERE entite_id = {id.ToString()} AND action = 'creation'").SingleAsync(), "systeme:taches"));
    }

    [Fact]
    public async Task Ce_qui_manque_est_dit_et_rien_n_est_perdu()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Nouvelle);
        using var reponse = await camille.EnvoyerPremierAsync(Nouvelle, page, ("F.TypeDeLieu", "domicile"), ("F.Duree", "autre"), ("F.Minutes", "vingt"), ("F.Suite", "Revenir mardi"), ("F.Posture", "reglee"), ("F.ALaPlace", "50"), ("F.Avec", "60"), ("F.Faire", "0"));
        var refusee = await reponse.LirePageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        AssertPage.Dit(refusee, "Écrivez un nombre, avec des chiffres seulement.");
        Assert.Equal("vingt", refusee.QuerySelector("[name='F.Minutes']")!.GetAttribute("value"));
        Assert.Equal("Revenir mardi", refusee.QuerySelector("[name='F.Suite']")!.GetAttribute("value"));

        using var encore = await camille.EnvoyerPremierAsync(Nouvelle, page, ("F.TypeDeLieu", "domicile"), ("F.CodeCommune", ""), ("F.Commune", "Nulle-Part"), ("F.Duree", "45"), ("F.Posture", "reglee"), ("F.ALaPlace", "50"), ("F.Avec", "60"), ("F.Faire", "0"));
        var fautes = await encore.LirePageAsync();
        AssertPage.Dit(fautes, "Choisissez une thématique, trois au plus.");
        AssertPage.Dit(fautes, "Les trois parts font 100 en tout");
        AssertPage.Dit(fautes, "Choisissez la commune dans la liste.");
        Assert.Equal("60", fautes.QuerySelector("[name='F.Avec']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Son NIR est 2 69 05 49 588 157 80")]
    [InlineData("mdp: Soleil2024!")]
    public async Task Un_secret_dans_les_notes_est_refuse(string note)
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Nouvelle);
        using var reponse = await camille.EnvoyerPremierAsync(Nouvelle, page, [.. Usuel, ("F.Notes", note)]);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
    }

    [Fact]
    public async Task Un_brouillon_se_garde_tel_quel_et_se_reprend()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Nouvelle);
        var formulaire = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First(f => f.Method == "post");
        formulaire.SetAttribute("action", $"{Nouvelle}?handler=Brouillon");
        using var garde = await camille.EnvoyerLeAsync(Nouvelle, formulaire, ("F.Demarche", "À finir d’essai"), ("F.Posture", "avec"));
        Assert.Equal(HttpStatusCode.Redirect, garde.StatusCode);
        var jour = await camille.LirePageAsync("/aujourd-hui");
        var lien = jour.QuerySelectorAll("main a").First(a => a.TextContent.Contains("À finir d’essai", StringComparison.Ordinal));
        var reprise = await camille.LirePageAsync(lien.GetAttribute("href")!);
        Assert.Equal("À finir d’essai", reprise.QuerySelector("[name='F.Demarche']")!.GetAttribute("value"));

        // Nobody else's, and gone once the act is recorded.
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        Assert.Equal(HttpStatusCode.NotFound, (await sacha.GetStatutAsync(lien.GetAttribute("href")!)).Statut);
        using var note = await camille.EnvoyerPremierAsync(Nouvelle, reprise, Usuel);
        Assert.Equal(HttpStatusCode.Redirect, note.StatusCode);
        Assert.DoesNotContain("À finir d’essai", (await camille.LirePageAsync("/aujourd-hui")).QuerySelectorAll("main a").Where(a => a.GetAttribute("href")!.Contains("brouillon", StringComparison.Ordinal)).Select(a => a.TextContent));
    }

    [Fact]
    public async Task Un_acte_se_corrige_se_supprime_et_se_retablit()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille);
        var modifier = await camille.LirePageAsync($"/activites/{id}/modifier");
        using var corrige = await camille.EnvoyerPremierAsync($"/activites/{id}/modifier", modifier, ("F.Duree", "90"));
        Assert.Equal(HttpStatusCode.Redirect, corrige.StatusCode);
        AssertPage.Dit(await camille.LirePageAsync($"/activites/{id}"), "corrigé par Camille Exemple");

        // Two windows: the second one is told, and loses nothing.
        using var encore = await camille.EnvoyerPremierAsync($"/activites/{id}/modifier", modifier, ("F.Duree", "30"));
        Assert.Equal(HttpStatusCode.Conflict, encore.StatusCode);

        var supprimer = await camille.LirePageAsync($"/activites/{id}/supprimer");
        using var supprime = await camille.EnvoyerPremierAsync($"/activites/{id}/supprimer", supprimer);
        var liste = await camille.LirePageAsync(supprime.Headers.Location!.ToString());
        AssertPage.Dit(liste, "Compte rendu supprimé");
        using var retabli = await camille.EnvoyerPremierAsync("", liste);
        Assert.Equal(HttpStatusCode.Redirect, retabli.StatusCode);
        Assert.Null(await site.Site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Id == id).Select(a => a.SupprimeeLe).SingleAsync(), "systeme:taches"));
    }

    [Fact]
    public async Task Apres_trente_jours_une_correction_demande_pourquoi()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille);
        await site.Site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Id == id).ExecuteUpdateAsync(m => m.SetProperty(a => a.Jour, site.Aujourdhui.AddDays(-31))), "systeme:taches");
        var modifier = await camille.LirePageAsync($"/activites/{id}/modifier");
        using var sans = await camille.EnvoyerPremierAsync($"/activites/{id}/modifier", modifier, ("F.Quand", "autre"), ("F.Duree", "90"));
        Assert.Equal(HttpStatusCode.BadRequest, sans.StatusCode);
        AssertPage.Dit(await sans.LirePageAsync(), "dites pourquoi vous le corrigez");

        var supprimer = await camille.LirePageAsync($"/activites/{id}/supprimer");
        using var sansMotif = await camille.EnvoyerPremierAsync($"/activites/{id}/supprimer", supprimer);
        Assert.Equal(HttpStatusCode.BadRequest, sansMotif.StatusCode);
        AssertPage.Dit(await sansMotif.LirePageAsync(), "dites pourquoi vous le supprimez");
    }

    [Fact]
    public async Task L_acte_d_un_autre_n_existe_pas()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille);
        using var sacha = await site.Site.CommeAsync(Role.ConseillerNumerique);
        foreach (var adresse in (string[])[$"/activites/{id}", $"/activites/{id}/modifier", $"/activites/{id}/supprimer", $"{Nouvelle}?copie={id}", $"/activites/modeles?depuis={id}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await sacha.GetStatutAsync(adresse)).Statut);
        }
    }

    [Fact]
    public async Task Un_modele_se_fait_d_un_acte_et_propose_l_atelier_de_son_jour()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        var id = await NoterAsync(camille);
        var page = await camille.LirePageAsync($"/activites/modeles?depuis={id}");
        using var cree = await camille.EnvoyerPremierAsync("/activites/modeles", page, ("Nom", "Permanence d’essai"), ("Revient", "true"), ("Semaines", "1"));
        Assert.Equal(HttpStatusCode.Redirect, cree.StatusCode);
        AssertPage.Dit(await camille.LirePageAsync("/aujourd-hui"), "Noter « Permanence d’essai »");
        using var deux = await camille.EnvoyerPremierAsync("/activites/modeles", page, ("Nom", "Permanence d’essai"));
        Assert.Equal(HttpStatusCode.BadRequest, deux.StatusCode);
    }

    [Fact]
    public async Task La_liste_se_filtre_et_se_telecharge()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, ("F.Demarche", "=cmd|'/c calc'!A1"));
        Assert.Equal(HttpStatusCode.OK, (await camille.GetStatutAsync("/activites?q=%25&type=individuel&thematique=email&Du.Jour=1&Du.Mois=1&Du.Annee=2020&Au.Jour=1&Au.Mois=1&Au.Annee=2019")).Statut);
        AssertPage.Dit(await camille.LirePageAsync("/activites?q=zzzz"), "Aucune activité ne répond à votre recherche");
        var (statut, csv) = await camille.GetStatutAsync("/activites?handler=Csv");
        Assert.Equal(HttpStatusCode.OK, statut);
        Assert.Contains("'=cmd", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(";=cmd", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_coordination_voit_l_equipe_sans_les_personnes_ni_les_noms()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        await NoterAsync(camille, ("F.Suite", "Revoir Madame Exemple"));
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        var page = await dominique.LirePageAsync("/equipe?periode=annee");
        AssertPage.Dit(page, "Par lieu");
        // One médiateur alone in the team.
        AssertPage.Dit(page, "Les parts du temps ne se montrent qu’à partir de deux médiateurs");
        Assert.Empty(page.QuerySelectorAll("main .fa-posture"));
        Assert.DoesNotContain("Camille", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await camille.GetStatutAsync("/equipe")).Statut);
    }

    [Fact]
    public async Task Un_partenariat_se_note_sans_lieu_et_se_relit()
    {
        using var dominique = await site.Site.CommeAsync(Role.Coordinateur);
        const string Adresse = "/activites/nouvelle?type=partenariat";
        var page = await dominique.LirePageAsync(Adresse);
        using var reponse = await dominique.EnvoyerPremierAsync(Adresse, page, ("F.Nom", "Permanences d’essai"), ("F.Natures", "parcours_usager"), ("F.Echelon", "communal"), ("F.Partenaires", "Commune d’Exemple"));
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        AssertPage.H1(await dominique.LirePageAsync($"/activites/{reponse.Headers.Location!.ToString().Split('=')[^1]}"), "Permanences d’essai");
    }

    [Fact]
    public async Task Depuis_une_personne_avec_qui_vient_d_abord_et_y_reste()
    {
        using var camille = await site.Site.CommeAsync(Role.Mediateur);
        Assert.Equal("Avec qui ?", Premiere(await camille.LirePageAsync($"{Nouvelle}?personne={Guid.CreateVersion7()}")));
        Assert.NotEqual("Avec qui ?", Premiere(await camille.LirePageAsync(Nouvelle)));
        var page = await camille.LirePageAsync($"{Nouvelle}?personne={Guid.CreateVersion7()}");
        using var refusee = await camille.EnvoyerPremierAsync(Nouvelle, page);
        Assert.Equal(HttpStatusCode.BadRequest, refusee.StatusCode);
        Assert.Equal("Avec qui ?", Premiere(await refusee.LirePageAsync()));

        static string Premiere(AngleSharp.Html.Dom.IHtmlDocument page) => AssertPage.Texte(page.QuerySelector("main form[method=post] h2")!);
    }

    [Fact]
    public async Task Un_financeur_n_y_entre_pas()
    {
        using var swann = await site.Site.CommeAsync(Role.Financeur);
        Assert.Equal(HttpStatusCode.Forbidden, (await swann.GetStatutAsync("/activites")).Statut);
    }

    private async Task<Guid> NoterAsync(HttpClient client, params (string, string)[] plus)
    {
        var page = await client.LirePageAsync(Nouvelle);
        var id = Guid.Parse(page.QuerySelector("[name='F.Id']")!.GetAttribute("value")!);
        using var reponse = await client.EnvoyerPremierAsync(Nouvelle, page, [.. Usuel, .. plus]);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        return id;
    }
}
