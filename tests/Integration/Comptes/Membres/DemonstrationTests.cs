using System.Net;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>The embedded base, whose disk isn't declared encrypted, takes invented people only.</summary>
public sealed class DemonstrationTests() : ApplicationDeTest(new ReglagesDeTest { Embarquee = true })
{
    [Fact]
    public async Task Une_vraie_adresse_n_entre_pas_dans_la_demonstration()
    {
        await AvecBaseAsync(
            async db =>
            {
                await Personas.AjouterAsync(db, Horloge, CancellationToken.None);
                return 0;
            },
            "systeme:demarrage");
        using var connexion = await Client.GetAsync("/demo/connexion/gestionnaire_structure");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, connexion);
        var formulaire = await Client.LirePageAsync(LiensMembres.Inviter);
        async Task<HttpResponseMessage> InviterAsync(string courriel)
        {
            using var contenu = new FormUrlEncodedContent([new("Courriel", courriel), new("Role", "aidant"), new("__RequestVerificationToken", SiteDesMembres.Jeton(formulaire))]);
            return await Client.PostAsync(LiensMembres.Inviter, contenu);
        }

        using var vraie = await InviterAsync("dominique@mairie-inventee.fr");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vraie);
        AssertPage.Erreurs(await vraie.LirePageAsync(), ErreursComptes.DisqueNonChiffre.Message);
        using var inventee = await InviterAsync("dominique@example.org");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, inventee);
    }
}
