using System.Net;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

/// <summary>Requests are answered by who may, in their organisation, and the person reads the answer.</summary>
[Collection(Donnees.Nom)]
public sealed class DemandesTests(SiteDesDonnees site)
{
    [Theory]
    [InlineData(Role.Mediateur)]
    [InlineData(Role.Support)]
    [InlineData(Role.Financeur)]
    [InlineData(Role.GestionnaireDepartement)]
    public async Task Sans_le_droit_la_file_est_fermee(Role role)
    {
        var qui = await site.PersonneAsync(role);
        using var liste = await qui.Client.GetAsync("/comptes/demandes");
        await AssertPage.ErreurAsync(HttpStatusCode.Forbidden, "Page réservée", liste);
        using var une = await qui.Client.GetAsync($"/comptes/demandes/{(await DemanderAsync(await site.PersonneAsync(Role.Mediateur))).Id}");
        Assert.Equal(HttpStatusCode.Forbidden, une.StatusCode);
    }

    [Fact]
    public async Task Un_gestionnaire_ne_voit_que_son_organisation()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var (sien, autre) = (await site.PersonneAsync(Role.GestionnaireStructure, qui.Organisation), await site.PersonneAsync(Role.GestionnaireStructure));
        var demande = await DemanderAsync(qui);
        AssertPage.Dit(await sien.Client.LirePageAsync("/comptes/demandes"), qui.Nom);
        Assert.DoesNotContain(qui.Nom, (await autre.Client.LirePageAsync("/comptes/demandes")).Body!.TextContent, StringComparison.Ordinal);
        using var lire = await autre.Client.GetAsync($"/comptes/demandes/{demande.Id}");
        Assert.Equal(HttpStatusCode.NotFound, lire.StatusCode);
        using var ecrire = await site.PosterAsync(autre, $"/comptes/demandes/{demande.Id}", ("vers", "Refusee"), ("Reponse", "Non"));
        Assert.Equal(HttpStatusCode.NotFound, ecrire.StatusCode);
        using var inconnue = await sien.Client.GetAsync($"/comptes/demandes/{Identifiants.Nouveau(site.Horloge)}");
        Assert.Equal(HttpStatusCode.NotFound, inconnue.StatusCode);
    }

    [Fact]
    public async Task Une_demande_de_qui_travaille_pour_deux_organisations_va_a_l_equipe_nationale()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        await site.AvecBaseAsync(
            async db =>
            {
                db.Add(new FaireAvec.Comptes.Domain.Appartenance { Id = Identifiants.Nouveau(site.Horloge), Compte = qui.Id, Organisation = await site.OrganisationAsync(), Role = Role.Aidant, Debut = site.Horloge.Instant.AddDays(-1) });
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        var demande = await DemanderAsync(qui);
        Assert.Null(demande.Organisation);
        var gestionnaire = await site.PersonneAsync(Role.GestionnaireStructure, qui.Organisation);
        using var lire = await gestionnaire.Client.GetAsync($"/comptes/demandes/{demande.Id}");
        Assert.Equal(HttpStatusCode.NotFound, lire.StatusCode);
        await (await site.PersonneAsync(Role.AdministrateurNational)).Client.LirePageAsync($"/comptes/demandes/{demande.Id}");
    }

    [Fact]
    public async Task La_reponse_se_lit_chez_la_personne_et_la_lecture_y_est_notee()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var gestionnaire = await site.PersonneAsync(Role.GestionnaireStructure, qui.Organisation);
        var adresse = $"/comptes/demandes/{(await DemanderAsync(qui)).Id}";
        AssertPage.Dit(await gestionnaire.Client.LirePageAsync(adresse), "Mon prénom est mal écrit");

        using var vide = await site.PosterAsync(gestionnaire, adresse, ("vers", "Repondue"), ("Reponse", " "));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        using var fausse = await site.PosterAsync(gestionnaire, adresse, ("vers", "Retiree"), ("Reponse", "Non"));
        Assert.Equal(HttpStatusCode.BadRequest, fausse.StatusCode);
        using var prise = await site.PosterAsync(gestionnaire, adresse, ("vers", "EnCours"));
        Assert.Equal(HttpStatusCode.Redirect, prise.StatusCode);
        using var prolongee = await site.PosterAsync(gestionnaire, adresse, ("vers", "Prolongee"), ("Reponse", "Il faut les papiers."));
        Assert.Equal(HttpStatusCode.Redirect, prolongee.StatusCode);
        AssertPage.Dit(await qui.Client.LirePageAsync("/mes-donnees"), "Il faut les papiers.");
        using var repondue = await site.PosterAsync(gestionnaire, adresse, ("vers", "Repondue"), ("Reponse", "C’est corrigé."));
        Assert.Equal(HttpStatusCode.Redirect, repondue.StatusCode);

        var page = await qui.Client.LirePageAsync("/mes-donnees");
        AssertPage.Dit(page, "C’est corrigé.");
        AssertPage.Dit(page, "Votre demande sur vos données");
        AssertPage.Dit(page, gestionnaire.Nom);
        using var tard = await site.PosterAsync(gestionnaire, adresse, ("vers", "Refusee"), ("Reponse", "Non"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, tard);
        AssertPage.Dit(await gestionnaire.Client.LirePageAsync("/comptes/demandes?etat=finies"), qui.Nom);
    }

    [Fact]
    public async Task On_ne_traite_pas_sa_propre_demande()
    {
        var qui = await site.PersonneAsync(Role.GestionnaireStructure);
        var adresse = $"/comptes/demandes/{(await DemanderAsync(qui)).Id}";
        AssertPage.Dit(await qui.Client.LirePageAsync(adresse), "On ne traite pas sa propre demande");
        using var reponse = await site.PosterAsync(qui, adresse, ("vers", "Repondue"), ("Reponse", "Oui"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, reponse);
    }

    [Fact]
    public async Task Deux_reponses_ensemble_n_en_font_qu_une()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var (un, deux) = (await site.PersonneAsync(Role.GestionnaireStructure, qui.Organisation), await site.PersonneAsync(Role.AdministrateurNational));
        var adresse = $"/comptes/demandes/{(await DemanderAsync(qui)).Id}";
        var reponses = await Task.WhenAll(site.PosterAsync(un, adresse, ("vers", "Repondue"), ("Reponse", "Oui")), site.PosterAsync(deux, adresse, ("vers", "Refusee"), ("Reponse", "Non")));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], reponses.Select(r => r.StatusCode).Order());
        foreach (var reponse in reponses)
        {
            reponse.Dispose();
        }
    }

    [Fact]
    public async Task En_retard_se_voit()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var demande = await DemanderAsync(qui);
        await site.Base.ExecuterAsync("UPDATE comptes.demandes_de_droits SET echeance = $1 WHERE id = $2", DateOnly.FromDateTime(site.Horloge.Instant.UtcDateTime).AddDays(-1), demande.Id);
        AssertPage.Dit(await (await site.PersonneAsync(Role.GestionnaireStructure, qui.Organisation)).Client.LirePageAsync($"/comptes/demandes/{demande.Id}"), "En retard");
    }

    private async Task<DemandeDeDroits> DemanderAsync(Personne qui)
    {
        using var reponse = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/demander", ("Type", "Rectification"), ("Texte", "Mon prénom est mal écrit"));
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        return Assert.Single(await site.LireAsync<DemandeDeDroits>(d => d.Where(x => x.Personne == qui.Id)));
    }
}
