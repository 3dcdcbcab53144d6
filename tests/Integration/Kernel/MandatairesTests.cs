using System.Net;
using FaireAvec.Host.Site;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>Whose word on the visitor's address and scheme is believed.</summary>
public sealed class MandatairesTests(MandatairesTests.SiteDerriereDesMandataires site) : IClassFixture<MandatairesTests.SiteDerriereDesMandataires>
{
    [Theory]
    // This machine, a proxy by its address, one by its network, and one in IPv6 are believed.
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7 https")]
    [InlineData("10.0.0.4", "203.0.113.7", "203.0.113.7 https")]
    [InlineData("10.1.200.9", "203.0.113.7", "203.0.113.7 https")]
    [InlineData("fd00::5", "2001:db8::1", "2001:db8::1 https")]
    // A visitor, and a neighbour of the proxy, are not.
    [InlineData("203.0.113.50", "198.51.100.1", "203.0.113.50 http")]
    [InlineData("10.0.0.5", "198.51.100.1", "10.0.0.5 http")]
    [InlineData("2001:db8::2", "127.0.0.1", "2001:db8::2 http")]
    // A chain is read from its end; what a visitor wrote before it is left unread.
    [InlineData("10.0.0.4", "203.0.113.7, 10.1.0.9", "203.0.113.7 https")]
    [InlineData("10.0.0.4", "127.0.0.1, 203.0.113.7, 10.1.0.9", "203.0.113.7 https")]
    public async Task Seuls_les_mandataires_declares_disent_qui_vient(string pair, string annonce, string attendu)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, "/essai/visiteur");
        requete.Headers.Add(SiteDerriereDesMandataires.Pair, pair);
        requete.Headers.Add("X-Forwarded-For", annonce);
        requete.Headers.Add("X-Forwarded-Proto", string.Join(", ", Enumerable.Repeat("https", annonce.Split(',').Length)));
        using var reponse = await site.Client.SendAsync(requete);
        Assert.Equal(attendu, await reponse.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Une_adresse_inventee_n_echappe_pas_aux_limites()
    {
        for (var i = 0; i < 25; i++)
        {
            using var requete = new HttpRequestMessage(HttpMethod.Post, "/essai/envoi");
            requete.Headers.Add(SiteDerriereDesMandataires.Pair, "203.0.113.99");
            requete.Headers.Add("X-Forwarded-For", $"198.51.100.{i}");
            using var reponse = await site.Client.SendAsync(requete);
            Assert.Equal(i < 20 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, reponse.StatusCode);
        }
    }

    [Theory]
    [InlineData("dix", "« dix »")]
    [InlineData("10.0.0.4, 10.0.0.0/40", "« 10.0.0.0/40 »")]
    [InlineData("10.0.0.0/0", "le monde entier")]
    [InlineData("::/0", "le monde entier")]
    public void Un_reglage_faux_est_dit(string reglage, string morceau) =>
        Assert.Contains(morceau, Assert.Throws<ErreurDeDemarrage>(() => Mandataires.Lire(reglage)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("10.0.0.4", 1)]
    [InlineData("10.0.0.4,10.1.0.0/16; fd00::/8 ::1", 4)]
    public void Les_adresses_se_separent_comme_on_veut(string? reglage, int nombre) => Assert.Equal(nombre, Mandataires.Lire(reglage).Count);

    /// <summary>A site that believes three proxies; a header of the test says from which address the connection comes.</summary>
    public sealed class SiteDerriereDesMandataires() : ApplicationDeTest(new ReglagesDeTest
    {
        Modules = [new ModuleDEssai()],
        Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Mandataires:Adresses"] = "10.0.0.4, 10.1.0.0/16, fd00::/8" },
        Services = s => s.AddSingleton<IStartupFilter, AdresseDuPair>(),
    })
    {
        public const string Pair = "X-Essai-Pair";

        private sealed class AdresseDuPair : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
            {
                application.Use((contexte, suite) =>
                {
                    contexte.Connection.RemoteIpAddress = IPAddress.Parse(contexte.Request.Headers[Pair].ToString());
                    return suite(contexte);
                });
                next(application);
            };
        }
    }
}
