using System.Net;
using System.Text;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel.CourtsMessages;

/// <summary>« POST /api/v1/sms/retours »: what the gateway tells, signed, once.</summary>
public sealed class RetoursDeSmsTests(RetoursDeSmsTests.Site site) : IClassFixture<RetoursDeSmsTests.Site>
{
    private const string Adresse = "/api/v1/sms/retours";
    private const string Secret = "secret-des-retours";

    [Theory]
    [InlineData("STOP", "+33639980111")]
    [InlineData("Arrêtez svp", "06 39 98 01 12")]
    public async Task Stop_retire_le_numero(string texte, string numero)
    {
        var lu = NumeroDeMobile.Lire(numero)!;
        Assert.Equal(HttpStatusCode.NoContent, await EnvoyerAsync($$"""{"id":"a {{texte}}","type":"reponse","numero":"{{numero}}","texte":"{{texte}}"}"""));
        Assert.True(await Liste.EstDesinscritAsync(lu, CancellationToken.None));

        // They changed their mind.
        Assert.Equal(HttpStatusCode.NoContent, await EnvoyerAsync($$"""{"id":"b {{texte}}","type":"reponse","numero":"{{numero}}","texte":"reprendre"}"""));
        Assert.False(await Liste.EstDesinscritAsync(lu, CancellationToken.None));
    }

    [Fact]
    public async Task Une_autre_reponse_n_est_gardee_nulle_part()
    {
        Assert.Equal(HttpStatusCode.NoContent, await EnvoyerAsync("""{"id":"c","type":"reponse","numero":"+33639980113","texte":"Je suis malade, code 4512"}"""));
        Assert.False(await Liste.EstDesinscritAsync(NumeroDeMobile.Lire("+33639980113")!, CancellationToken.None));
        Assert.Equal("c", await site.Base.LireAsync<string>("SELECT id FROM noyau.retours_de_courts_messages WHERE id = 'c'"));
        Assert.DoesNotContain(site.Journaux.Lignes, t => t.Contains("malade", StringComparison.Ordinal) || t.Contains("639980113", StringComparison.Ordinal));
    }

    [Fact]
    public async Task L_arrivee_d_un_message_est_notee()
    {
        Assert.Equal(SortDuCourtMessage.Remis, await site.Services.GetRequiredService<ICourtsMessages>().EnvoyerAsync(new(NumeroDeMobile.Lire("+33639980114")!, "Bonjour", "remise 1"), CancellationToken.None));
        var id = await site.Base.LireAsync<Guid>("SELECT id FROM noyau.courts_messages WHERE cle = 'remise 1'");
        Assert.Equal(HttpStatusCode.NoContent, await EnvoyerAsync($$"""{"id":"d","type":"remise","message":"{{id}}","etat":"non_recu"}"""));
        Assert.Equal("non_recu", await site.Base.LireAsync<string>("SELECT remise FROM noyau.courts_messages WHERE cle = 'remise 1'"));
    }

    [Fact]
    public async Task Un_retour_rejoue_est_refuse()
    {
        const string corps = """{"id":"e","type":"reponse","numero":"+33639980115","texte":"START"}""";
        Assert.Equal(HttpStatusCode.NoContent, await EnvoyerAsync(corps));
        await Liste.DesinscrireAsync(NumeroDeMobile.Lire("+33639980115")!, "page", CancellationToken.None);
        Assert.Equal(HttpStatusCode.Conflict, await EnvoyerAsync(corps));
        Assert.True(await Liste.EstDesinscritAsync(NumeroDeMobile.Lire("+33639980115")!, CancellationToken.None));

        // Kept aside, then sent again: the signature is no longer good.
        var signature = SignatureDeWebhook.Signer([Secret], site.Horloge.Instant.AddMinutes(-6), corps);
        Assert.Equal(HttpStatusCode.BadRequest, await EnvoyerAsync(corps, signature));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=1,v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("autre secret")]
    public async Task Sans_la_bonne_signature_rien_n_est_fait(string? signature)
    {
        const string corps = """{"id":"f","type":"reponse","numero":"+33639980116","texte":"STOP"}""";
        Assert.Equal(HttpStatusCode.BadRequest, await EnvoyerAsync(corps, signature == "autre secret" ? SignatureDeWebhook.Signer([signature], site.Horloge.Instant, corps) : signature ?? "-"));
        Assert.False(await Liste.EstDesinscritAsync(NumeroDeMobile.Lire("+33639980116")!, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"id":"g"}""")]
    [InlineData("""{"id":"","type":"reponse","numero":"+33639980117","texte":"STOP"}""")]
    [InlineData("""{"id":"g","type":"reponse","numero":"rien","texte":"STOP"}""")]
    [InlineData("""{"id":"g","type":"remise","message":"x","etat":"recu"}""")]
    [InlineData("""{"id":"g","type":"reponse","numero":1,"texte":"\ud800"}""")]
    [InlineData("""{"id":"\ud800","type":"reponse","numero":"+33639980117","texte":"STOP"}""")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":1}}}}}""")]
    public async Task Un_retour_illisible_est_refuse(string corps) => Assert.Equal(HttpStatusCode.BadRequest, await EnvoyerAsync(corps));

    [Fact]
    public async Task Un_retour_trop_gros_est_refuse() => Assert.Equal(HttpStatusCode.BadRequest, await EnvoyerAsync(new string(' ', RetoursDeCourtsMessages.TailleMax + 1)));

    [Fact]
    public async Task Sans_secret_la_porte_est_fermee()
    {
        await using var ferme = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest());
        using var contenu = new StringContent("{}", Encoding.UTF8, "application/json");
        using var reponse = await ferme.Client.PostAsync(Adresse, contenu);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Contains("NOY-021", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Desinscriptions Liste => site.Services.GetRequiredService<Desinscriptions>();

    private async Task<HttpStatusCode> EnvoyerAsync(string corps, string? signature = null)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, Adresse) { Content = new StringContent(corps, Encoding.UTF8, "application/json") };
        requete.Headers.TryAddWithoutValidation(SignatureDeWebhook.EnTete, signature ?? SignatureDeWebhook.Signer([Secret], site.Horloge.Instant, corps));
        using var reponse = await site.Client.SendAsync(requete);
        return reponse.StatusCode;
    }

    public sealed class Site() : ApplicationDeTest(new ReglagesDeTest { Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Sms:SecretDesRetours"] = Secret } }), IAsyncLifetime;
}
