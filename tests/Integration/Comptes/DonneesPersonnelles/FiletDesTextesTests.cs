using System.Net;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

/// <summary>Whatever the field of whatever form, a password or a social-security number doesn't come in.</summary>
[Collection(Donnees.Nom)]
public sealed class FiletDesTextesTests(SiteDesDonnees site)
{
    [Theory]
    [InlineData(Role.Mediateur, "/mon-compte/identite", "Nom", "185057800608491")]
    [InlineData(Role.Mediateur, "/mon-compte/identite", "Prenom", "1 85 05 78 006 084 91")]
    [InlineData(Role.Mediateur, "/mon-compte/identite", "Nom", "mdp : soleil42")]
    [InlineData(Role.GestionnaireStructure, "/comptes/equipes", "Nom", "1\u00a085\u00a005\u00a078\u00a0006\u00a0084\u00a091")]
    [InlineData(Role.GestionnaireStructure, "/administration/clients/nouveau", "Nom", "mot de passe : Soleil42")]
    public async Task Un_secret_n_entre_par_aucun_champ(Role role, string page, string champ, string secret)
    {
        var qui = await site.PersonneAsync(role);
        using var refus = await qui.Client.EnvoyerPremierAsync(page, await qui.Client.LirePageAsync(page), (champ, secret));
        await AssertPage.ErreurAsync(HttpStatusCode.BadRequest, "Un secret ne se garde pas ici", refus);
        using var encore = await qui.Client.EnvoyerPremierAsync(page, await qui.Client.LirePageAsync(page), (champ, secret));
        var dit = await encore.LirePageAsync();
        AssertPage.Dit(dit, "Revenez en arrière");
        Assert.DoesNotContain(secret, dit.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
