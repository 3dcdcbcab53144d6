using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes.Clients;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Orientations;

/// <summary>« /api/v1/orientations »: sent once in the name of a professional, read by the client that sent it and nobody else.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class OrientationsApiTests(SiteDesActivites site)
{
    [Fact]
    public async Task Envoyee_deux_fois_c_est_une_orientation_dont_le_client_lit_l_etat()
    {
        var (lieu, jeton) = (await LieuAsync(45.611), await JetonAsync());
        var demande = Demande(lieu);
        var reponses = new List<HttpResponseMessage> { await EnvoyerAsync(demande, jeton), await EnvoyerAsync(demande, jeton) };
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK], reponses.Select(r => r.StatusCode));
        var id = (Guid)demande["id"]!;
        var gardee = await site.Site.AvecBaseAsync(db => db.Set<Orientation>().AsNoTracking().SingleAsync(o => o.Id == id), "systeme:taches");
        Assert.Equal((SiteDesActivites.Camille, SiteDesActivites.Mediatheque, EtatDOrientation.Envoyee, true), (gardee.Auteur, gardee.Organisation, gardee.Etat, gardee.Client is not null));

        using var lue = await LireAsync(id, jeton);
        var json = JsonDocument.Parse(await lue.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("envoyee", lieu, BesoinsDOrientation.Apprendre), (json.GetProperty("etat").GetString(), json.GetProperty("lieu").GetString(), json.GetProperty("besoin").GetString()));

        // Another client of the same organisation doesn't read it; without the scope, nothing opens.
        using var ailleurs = await LireAsync(id, await JetonAsync());
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, ailleurs);
        using var sansEtendue = await LireAsync(id, await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Organisation, etendues: ["activites:ecrire"])));
        await AssertPage.StatutAsync(HttpStatusCode.Forbidden, sansEtendue);
        using var anonyme = await site.Site.Client.GetAsync($"/api/v1/orientations/{id}");
        await AssertPage.StatutAsync(HttpStatusCode.Unauthorized, anonyme);

        // Something else under the same id isn't taken for it.
        demande["lieu"] = await LieuAsync(45.612);
        using var autre = await EnvoyerAsync(demande, jeton);
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, autre);
    }

    [Theory]
    [InlineData("besoin", "coiffure", "ACC-")]
    [InlineData("lieu", "inconnu", "ACC-")]
    [InlineData("professionnel", "01a21000-0000-7000-8000-0000000000ff", "ACC-454")]
    [InlineData("id", "00000000-0000-0000-0000-000000000000", "ACC-455")]
    [InlineData("langue", "klingon", "ACC-")]
    [InlineData("precision", "appelez le 06 39 98 01 02", "ACC-")]
    public async Task Ce_qui_ne_va_pas_est_dit_et_rien_n_est_garde(string champ, string valeur, string code)
    {
        var demande = Demande(await LieuAsync(45.613));
        demande[champ] = valeur;
        using var reponse = await EnvoyerAsync(demande, await JetonAsync());
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Contains(code, await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(champ == "id" || !await site.Site.AvecBaseAsync(db => db.Set<Orientation>().AnyAsync(o => o.Id == (Guid)demande["id"]!), "systeme:taches"));
    }

    [Fact]
    public async Task Sans_le_oui_de_la_personne_rien_ne_part()
    {
        var demande = Demande(await LieuAsync(45.614));
        foreach (var accord in new object[] { new { forme = "tacite" }, new { forme = "oral" } })
        {
            demande["accord"] = accord;
            using var reponse = await EnvoyerAsync(demande, await JetonAsync());
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        }
    }

    private async Task<string> LieuAsync(double latitude) =>
        await new LieuDeTest().Identifie($"essai-api-{Guid.CreateVersion7():N}").A("Bron", "69500", "69029").Place(latitude, 4.9).AvecServices(GestesDesOrientations.Outils).CreerAsync(site.Site);

    private async Task<string> JetonAsync() => await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Organisation, limite: 10_000, etendues: ["orientations:ecrire"]));

    private static Dictionary<string, object?> Demande(string lieu) => new(StringComparer.Ordinal)
    {
        ["id"] = Guid.CreateVersion7(),
        ["professionnel"] = SiteDesActivites.Camille,
        ["besoin"] = BesoinsDOrientation.Apprendre,
        ["lieu"] = lieu,
        ["accord"] = new { forme = "oral", temoin = "CE" },
        ["retour_consenti"] = true,
    };

    private async Task<HttpResponseMessage> EnvoyerAsync(object demande, string jeton)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, "/api/v1/orientations") { Content = JsonContent.Create(demande) };
        requete.Headers.Authorization = new AuthenticationHeaderValue("Bearer", jeton);
        return await site.Site.Client.SendAsync(requete);
    }

    private async Task<HttpResponseMessage> LireAsync(Guid id, string jeton)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/orientations/{id}");
        requete.Headers.Authorization = new AuthenticationHeaderValue("Bearer", jeton);
        return await site.Site.Client.SendAsync(requete);
    }
}
