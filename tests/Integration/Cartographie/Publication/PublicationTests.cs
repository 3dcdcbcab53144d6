using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Publication;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Publication;

/// <summary>The open data: all the files of a day at once, the same for the same data, served with care.</summary>
public sealed class PublicationTests : IAsyncLifetime
{
    private ApplicationDeTest _application = null!;

    public async ValueTask InitializeAsync() => _application = await ApplicationDeTest.DemarrerAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Avant_la_premiere_publication_la_page_dit_ou_lire_les_lieux()
    {
        var page = await _application.Client.LirePageAsync("/publications");
        AssertPage.H1(page, "Télécharger tous les lieux");
        AssertPage.Dit(page, "/api/v1/lieux.csv");
        Assert.Equal(HttpStatusCode.NotFound, (await _application.Client.GetStatutAsync("/publications/derniere/lieux.csv")).Statut);
    }

    [Fact]
    public async Task Une_publication_est_servie_entiere_avec_ses_empreintes_en_clair_ou_en_gzip()
    {
        await new LieuDeTest().Nomme("Médiathèque").CreerAsync(_application);
        var publication = await PublierAsync();
        Assert.Equal((1, null), (publication.Lieux, publication.Precedente));
        var page = await _application.Client.LirePageAsync("/publications");
        var liens = page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(FichiersDePublication.Descriptions.Select(d => $"/publications/2026-11-18/{d.Nom}"), liens);
        var sommes = (await _application.Client.GetStringAsync("/publications/derniere/SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(l => l[66..], l => l[..64]);
        foreach (var lien in liens.Where(l => !l.EndsWith("SHA256SUMS", StringComparison.Ordinal)))
        {
            var octets = await _application.Client.GetByteArrayAsync(lien);
            Assert.Equal(sommes[lien.Split('/')[^1]], Convert.ToHexStringLower(SHA256.HashData(octets)));
            using var demande = new HttpRequestMessage(HttpMethod.Get, lien);
            demande.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            demande.Headers.Add("Origin", "https://ailleurs.example.org");
            using var reponse = await _application.Client.SendAsync(demande);
            Assert.Equal("gzip", Assert.Single(reponse.Content.Headers.ContentEncoding));
            Assert.Equal("*", Assert.Single(reponse.Headers.GetValues("Access-Control-Allow-Origin")));
            await using var clair = new GZipStream(await reponse.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            using var memoire = new MemoryStream();
            await clair.CopyToAsync(memoire);
            Assert.Equal(octets, memoire.ToArray());
            using var encore = new HttpRequestMessage(HttpMethod.Get, lien);
            encore.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            encore.Headers.IfNoneMatch.Add(reponse.Headers.ETag!);
            using var inchange = await _application.Client.SendAsync(encore);
            Assert.Equal(HttpStatusCode.NotModified, inchange.StatusCode);
        }
    }

    [Theory]
    [InlineData("/publications/2020-01-01/lieux.csv")]
    [InlineData("/publications/hier/lieux.csv")]
    [InlineData("/publications/derniere/autre.csv")]
    public async Task Ce_qui_n_a_pas_ete_publie_est_introuvable(string adresse)
    {
        await PublierAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _application.Client.GetStatutAsync(adresse)).Statut);
    }

    [Fact]
    public async Task Le_lendemain_les_changements_disent_quoi_et_la_veille_reste()
    {
        var garde = await new LieuDeTest().CreerAsync(_application);
        var change = await new LieuDeTest().CreerAsync(_application);
        var parti = await new LieuDeTest().CreerAsync(_application);
        await PublierAsync();
        _application.Horloge.Avancer(TimeSpan.FromDays(1));
        await _application.Base.ExecuterAsync("UPDATE cartographie.lieux SET telephone = '+33199000001' WHERE id = $1", change);
        await _application.Base.ExecuterAsync("DELETE FROM cartographie.lieux WHERE id = $1", parti);
        var nouveau = await new LieuDeTest().CreerAsync(_application);
        var publication = await PublierAsync();
        Assert.Equal((3, 1, 1, 1, new DateOnly(2026, 11, 18)), (publication.Lieux, publication.Ajoutes, publication.Modifies, publication.Retires, publication.Precedente!.Value));
        var changements = JsonDocument.Parse(await _application.Client.GetStringAsync("/publications/derniere/changements.json")).RootElement;
        Assert.Equal((nouveau, parti, change, "telephone"), (changements.GetProperty("ajoutes")[0].GetString(), changements.GetProperty("retires")[0].GetString(), changements.GetProperty("modifies")[0].GetProperty("id").GetString(), changements.GetProperty("modifies")[0].GetProperty("champs")[0].GetString()));
        Assert.Contains(parti, await _application.Client.GetStringAsync("/publications/2026-11-18/lieux.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain(parti, await _application.Client.GetStringAsync("/publications/derniere/lieux.csv"), StringComparison.Ordinal);
        Assert.Contains(garde, await _application.Client.GetStringAsync("/publications/derniere/lieux.csv"), StringComparison.Ordinal);
        AssertPage.Dit(await _application.Client.LirePageAsync("/publications"), "18 novembre 2026");
    }

    [Fact]
    public async Task Publier_deux_fois_les_memes_lieux_ne_change_rien_et_d_autres_remplacent_tout()
    {
        await new LieuDeTest().CreerAsync(_application);
        var premiere = await PublierAsync();
        _application.Horloge.Avancer(TimeSpan.FromHours(1));
        Assert.Equal(premiere.Instant, (await PublierAsync()).Instant);
        await new LieuDeTest().CreerAsync(_application);
        Assert.Equal(2, (await PublierAsync()).Lieux);
        Assert.Equal(1, await _application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.publications"));
        Assert.Equal(FichiersDePublication.Descriptions.Count, await _application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.publications_fichiers"));
    }

    [Fact]
    public async Task Personne_ne_lit_jamais_la_moitie_d_une_publication()
    {
        await new LieuDeTest().CreerAsync(_application);
        await PublierAsync();
        var avant = await SommesAsync();
        await new LieuDeTest().CreerAsync(_application);
        // A publication that fails while it writes its files.
        await _application.Base.ExecuterAsync("ALTER TABLE cartographie.publications_fichiers ADD CONSTRAINT panne CHECK (nom <> 'qualite.json') NOT VALID");
        await Assert.ThrowsAnyAsync<DbUpdateException>(PublierAsync);
        Assert.Equal(avant, await SommesAsync());
        await _application.Base.ExecuterAsync("ALTER TABLE cartographie.publications_fichiers DROP CONSTRAINT panne");
        // Readers while publications follow one another: each reading is of one publication, whole.
        using var fin = new CancellationTokenSource();
        var lectures = Task.Run(async () =>
        {
            var vues = 0;
            while (!fin.IsCancellationRequested)
            {
                var sommes = await SommesAsync();
                Assert.Equal(FichiersDePublication.Descriptions.Count, sommes.Count);
                vues++;
            }

            return vues;
        });
        for (var i = 0; i < 5; i++)
        {
            await new LieuDeTest().CreerAsync(_application);
            await PublierAsync();
        }

        await fin.CancelAsync();
        Assert.True(await lectures > 0);
    }

    [Fact]
    public async Task Les_fichiers_s_ecrivent_aussi_dans_un_dossier_sans_publier()
    {
        await new LieuDeTest().CreerAsync(_application);
        using var dossier = new DossierTemporaire();
        var fichiers = await _application.DansAsync(s => s.GetRequiredService<Publieur>().EcrireAsync(new DirectoryInfo(dossier.Sous("sortie")), CancellationToken.None));
        Assert.Equal(fichiers.Select(f => f.Nom).Order(StringComparer.Ordinal), Directory.GetFiles(dossier.Sous("sortie")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(fichiers, f => Assert.Equal(f.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(dossier.Sous("sortie", f.Nom))))));
        Assert.Equal(0, await _application.Base.LireAsync<long>("SELECT count(*) FROM cartographie.publications"));
    }

    private Task<PublicationDuJour> PublierAsync() => _application.DansAsync(s => s.GetRequiredService<Publieur>().PublierAsync(CancellationToken.None));

    private Task<List<string>> SommesAsync() => _application.Base.ListerAsync<string>("SELECT nom || sha256 FROM cartographie.publications_fichiers ORDER BY nom");
}
