using System.IO.Compression;
using System.Net;
using System.Text;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>The fetch of a file against a real server: each way to fail is a sentence, and no answer leads to a private address.</summary>
public sealed class RecuperationTests
{
    private static readonly OptionsDeRecuperation Options = new() { BoucleLocale = true, DelaiMax = TimeSpan.FromSeconds(20) };

    [Fact]
    public async Task Le_fichier_arrive_entier_avec_ce_que_le_serveur_en_dit()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(async c =>
        {
            c.Response.Headers.ETag = "\"v1\"";
            c.Response.Headers.LastModified = "Wed, 18 Nov 2026 09:00:00 GMT";
            await c.Response.WriteAsync("id,nom\n1,été\n");
        });
        var lu = await RecupererAsync(serveur.Url());
        await using var contenu = lu.Valeur.Contenu!;
        Assert.Equal(("\"v1\"", "Wed, 18 Nov 2026 09:00:00 GMT"), (lu.Valeur.Etag, lu.Valeur.ModifieLe));
        Assert.Equal("id,nom\n1,été\n", await new StreamReader(contenu).ReadToEndAsync());
    }

    [Fact]
    public async Task Un_fichier_inchange_n_est_pas_renvoye()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c =>
        {
            c.Response.StatusCode = c.Request.Headers.IfNoneMatch == "\"v1\"" && c.Request.Headers.IfModifiedSince == "Wed, 18 Nov 2026 09:00:00 GMT" ? 304 : 500;
            return Task.CompletedTask;
        });
        var lu = await RecupererAsync(serveur.Url(), etag: "\"v1\"", modifieLe: "Wed, 18 Nov 2026 09:00:00 GMT");
        Assert.True(lu.Reussi);
        Assert.Null(lu.Valeur.Contenu);
    }

    [Fact]
    public async Task Un_304_que_personne_n_a_demande_n_est_pas_un_fichier()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c =>
        {
            c.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        Assert.Equal("CAR-557", (await RecupererAsync(serveur.Url())).Erreur!.Code);
    }

    [Theory]
    [InlineData(404, "n’est plus à cette adresse")]
    [InlineData(410, "n’est plus à cette adresse")]
    [InlineData(403, "refuse")]
    [InlineData(429, "attendre")]
    [InlineData(500, "en panne")]
    [InlineData(503, "en panne")]
    [InlineData(204, "au lieu du fichier")]
    [InlineData(206, "au lieu du fichier")]
    public async Task Chaque_refus_du_serveur_est_une_phrase(int statut, string mots)
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c =>
        {
            c.Response.StatusCode = statut;
            return Task.CompletedTask;
        });
        var lu = await RecupererAsync(serveur.Url());
        Assert.Equal("CAR-557", lu.Erreur!.Code);
        Assert.Contains(mots, lu.Erreur.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_fichier_coupe_n_est_pas_un_fichier()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(async c =>
        {
            c.Response.ContentLength = 1000;
            await c.Response.WriteAsync("id,nom\n");
            await c.Response.Body.FlushAsync();
            c.Abort();
        });
        Assert.Equal("CAR-554", (await RecupererAsync(serveur.Url())).Erreur!.Code);
    }

    [Fact]
    public async Task Un_serveur_qui_donne_goutte_a_goutte_est_abandonne()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(async c =>
        {
            for (var i = 0; i < 1000 && !c.RequestAborted.IsCancellationRequested; i++)
            {
                await c.Response.WriteAsync("a", c.RequestAborted);
                await c.Response.Body.FlushAsync(c.RequestAborted);
                await Task.Delay(50, c.RequestAborted);
            }
        });
        Assert.Equal("CAR-552", (await RecupererAsync(serveur.Url(), Options with { DelaiMax = TimeSpan.FromMilliseconds(600) })).Erreur!.Code);
    }

    [Fact]
    public async Task Un_fichier_trop_gros_est_abandonne_qu_il_l_annonce_ou_non()
    {
        var options = Options with { TailleMax = 100_000 };
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c => c.Response.WriteAsync(new string('a', 200_000)));
        Assert.Equal("CAR-553", (await RecupererAsync(serveur.Url(), options)).Erreur!.Code);
        serveur.Repondre = c =>
        {
            c.Response.ContentLength = 200_000;
            return c.Response.WriteAsync(new string('a', 200_000));
        };
        Assert.Equal("CAR-553", (await RecupererAsync(serveur.Url(), options)).Erreur!.Code);
    }

    [Fact]
    public async Task Une_bombe_comprimee_par_le_transport_est_comptee_une_fois_gonflee()
    {
        using var memoire = new MemoryStream();
        await using (var gzip = new GZipStream(memoire, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[5_000_000]);
        }

        await using var serveur = await ServeurDeProducteur.DemarrerAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = "gzip";
            await c.Response.Body.WriteAsync(memoire.ToArray());
        });
        Assert.True(memoire.Length < 10_000);
        Assert.Equal("CAR-553", (await RecupererAsync(serveur.Url(), Options with { TailleMax = 1_000_000 })).Erreur!.Code);
    }

    [Fact]
    public async Task Une_redirection_est_suivie_et_une_ronde_est_arretee()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c =>
        {
            if (c.Request.Path == "/ici")
            {
                return c.Response.WriteAsync("trouvé");
            }

            c.Response.Redirect(c.Request.Path == "/vers" ? "/ici" : "/ronde");
            return Task.CompletedTask;
        });
        var lu = await RecupererAsync(serveur.Url("/vers"));
        await using var contenu = lu.Valeur.Contenu!;
        Assert.Equal("trouvé", await new StreamReader(contenu).ReadToEndAsync());
        Assert.Equal("CAR-555", (await RecupererAsync(serveur.Url("/ronde"))).Erreur!.Code);
    }

    [Theory]
    [InlineData("ftp://example.org/lieux.csv")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://moi:secret@example.org/")]
    public async Task Une_redirection_hors_du_web_est_refusee(string vers)
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c =>
        {
            c.Response.StatusCode = 302;
            c.Response.Headers.Location = vers;
            return Task.CompletedTask;
        });
        Assert.Equal("CAR-556", (await RecupererAsync(serveur.Url())).Erreur!.Code);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://0.0.0.0/")]
    public async Task Une_redirection_vers_une_adresse_privee_est_refusee(string vers)
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c =>
        {
            c.Response.StatusCode = 302;
            c.Response.Headers.Location = vers;
            return Task.CompletedTask;
        });
        Assert.Equal("CAR-550", (await RecupererAsync(serveur.Url())).Erreur!.Code);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Cette_machine_n_est_jamais_jointe_hors_des_tests(string hote)
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c => c.Response.WriteAsync("secret"));
        var lu = await RecupererAsync($"http://{hote}:{serveur.Adresse.Port}/", new OptionsDeRecuperation());
        Assert.Equal("CAR-550", lu.Erreur!.Code);
        Assert.Equal(0, serveur.Demandes);
    }

    [Fact]
    public async Task Un_nom_inconnu_est_dit()
    {
        var lu = await RecupererAsync("http://introuvable.invalid/lieux.csv");
        Assert.Equal("CAR-551", lu.Erreur!.Code);
        Assert.Contains("introuvable.invalid", lu.Erreur.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_panne_ne_repete_pas_la_cle_de_l_adresse()
    {
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(c =>
        {
            c.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        Assert.DoesNotContain("SECRET", (await RecupererAsync(serveur.Url("/lieux?cle=SECRET"))).Erreur!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Celui_qui_renonce_est_ecoute()
    {
        using var arret = new CancellationTokenSource();
        await using var serveur = await ServeurDeProducteur.DemarrerAsync(async c =>
        {
            await arret.CancelAsync();
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new RecuperationDeFichier(Options).RecupererAsync(new Uri(serveur.Url()), null, null, null, arret.Token));
    }

    private static Task<Resultat<FichierRecupere>> RecupererAsync(string url, OptionsDeRecuperation? options = null, string? etag = null, string? modifieLe = null) =>
        new RecuperationDeFichier(options ?? Options).RecupererAsync(new Uri(url), etag, modifieLe, null, CancellationToken.None);
}
