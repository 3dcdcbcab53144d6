using System.Net;
using System.Text.Json;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>« faireavec comptes administrateur » and « comptes cartes importer », as the operator types them, on an embedded database beside the running server.</summary>
public sealed class AdministrateurTests
{
    [Fact]
    public async Task Le_premier_administrateur_recoit_un_lien_et_il_n_y_en_a_pas_deux()
    {
        using var dossier = new DossierTemporaire();
        await using var serveur = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        var site = await serveur.AdresseAsync();
        await using (var faute = await ProgrammeFaireAvec.ExecuterAsync(["comptes", "administrateur", "--courriel", "pas une adresse", "--data", dossier.Chemin]))
        {
            Assert.Equal(1, faute.Code);
            Assert.Contains("CPT-010", faute.Erreurs, StringComparison.Ordinal);
        }

        string lien;
        await using (var cree = await ProgrammeFaireAvec.ExecuterAsync(["comptes", "administrateur", "--courriel", "alex.exemple@ville-exemple.fr", "--site", site.GetLeftPart(UriPartial.Authority), "--data", dossier.Chemin]))
        {
            Assert.True(cree.Code == 0, cree.Erreurs);
            Assert.Contains("Attention", cree.Erreurs, StringComparison.Ordinal);
            var ligne = JsonDocument.Parse(Assert.Single(cree.Sortie.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
            Assert.Equal("alex.exemple@ville-exemple.fr", ligne.GetProperty("courriel").GetString());
            Assert.NotEqual(Guid.Empty, ligne.GetProperty("compte").GetGuid());
            lien = ligne.GetProperty("lien").GetString()!;
        }

        await using (var second = await ProgrammeFaireAvec.ExecuterAsync(["comptes", "administrateur", "--courriel", "autre@example.org", "--data", dossier.Chemin]))
        {
            Assert.Equal(1, second.Code);
            Assert.Contains("CPT-016", second.Erreurs, StringComparison.Ordinal);
            Assert.Empty(second.Sortie.Trim());
        }

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };
        var chemin = new Uri(lien).AbsolutePath;
        using (var entre = await SiteDeConnexion.UtiliserAsync(client, chemin))
        {
            Assert.Equal("/connexion/facteur", SiteDeConnexion.Vers(entre));
        }

        AssertPage.H1(await client.LirePageAsync("/connexion/premier-facteur"), "Choisissez comment prouver que c’est vous");
        using (var rejoue = await client.GetAsync(chemin))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Gone, rejoue);
        }

        var cartes = dossier.Sous("cartes.csv");
        await File.WriteAllTextAsync(cartes, "serie,graine\nA100,3132333435363738393031323334353637383930\n");
        await using var importe = await ProgrammeFaireAvec.ExecuterAsync(["comptes", "cartes", "importer", cartes, "--data", dossier.Chemin]);
        Assert.True(importe.Code == 0, importe.Erreurs);
        Assert.Equal("""{"importees":1,"refusees":0}""", importe.Sortie.Trim());
    }

    [Fact]
    public async Task Un_compte_dont_le_role_exclut_celui_ci_n_est_pas_administrateur()
    {
        await using var site = new DonneesPersonnelles.SiteDesDonnees();
        await site.InitializeAsync();
        var auditeur = await site.PersonneAsync(Role.Auditeur);
        var issue = await site.DansAsync(s => ActivatorUtilities.CreateInstance<PremierAdministrateur>(s).CreerAsync(auditeur.Courriel, null, null, "http://127.0.0.1", CancellationToken.None), "systeme:connexion");
        Assert.Equal("CPT-014", issue.Erreur?.Code);
    }
}
