using System.Net;
using System.Security.Cryptography;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>The keys of Data Protection in the database, closed by the operator's key.</summary>
public sealed class ClesTests
{
    private static readonly string Autre = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task La_ligne_d_une_cle_ne_se_lit_pas_sans_la_cle_de_l_operateur()
    {
        await using var site = await ApplicationDeTest.DemarrerAsync();
        var protege = Protecteur(site).Protect("un secret");
        var ligne = Assert.Single(await site.Base.ListerAsync<string>("SELECT xml FROM noyau.cles_protection"));
        Assert.StartsWith("v1.", ligne, StringComparison.Ordinal);
        Assert.DoesNotContain("<", ligne, StringComparison.Ordinal);

        Assert.Contains("masterKey", Cle(ApplicationDeTest.CleDEssai).Ouvrir(ligne), StringComparison.Ordinal);
        Assert.Contains("n’est pas celle", Assert.Throws<ErreurDeDemarrage>(() => Cle(Autre).Ouvrir(ligne)).Message, StringComparison.Ordinal);
        Assert.Contains("n’est pas celle", Assert.Throws<ErreurDeDemarrage>(() => Cle(ApplicationDeTest.CleDEssai).Ouvrir(ligne[..^8] + "AAAAAAA=")).Message, StringComparison.Ordinal);
        Assert.Contains("protégées par une clé d’opérateur", Assert.Throws<ErreurDeDemarrage>(() => Cle(null, ("Cles:SansProtection", "oui")).Ouvrir(ligne)).Message, StringComparison.Ordinal);

        // Another node with the same key reads what this one protected.
        await using var second = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = site.Base });
        Assert.Equal("un secret", Protecteur(second).Unprotect(protege));
    }

    [Fact]
    public async Task Une_cle_gardee_en_clair_est_fermee_au_demarrage_et_sert_encore()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        string protege;
        await using (var clair = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Cles:Operateur"] = null, ["Cles:SansProtection"] = "oui" } }))
        {
            protege = Protecteur(clair).Protect("un secret");
            Assert.StartsWith("<key", await donnees.LireAsync<string>("SELECT xml FROM noyau.cles_protection"), StringComparison.Ordinal);
        }

        await using var ferme = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees });
        Assert.StartsWith("v1.", await donnees.LireAsync<string>("SELECT xml FROM noyau.cles_protection"), StringComparison.Ordinal);
        Assert.Equal("un secret", Protecteur(ferme).Unprotect(protege));
    }

    [Fact]
    public async Task Une_autre_cle_ou_aucune_arrete_le_serveur_avec_une_phrase()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await using (var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees }))
        {
            Protecteur(site).Protect("un secret");
        }

        await RefuserAsync(donnees, "La clé de l’opérateur n’est pas celle", ("Cles__Operateur", Autre));
        await RefuserAsync(donnees, "protégées par une clé d’opérateur");
        await RefuserAsync(donnees, "il faut 32 octets écrits en base64", ("Cles__Operateur", "trop court"));
        await RefuserAsync(donnees, "ne se lit pas", ("Cles__Fichier", "/nulle/part/cle"));
    }

    [Fact]
    public async Task Sans_cle_une_base_du_dehors_sert_et_le_dit_a_l_operateur()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Cles:Operateur"] = null } });
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetStatutAsync("/sante")).Statut);
        Assert.False(await site.Services.GetRequiredService<ClesEnBase>().VerifierAsync(CancellationToken.None));
    }

    [Fact]
    public void Une_cle_que_d_autres_comptes_peuvent_lire_est_refusee()
    {
        using var dossier = new DossierTemporaire();
        var fichier = Path.Combine(dossier.Chemin, "cle");
        File.WriteAllText(fichier, Autre + "\n");
        File.SetUnixFileMode(fichier, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Contains("D’autres comptes", Assert.Throws<ErreurDeDemarrage>(() => Cle(null, ("Cles:Fichier", fichier))).Message, StringComparison.Ordinal);
        File.SetUnixFileMode(fichier, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Equal("<a/>", Cle(Autre).Ouvrir(Cle(null, ("Cles:Fichier", fichier)).Fermer("<a/>")));
    }

    [Fact]
    public async Task La_base_embarquee_fait_sa_cle_et_la_garde_pour_elle()
    {
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true });
        Protecteur(site).Protect("un secret");
        var fichier = Path.Combine(site.Dossier, CleOperateur.NomDuFichier);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fichier));
        await using var commande = site.Services.GetRequiredService<Base>().Application.CreateCommand("SELECT xml FROM noyau.cles_protection");
        var ligne = (string)(await commande.ExecuteScalarAsync())!;
        Assert.Contains("masterKey", Cle(await File.ReadAllTextAsync(fichier)).Ouvrir(ligne), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetStatutAsync("/sante")).Statut);
    }

    private static async Task RefuserAsync(BaseDeTest donnees, string phrase, params (string Nom, string Valeur)[] reglages)
    {
        var environnement = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__FaireAvec"] = donnees.ConnexionProprietaire };
        foreach (var (nom, valeur) in reglages)
        {
            environnement[nom] = valeur;
        }

        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["servir", "--port", "0"], environnement);
        Assert.Equal(1, programme.Code);
        Assert.Contains(phrase, programme.Erreurs, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", programme.Sortie + programme.Erreurs, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Critical\"", programme.Sortie, StringComparison.Ordinal);
    }

    private static IDataProtector Protecteur(ApplicationDeTest site) => site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("essai");

    private static CleOperateur Cle(string? cle, params (string Nom, string Valeur)[] reglages) => CleOperateur.De(
        new ConfigurationBuilder().AddInMemoryCollection([new("Cles:Operateur", cle), .. reglages.Select(r => new KeyValuePair<string, string?>(r.Nom, r.Valeur))]).Build(),
        new OptionsDonnees("/nulle/part", "Host=/nulle/part", null));
}
