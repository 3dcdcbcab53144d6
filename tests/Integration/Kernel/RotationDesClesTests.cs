using System.Security.Cryptography;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>Keys of people closed by the operator's key, and that key changed without losing anything.</summary>
public sealed class RotationDesClesTests
{
    private static readonly string Nouvelle = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task La_cle_d_une_personne_ne_se_lit_pas_sans_celle_de_l_operateur()
    {
        await using var site = await ApplicationDeTest.DemarrerAsync();
        await PersonnesAsync(site);
        var gardees = await site.Base.ListerAsync<byte[]>("SELECT cle FROM noyau.cles_personnes");
        Assert.NotEmpty(gardees);
        var cle = Cle(ApplicationDeTest.CleDEssai);
        Assert.All(gardees, g =>
        {
            Assert.Equal(65, g.Length);
            Assert.Equal(32, cle.OuvrirCle(g).Length);
            Assert.Throws<ErreurDeDemarrage>(() => Cle(Nouvelle).OuvrirCle(g));
            Assert.Throws<ErreurDeDemarrage>(() => Cle(null).OuvrirCle(g));
        });
        Assert.Throws<ErreurDeDemarrage>(() => cle.OuvrirCle([.. gardees[0][..^1], (byte)(gardees[0][^1] ^ 1)]));
    }

    [Fact]
    public async Task Des_cles_en_clair_sont_fermees_au_demarrage_et_se_lisent_encore()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await using (var clair = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Cles:Operateur"] = null, ["Cles:SansProtection"] = "oui" } }))
        {
            await PersonnesAsync(clair);
            Assert.Equal(0, await donnees.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes WHERE length(cle) <> 32"));
        }

        // More than one batch.
        await donnees.ExecuterAsync("INSERT INTO noyau.cles_personnes SELECT gen_random_uuid(), sha256(n::text::bytea), now() FROM generate_series(1, 2500) n");
        await using var ferme = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees });
        Assert.Equal(0, await donnees.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes WHERE length(cle) = 32"));
        Assert.Equal("Camille", await PrenomAsync(ferme));
    }

    [Fact]
    public async Task La_cle_se_change_sans_rien_perdre_et_sans_arret()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        string protege;
        await using (var avant = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees }))
        {
            await PersonnesAsync(avant);
            protege = Protecteur(avant).Protect("un secret");
        }

        // The nodes know both; the old one opens, the new one closes.
        var deux = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Cles:Operateur"] = Nouvelle, ["Cles:Ancienne"] = ApplicationDeTest.CleDEssai };
        await using (var pendant = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees, Configuration = deux }))
        {
            Assert.Equal("un secret", Protecteur(pendant).Unprotect(protege));
            Assert.Equal("Camille", await PrenomAsync(pendant));
            await ChangerAsync(pendant);
            await using var tourner = await ProgrammeFaireAvec.ExecuterAsync(["cles", "tourner"], Environnement(donnees, Nouvelle, ApplicationDeTest.CleDEssai));
            Assert.True(tourner.Code == 0, tourner.Erreurs);
            Assert.Matches("""^\{"cles_de_protection":1,"cles_de_personnes":[1-9]\d*\}""", tourner.Sortie);
            Assert.Equal("Camille", await PrenomAsync(pendant));
        }

        await using var encore = await ProgrammeFaireAvec.ExecuterAsync(["cles", "tourner"], Environnement(donnees, Nouvelle, ApplicationDeTest.CleDEssai));
        Assert.Contains("""{"cles_de_protection":0,"cles_de_personnes":0}""", encore.Sortie, StringComparison.Ordinal);
        await using var apres = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Cles:Operateur"] = Nouvelle } });
        Assert.Equal("un secret", Protecteur(apres).Unprotect(protege));
        Assert.Equal("Camille", await PrenomAsync(apres));
        await ChangerAsync(apres);
    }

    [Fact]
    public async Task Sans_cle_la_commande_le_dit()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await using var tourner = await ProgrammeFaireAvec.ExecuterAsync(["cles", "tourner"], Environnement(donnees, null, null));
        Assert.Equal(1, tourner.Code);
        Assert.Contains("Aucune clé d’opérateur", tourner.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_secret_se_donne_par_un_fichier()
    {
        using var dossier = new DossierTemporaire();
        File.WriteAllText(dossier.Sous("secret"), "mot de passe\n");
        var donnee = new ConfigurationBuilder().AddInMemoryCollection([new("Courrier:MotDePasse:Fichier", dossier.Sous("secret")), new("Cles:Fichier", dossier.Sous("autre"))]);
        var lue = donnee.AddSecretsDeFichiers(donnee.Build()).Build();
        Assert.Equal("mot de passe", lue["Courrier:MotDePasse"]);
        Assert.Null(lue["Cles"]);
        var absent = new ConfigurationBuilder().AddInMemoryCollection([new("Courrier:MotDePasse:Fichier", dossier.Sous("absent"))]);
        Assert.Contains("Courrier__MotDePasse__Fichier", Assert.Throws<ErreurDeDemarrage>(() => absent.AddSecretsDeFichiers(absent.Build())).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Environnement(BaseDeTest donnees, string? cle, string? ancienne) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__FaireAvec"] = donnees.ConnexionProprietaire,
        ["Cles__Operateur"] = cle,
        ["Cles__Ancienne"] = ancienne,
    };

    private static Task<int> PersonnesAsync(ApplicationDeTest site) => site.AvecBaseAsync(async db =>
    {
        await Personas.AjouterAsync(db, site.Horloge, CancellationToken.None);
        return 0;
    }, "systeme:demarrage");

    /// <summary>A write about a person: the path that every change takes.</summary>
    private static Task<int> ChangerAsync(ApplicationDeTest site) => site.AvecBaseAsync(async db =>
    {
        var compte = await db.Set<Compte>().SingleAsync(c => c.Id == Personas.IdDe("compte:mediateur"));
        compte.Telephone = compte.Telephone is null ? "01 99 00 00 01" : null;
        return await db.SaveChangesAsync();
    }, "systeme:commande");

    private static async Task<string> PrenomAsync(ApplicationDeTest site)
    {
        var chiffre = (await site.Base.LireAsync<byte[]>("SELECT chiffre FROM noyau.journal WHERE entite = 'comptes.Compte' AND action = 'creation' AND personne = $1", Personas.IdDe("compte:mediateur")))!;
        var gardee = await site.Base.LireAsync<byte[]>("SELECT cle FROM noyau.cles_personnes WHERE personne = $1", Personas.IdDe("compte:mediateur"));
        var clair = await site.DansAsync(s => Task.FromResult(s.GetRequiredService<LecturePersonnelle>().Dechiffrer(gardee!, chiffre)));
        return System.Text.Json.JsonDocument.Parse(clair!).RootElement.GetProperty("prenom")[1].GetString()!;
    }

    private static IDataProtector Protecteur(ApplicationDeTest site) => site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("essai");

    private static CleOperateur Cle(string? cle) => CleOperateur.De(
        new ConfigurationBuilder().AddInMemoryCollection([new("Cles:Operateur", cle), new("Cles:SansProtection", cle is null ? "oui" : null)]).Build(),
        new OptionsDonnees("/nulle/part", "Host=/nulle/part", null));
}
