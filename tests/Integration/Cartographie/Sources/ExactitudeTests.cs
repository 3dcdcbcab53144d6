using System.Net;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>A producer is asked whether its places are still exact; the link of the mail confirms by a button, never by itself.</summary>
public sealed class ExactitudeTests : IAsyncLifetime
{
    private readonly BoiteAuxLettres _courrier = new();
    private ApplicationDeTest _application = null!;

    public async ValueTask InitializeAsync()
    {
        _application = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest
        {
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Site:Adresse"] = "https://lieux.example.org/" },
            Services = s => s.AddSingleton<ICourrier>(_courrier),
        });
        await DansAsync(s => s.GetRequiredService<RegistreDesSources>().AjouterAsync(new SourceDemandee("prod") { Nom = "Producteur", Contact = "donnees@example.org" }, CancellationToken.None));
        await new LieuDeTest().DeLaSource("prod").Identifie("prod_1").CreerAsync(_application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Le_rappel_part_une_fois_par_mois_et_son_lien_confirme_par_un_bouton()
    {
        _application.Horloge.Avancer(TimeSpan.FromHours(1));
        Assert.Equal(["prod"], await RappelerAsync());
        Assert.Empty(await RappelerAsync());
        var message = Assert.Single(_courrier.Messages);
        Assert.Equal("donnees@example.org", message.A);
        var lien = message.Texte.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith("https://lieux.example.org/exactitude/", StringComparison.Ordinal));
        var adresse = new Uri(lien).AbsolutePath;
        // Programs that look at mail follow its links: nothing changes.
        var page = await _application.Client.LirePageAsync(adresse);
        AssertPage.H1(page, "Vos lieux sont-ils encore exacts ?");
        AssertPage.Dit(page, "1 lieu de votre liste est montré sur ce site.");
        Assert.Null(await VerifieLeAsync("prod_1"));
        // A place that comes after the mail isn't confirmed by its answer.
        _application.Horloge.Avancer(TimeSpan.FromDays(3));
        await new LieuDeTest().DeLaSource("prod").Identifie("prod_2").CreerAsync(_application);
        using var reponse = await _application.Client.EnvoyerAsync(adresse, page);
        AssertPage.H1(await reponse.LirePageAsync(), "Merci, c’est noté");
        Assert.Equal(_application.Horloge.Instant, await VerifieLeAsync("prod_1"));
        Assert.Null(await VerifieLeAsync("prod_2"));
        Assert.Equal(1, await _application.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE action = 'verification' AND entite_id = 'prod' AND acteur = 'producteur:prod'"));
        // A second answer changes nothing more.
        _application.Horloge.Avancer(TimeSpan.FromDays(1));
        using var seconde = await _application.Client.EnvoyerAsync(adresse, page);
        Assert.Equal(HttpStatusCode.OK, seconde.StatusCode);
        Assert.Equal(_application.Horloge.Instant.AddDays(-1), await VerifieLeAsync("prod_1"));
        // Confirmed: no reminder for six months.
        _application.Horloge.Avancer(TimeSpan.FromDays(60));
        Assert.Empty(await RappelerAsync());
        _application.Horloge.Avancer(TimeSpan.FromDays(150));
        Assert.Equal(["prod"], await RappelerAsync());
    }

    [Fact]
    public async Task Un_lien_trop_vieux_change_ou_fait_pour_autre_chose_ne_confirme_rien()
    {
        var jetons = _application.Services.GetRequiredService<JetonDExactitude>();
        var bon = jetons.Faire(new RappelSigne("prod", _application.Horloge.Instant));
        Assert.NotNull(jetons.Lire(bon));
        var autre = _application.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("autre chose");
        var ailleurs = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(autre.Protect("1|prod"u8.ToArray()));
        foreach (var faux in (string[])["inconnu", "a", bon[..^3], bon + "A", ailleurs, new string('A', 1999), jetons.Faire(new RappelSigne("inconnue", _application.Horloge.Instant))])
        {
            using var reponse = await _application.Client.GetAsync($"/exactitude/{faux}");
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
            var page = await reponse.LirePageAsync();
            AssertPage.H1(page, "Ce lien n’est plus valable");
            Assert.NotNull(page.QuerySelector("main a[href='/contact']"));
        }

        var valable = await _application.Client.LirePageAsync($"/exactitude/{bon}");
        _application.Horloge.Avancer(JetonDExactitude.Validite + TimeSpan.FromMinutes(1));
        using var tard = await _application.Client.EnvoyerAsync($"/exactitude/{bon}", valable);
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, tard);
        Assert.Null(await VerifieLeAsync("prod_1"));
    }

    [Fact]
    public async Task Sans_jeton_de_formulaire_rien_n_est_confirme()
    {
        var bon = _application.Services.GetRequiredService<JetonDExactitude>().Faire(new RappelSigne("prod", _application.Horloge.Instant));
        using var reponse = await _application.Client.PostAsync($"/exactitude/{bon}", new FormUrlEncodedContent([]));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Null(await VerifieLeAsync("prod_1"));
    }

    [Fact]
    public async Task Une_source_suspendue_n_est_pas_rappelee_et_son_lien_ne_dit_plus_rien()
    {
        var bon = _application.Services.GetRequiredService<JetonDExactitude>().Faire(new RappelSigne("prod", _application.Horloge.Instant));
        await DansAsync(s => s.GetRequiredService<RegistreDesSources>().PasserAsync("prod", EtatSource.Suspendue, CancellationToken.None));
        Assert.Empty(await RappelerAsync());
        using var reponse = await _application.Client.GetAsync($"/exactitude/{bon}");
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
    }

    private Task<IReadOnlyList<string>> RappelerAsync() => DansAsync(s => s.GetRequiredService<ExactitudeDesSources>().RappelerAsync(CancellationToken.None));

    private Task<T> DansAsync<T>(Func<IServiceProvider, Task<T>> action) => _application.DansAsync(action, "systeme:taches");

    private async Task<DateTimeOffset?> VerifieLeAsync(string id) =>
        await _application.Base.LireAsync<DateTime?>("SELECT verifie_le FROM cartographie.lieux WHERE id = $1", id) is { } instant ? new DateTimeOffset(instant, TimeSpan.Zero) : null;
}
