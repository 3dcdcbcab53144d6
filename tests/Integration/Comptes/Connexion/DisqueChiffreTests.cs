using System.Net;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>The embedded base takes real people once the operator declares its disk encrypted, with the word of the documentation and no other.</summary>
public sealed class DisqueChiffreTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("true", false)]
    [InlineData("oui", true)]
    public async Task Une_adresse_reelle_n_entre_que_si_le_disque_est_declare_chiffre(string? declare, bool admise)
    {
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Donnees:DisqueChiffre"] = declare } });
        using var client = await site.ClientDeAsync(Role.GestionnaireStructure);
        using var change = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/courriel", null, ("Courriel", "alex.exemple@ville-exemple.fr"));
        await AssertPage.StatutAsync(admise ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, change);
        if (!admise)
        {
            var page = await change.LirePageAsync();
            AssertPage.Erreurs(page, ErreursComptes.DisqueNonChiffre.Message);
            // Nothing typed is lost.
            Assert.Equal("alex.exemple@ville-exemple.fr", page.QuerySelector("#Courriel")!.GetAttribute("value"));
        }

        // Where real people may be recorded, nobody signs in as an invented administrator by an address that all know.
        using var visiteur = site.NouveauClient();
        Assert.Equal(admise ? HttpStatusCode.NotFound : HttpStatusCode.Redirect, (await visiteur.GetStatutAsync("/demo/connexion/administrateur")).Statut);
    }
}
