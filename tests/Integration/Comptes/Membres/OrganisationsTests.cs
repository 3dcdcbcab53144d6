using System.Net;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>Organisations: found within one's reach, made, changed, with their dated functions and their places.</summary>
[Collection(MembresDuSite.Nom)]
public class OrganisationsTests(SiteDesMembres site)
{
    private const string Siret = "20005430200019";

    [Fact]
    public async Task Sans_le_droit_les_pages_sont_fermees()
    {
        using var mediateur = await site.PersonaAsync(Role.Mediateur);
        var id = Personas.IdDOrganisation(Personas.Mediatheque);
        foreach (var adresse in new[] { LiensMembres.NouvelleOrganisation, LiensMembres.Modifier(id), LiensMembres.Fonctions(id), LiensMembres.Lieux(id), LiensMembres.Reunir, LiensMembres.Reunions })
        {
            await SiteDesMembres.StatutAsync(HttpStatusCode.Forbidden, mediateur, adresse);
        }

        using var inconnu = site.NouveauClient();
        await SiteDesMembres.StatutAsync(HttpStatusCode.Redirect, inconnu, LiensComptes.Organisations);
    }

    [Fact]
    public async Task Une_organisation_inconnue_ou_hors_de_portee_n_est_pas_trouvee()
    {
        var ailleurs = await site.OrganisationAsync(insee: "15014", departement: "15");
        using var gestionnaire = await site.PersonaAsync(Role.GestionnaireStructure);
        using var departement = await site.PersonaAsync(Role.GestionnaireDepartement);
        foreach (var id in new[] { site.Id(), ailleurs.Id })
        {
            foreach (var client in new[] { gestionnaire, departement })
            {
                foreach (var adresse in new[] { LiensMembres.Organisation(id), LiensMembres.Modifier(id), LiensMembres.Fonctions(id), LiensMembres.Lieux(id) })
                {
                    await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, client, adresse);
                }
            }
        }
    }

    [Fact]
    public async Task Chacun_voit_les_organisations_de_sa_portee()
    {
        var mot = site.Mot();
        var ici = await site.OrganisationAsync($"Maison {mot} ici");
        await site.OrganisationAsync($"Maison {mot} ailleurs", "15014", "15");
        await site.OrganisationAsync($"Maison {mot} du réseau", "15014", "15", Personas.IdDOrganisation("reseau"));
        async Task<int> CompterAsync(Role role)
        {
            using var client = await site.PersonaAsync(role);
            return (await client.LirePageAsync($"{LiensComptes.Organisations}?q={mot}")).QuerySelectorAll("tbody tr").Length;
        }

        Assert.Equal(3, await CompterAsync(Role.AdministrateurNational));
        Assert.Equal(3, await CompterAsync(Role.Auditeur));
        Assert.Equal(1, await CompterAsync(Role.GestionnaireDepartement));
        Assert.Equal(1, await CompterAsync(Role.GestionnaireReseau));
        Assert.Equal(0, await CompterAsync(Role.Mediateur));
        using var departement = await site.PersonaAsync(Role.GestionnaireDepartement);
        using var csv = await departement.GetAsync($"{LiensComptes.Organisations}?handler=Csv&q={mot}");
        var texte = await csv.Content.ReadAsStringAsync();
        Assert.Contains(ici.Nom, texte, StringComparison.Ordinal);
        Assert.DoesNotContain("ailleurs", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_recherche_trouve_par_nom_sans_accents_par_numero_et_par_commune_et_chaque_filtre_compte()
    {
        var mot = site.Mot();
        var o = await site.OrganisationAsync($"Médiathèque {mot}");
        await site.AjouterAsync(new FonctionDOrganisation { Id = site.Id(), Organisation = o.Id, Fonction = Fonction.HabiliteeMandats, Debut = new DateOnly(2026, 1, 1) });
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        async Task<int> CompterAsync(string requete) => (await client.LirePageAsync($"{LiensComptes.Organisations}?{requete}")).QuerySelectorAll("tbody tr").Length;
        Assert.Equal(1, await CompterAsync($"q=mediatheque {mot}"));
        Assert.Equal(1, await CompterAsync($"q=MÉDIATHÈQUE {mot} saint étienne"));
        Assert.Equal(0, await CompterAsync($"q={mot} aurillac"));
        Assert.Equal(1, await CompterAsync($"q={o.Numero}"));
        foreach (var (filtre, attendu) in new[] { ("departement=42", 1), ("departement=01", 0), ("nature=Privee", 1), ("nature=Publique", 0), ("nature=0", 0), ("categorie=Association", 1), ("categorie=Etat", 0), ("fonction=HabiliteeMandats", 1), ("fonction=CentreDExamen", 0), ("etat=fermees", 0), ("etat=toutes", 1), ("etat=nimporte", 0) })
        {
            Assert.Equal((filtre, attendu), (filtre, await CompterAsync($"q={mot}&{filtre}")));
        }

        foreach (var q in new[] { "%", "_____", "\\", "zz' OR 1=1 --", "%00", new string('a', 10_000) })
        {
            await SiteDesMembres.StatutAsync(HttpStatusCode.OK, client, $"{LiensComptes.Organisations}?q={Uri.EscapeDataString(q)}&tri=-numero&page=99999");
        }
    }

    [Fact]
    public async Task Un_gestionnaire_de_departement_cree_une_organisation_dans_son_territoire_seulement()
    {
        using var client = await site.PersonaAsync(Role.GestionnaireDepartement);
        (string, string)[] Champs(string commune, string numero) => [("Nom", "Association de la rivière"), ("TypeIdentification", "Siret"), ("Numero", numero), ("Nature", "Privee"), ("Categorie", "Association"), ("Commune", commune)];
        using var dehors = await SiteDesMembres.PosterAsync(client, LiensMembres.NouvelleOrganisation, Champs("Aurillac (Cantal)", Siret));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, dehors);
        AssertPage.Erreurs(await dehors.LirePageAsync(), ErreursMembres.HorsDuTerritoire.Message);

        using var faux = await SiteDesMembres.PosterAsync(client, LiensMembres.NouvelleOrganisation, Champs("Firminy (Loire)", "20005430200018"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        var page = await faux.LirePageAsync();
        AssertPage.Erreurs(page, ErreursComptes.SiretCle.Message);
        Assert.Equal("Association de la rivière", page.QuerySelector("#Nom")!.GetAttribute("value"));

        using var bonne = await SiteDesMembres.PosterAsync(client, LiensMembres.NouvelleOrganisation, Champs("Firminy (Loire)", "200 054 302 00019"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, bonne);
        var creee = await site.LireAsync(db => db.Set<Organisation>().SingleAsync(o => o.Numero == Siret));
        Assert.Equal(("42", "42095", TypeIdentification.Siret), (creee.Departement, creee.CodeInsee, creee.TypeIdentification));
        using var encore = await SiteDesMembres.PosterAsync(client, LiensMembres.NouvelleOrganisation, Champs("Firminy (Loire)", Siret));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, encore);
        AssertPage.Erreurs(await encore.LirePageAsync(), ErreursComptes.OrganisationConnue.Message);
    }

    [Fact]
    public async Task Un_formulaire_vide_dit_tout_ce_qui_manque()
    {
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        using var reponse = await SiteDesMembres.PosterAsync(client, LiensMembres.NouvelleOrganisation, ("TypeIdentification", "Interne"), ("Nom", " ... "), ("Commune", "Saint-Denis"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Erreurs(
            await reponse.LirePageAsync(),
            ErreursMembres.NomDOrganisation.Message, ErreursComptes.MotifInterne.Message, ErreursMembres.NatureManque.Message, ErreursMembres.CategorieManque.Message, ErreursMembres.CommuneInconnue.Message);
    }

    [Fact]
    public async Task Une_organisation_se_modifie_et_ce_qui_a_change_se_lit()
    {
        var o = await site.OrganisationAsync();
        var (_, _, client) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var formulaire = await client.LirePageAsync(LiensMembres.Modifier(o.Id));
        using var reponse = await client.EnvoyerAsync(LiensMembres.Modifier(o.Id), Garder(formulaire), ("Nom", "Nouveau nom"), ("Reseau", "EXEMPLERESEAU"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        var page = await client.LirePageAsync(LiensMembres.Organisation(o.Id));
        AssertPage.H1(page, "Nouveau nom");
        AssertPage.Dit(page, "Réseau des médiathèques Exemple");
        AssertPage.Dit(page, "modification (nom, tête de réseau).");
        // Its own member can't take it to another territory.
        using var ailleurs = await client.EnvoyerAsync(LiensMembres.Modifier(o.Id), Garder(await client.LirePageAsync(LiensMembres.Modifier(o.Id))), ("Reseau", "EXEMPLEMEDIATHEQUE"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, ailleurs);
        AssertPage.Erreurs(await ailleurs.LirePageAsync(), ErreursMembres.ReseauImpossible.Message);
        client.Dispose();
    }

    [Fact]
    public async Task Une_fonction_est_datee_et_ne_se_chevauche_pas()
    {
        var o = await site.OrganisationAsync();
        var (_, _, client) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var adresse = LiensMembres.Fonctions(o.Id);
        (string, string)[] Champs(string fonction, string debut, string? fin = null)
        {
            var d = debut.Split('-');
            var f = fin?.Split('-') ?? ["", "", ""];
            return [("Fonction", fonction), ("Debut.jour", d[2]), ("Debut.mois", d[1]), ("Debut.annee", d[0]), ("Fin.jour", f[2]), ("Fin.mois", f[1]), ("Fin.annee", f[0])];
        }

        using var vide = await SiteDesMembres.PosterAsync(client, adresse, Champs("", "2026-01-01"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        using var inverse = await SiteDesMembres.PosterAsync(client, adresse, Champs("HabiliteeMandats", "2026-02-01", "2026-01-01"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, inverse);
        AssertPage.Erreurs(await inverse.LirePageAsync(), ErreursMembres.FonctionDates.Message);
        using var une = await SiteDesMembres.PosterAsync(client, adresse, Champs("HabiliteeMandats", "2026-01-01", "2026-06-30"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, une);
        using var dessus = await SiteDesMembres.PosterAsync(client, adresse, Champs("HabiliteeMandats", "2026-06-30"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, dessus);
        AssertPage.Erreurs(await dessus.LirePageAsync(), ErreursMembres.FonctionChevauche.Message);
        using var suite = await SiteDesMembres.PosterAsync(client, adresse, Champs("HabiliteeMandats", "2026-07-01"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, suite);
        AssertPage.Dit(await client.LirePageAsync(LiensMembres.Organisation(o.Id)), "30 juin 2026");

        var enCours = await site.LireAsync(db => db.Set<FonctionDOrganisation>().SingleAsync(f => f.Organisation == o.Id && f.Fin == null));
        using var finie = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Finir", ("fonction", enCours.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, finie);
        using var encore = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Finir", ("fonction", enCours.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        using var autre = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Finir", ("fonction", site.Id().ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, autre);
        client.Dispose();
    }

    [Fact]
    public async Task Un_lieu_de_la_carte_se_rattache_par_son_adresse_et_se_detache()
    {
        var lieu = await new LieuDeTest().Nomme("Tiers-lieu de l’essai").CreerAsync(site);
        var o = await site.OrganisationAsync();
        var (_, _, client) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var adresse = LiensMembres.Lieux(o.Id);
        using var inconnu = await SiteDesMembres.PosterAsync(client, adresse, ("Lieu", "https://faireavec.example.org/lieux/rien"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, inconnu);
        using var lie = await SiteDesMembres.PosterAsync(client, adresse, ("Lieu", $"https://faireavec.example.org/lieux/tiers-lieu-de-l-essai-{lieu}?x=1"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, lie);
        AssertPage.Dit(await client.LirePageAsync(LiensMembres.Organisation(o.Id)), "Tiers-lieu de l’essai");
        using var encore = await SiteDesMembres.PosterAsync(client, adresse, ("Lieu", lieu));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, encore);
        using var retire = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Retirer", ("lieu", lieu));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        using var absent = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Retirer", ("lieu", lieu));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, absent);
        client.Dispose();
    }

    [Fact]
    public async Task Une_organisation_fermee_se_lit_et_ne_change_plus()
    {
        var o = await site.OrganisationAsync();
        await site.AvecBaseAsync(db => db.Set<Organisation>().Where(x => x.Id == o.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.FermeeLe, site.Horloge.Instant)), "administrateur");
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, client, LiensMembres.Organisation(o.Id));
        foreach (var adresse in new[] { LiensMembres.Modifier(o.Id), LiensMembres.Fonctions(o.Id), LiensMembres.Lieux(o.Id) })
        {
            await SiteDesMembres.StatutAsync(HttpStatusCode.Conflict, client, adresse);
        }
    }

    // The bar of the account has a form too: the one of the page is kept.
    private static AngleSharp.Html.Dom.IHtmlDocument Garder(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        foreach (var autre in page.QuerySelectorAll("form[action='/deconnexion']"))
        {
            autre.Remove();
        }

        return page;
    }
}
