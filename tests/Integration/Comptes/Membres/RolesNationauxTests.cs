using System.Net;
using FaireAvec.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>Whoever may give a national role proves again who they are before they invite or give; the others don't.</summary>
[Collection(MembresDuSite.Nom)]
public class RolesNationauxTests(SiteDesMembres site)
{
    [Fact]
    public async Task Apres_un_quart_d_heure_l_equipe_nationale_prouve_a_nouveau_et_un_gestionnaire_non()
    {
        var o = await site.OrganisationAsync();
        var collegue = await site.CompteAsync();
        await site.RoleAsync(collegue.Id, o.Id, Role.Mediateur);
        using var national = (await site.MembreAsync((await site.OrganisationAsync()).Id, Role.AdministrateurNational)).Client;
        using var gestionnaire = (await site.MembreAsync(o.Id, Role.GestionnaireStructure)).Client;
        var donner = LiensMembres.DonnerA(o.Id, collegue.Id);
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, national, donner);
        site.Horloge.Avancer(TimeSpan.FromMinutes(15));
        foreach (var adresse in new[] { donner, LiensMembres.InviterDans(o.Id), $"{LiensMembres.InviterParFichier}?organisation={o.Id}", $"{LiensMembres.Invitations}?organisation={o.Id}" })
        {
            using var lue = await national.GetAsync(adresse);
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, lue);
            Assert.Equal($"{LiensComptes.Preuve}?retour={Uri.EscapeDataString(adresse)}", lue.Headers.Location!.ToString());
            await SiteDesMembres.StatutAsync(HttpStatusCode.OK, gestionnaire, adresse);
        }

        using var envoyee = await SiteDesMembres.PosterAsync(national, LiensComptes.Espace, donner, ("Role", "administrateur"));
        await AssertPage.StatutAsync(HttpStatusCode.TemporaryRedirect, envoyee);
        Assert.Equal($"{LiensComptes.Preuve}?handler=Saisie&retour={Uri.EscapeDataString(donner)}", envoyee.Headers.Location!.ToString());
    }
}
