using System.Net.Mail;
using System.Security.Cryptography;
using FaireAvec.Host;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>Dated parameters, shared keys, mail.</summary>
public sealed class ServicesDuNoyauTests
{
    [Fact]
    public async Task Un_parametre_vaut_ce_qu_il_valait_ce_jour_la()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        await noyau.Base.ExecuterAsync("INSERT INTO noyau.parametres (cle, debut, valeur, source) VALUES ('essai.montant', '2021-01-01', 1000, 'décret A'), ('essai.montant', '2024-07-01', 1200, 'décret B'), ('essai.autre', '2000-01-01', 7, 'x')");
        Task<long?> Le(string cle, int annee, int mois, int jour) => noyau.AvecBaseAsync(db => db.ParametreAsync(cle, new DateOnly(annee, mois, jour), CancellationToken.None));
        Assert.Null(await Le("essai.montant", 2020, 12, 31));
        Assert.Equal(1000, await Le("essai.montant", 2021, 1, 1));
        Assert.Equal(1000, await Le("essai.montant", 2024, 6, 30));
        Assert.Equal(1200, await Le("essai.montant", 2024, 7, 1));
        Assert.Equal(1200, await Le("essai.montant", 2099, 1, 1));
        Assert.Null(await Le("essai.inconnu", 2024, 1, 1));
    }

    [Fact]
    public async Task Le_modele_prepare_au_demarrage_est_celui_qui_sert_ensuite()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var prepare = NoyauExtensions.PreparerLeModele(ModulesDuProduit.Tous());
        Assert.Same(prepare, await noyau.AvecBaseAsync(db => Task.FromResult(db.Model)));
    }

    [Fact]
    public async Task Deux_noeuds_lisent_ce_que_l_autre_a_protege()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await using var premier = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees });
        var protege = Protecteur(premier).Protect("à garder");
        await using var second = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees });
        Assert.Equal("à garder", Protecteur(second).Unprotect(protege));
        Assert.Equal("en retour", Protecteur(premier).Unprotect(Protecteur(second).Protect("en retour")));
        Assert.Equal(1, await donnees.LireAsync<long>("SELECT count(*) FROM noyau.cles_protection"));

        await using var etranger = await ApplicationDeTest.DemarrerAsync();
        Assert.Throws<CryptographicException>(() => Protecteur(etranger).Unprotect(protege));
    }

    [Fact]
    public async Task Sans_serveur_de_courrier_chaque_message_devient_un_fichier()
    {
        await using var site = await ApplicationDeTest.DemarrerAsync();
        var courrier = site.Services.GetRequiredService<ICourrier>();
        await courrier.EnvoyerAsync(new Message("aline@exemple.fr", "Votre demande", "Bonjour,\nC’est noté."), CancellationToken.None);
        await courrier.EnvoyerAsync(new Message("bruno@exemple.fr", "Une autre", "Bonsoir"), CancellationToken.None);

        var fichiers = Directory.GetFiles(Path.Combine(site.Dossier, "courrier"), "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, fichiers.Count);
        var textes = await Task.WhenAll(fichiers.Select(f => File.ReadAllTextAsync(f)));
        Assert.Contains(textes, t => t.Contains("To: aline@exemple.fr", StringComparison.OrdinalIgnoreCase) && t.Contains("Subject: Votre demande", StringComparison.Ordinal));
        Assert.Contains(textes, t => t.Contains("To: bruno@exemple.fr", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("aline@exemple.fr\r\nBcc: tous@exemple.fr", "Sujet")]
    [InlineData("aline@exemple.fr", "Sujet\r\nBcc: tous@exemple.fr")]
    public async Task Une_adresse_ou_un_objet_ne_peut_pas_ajouter_d_en_tete(string adresse, string objet)
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var courrier = noyau.Services.GetRequiredService<ICourrier>();
        var refus = await Record.ExceptionAsync(() => courrier.EnvoyerAsync(new Message(adresse, objet, "Bonjour"), CancellationToken.None));
        Assert.True(refus is FormatException or ArgumentException or SmtpException, refus?.ToString());
    }

    private static IDataProtector Protecteur(ApplicationDeTest site) => site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("essai");
}
