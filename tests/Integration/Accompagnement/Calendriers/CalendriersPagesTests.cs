using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Calendriers;

/// <summary>« Mes calendriers »: one's agenda read elsewhere, and the calendars of elsewhere that close one's slots.</summary>
public sealed class CalendriersPagesTests(SiteDesCalendriers site) : IClassFixture<SiteDesCalendriers>
{
    private const string Page = "/agenda/calendriers";

    [Theory]
    [InlineData(null, HttpStatusCode.Redirect)]
    [InlineData(Role.Financeur, HttpStatusCode.Forbidden)]
    [InlineData(Role.GestionnaireStructure, HttpStatusCode.Forbidden)]
    public async Task Sans_le_droit_on_n_y_entre_pas(Role? role, HttpStatusCode attendu)
    {
        using var client = role is { } r ? await site.ClientDeAsync(r) : site.NouveauClient();
        Assert.Equal(attendu, (await client.GetStatutAsync(Page)).Statut);
    }

    [Fact]
    public async Task Un_agenda_se_lit_par_son_adresse_secrete_jusqu_a_ce_qu_elle_soit_fermee()
    {
        SiteDesCalendriers.Agenda.DuMediateur.Clear();
        var debut = site.Horloge.Instant.AddDays(2);
        SiteDesCalendriers.Agenda.DuMediateur.Add(SiteDesCalendriers.AgendaDeTest.Moment(1, debut) with { Prenom = "Prénom-Secret", Lien = "/agenda/rendez-vous/1" });
        SiteDesCalendriers.Agenda.DuMediateur.Add(SiteDesCalendriers.AgendaDeTest.Moment(2, debut.AddDays(1)) with { Etat = EtatICalendar.Annule, Version = 3 });
        using var camille = await site.ClientDeAsync(Role.Mediateur);
        var page = await camille.LirePageAsync(Page);
        AssertPage.H1(page, "Mes calendriers");
        var adresse = await CreerAsync(camille, page);

        using var anonyme = site.NouveauClient();
        using var reponse = await anonyme.GetAsync(adresse);
        Assert.Equal((HttpStatusCode.OK, "text/calendar", "noindex"), (reponse.StatusCode, reponse.Content.Headers.ContentType!.MediaType, reponse.Headers.GetValues("X-Robots-Tag").Single()));
        var lu = (await reponse.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Rendez-vous\r\n", lu, StringComparison.Ordinal);
        Assert.Contains("URL:https://inclusion.example/agenda/rendez-vous/1", lu, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", lu, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", lu, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", lu, StringComparison.Ordinal);

        using var encore = new HttpRequestMessage(HttpMethod.Get, adresse);
        encore.Headers.IfNoneMatch.Add(reponse.Headers.ETag!);
        using var inchange = await anonyme.SendAsync(encore);
        Assert.Equal(HttpStatusCode.NotModified, inchange.StatusCode);

        // Another one, with first names: the former no longer opens, and neither is kept as it is.
        var suite = await camille.LirePageAsync(Page);
        AssertPage.Dit(suite, "Les prénoms n’y sont pas écrits.");
        var nouvelle = await CreerAsync(camille, suite, ("AvecPrenoms", "true"));
        Assert.Equal(HttpStatusCode.NotFound, (await anonyme.GetStatutAsync(adresse)).Statut);
        Assert.Contains("Prénom-Secret", (await anonyme.GetStringAsync(nouvelle)).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE coalesce(apres, '') LIKE '%' || $1 || '%'", nouvelle[^20..^4]));

        using var fermee = await camille.EnvoyerLeAsync(Page, Formulaire(await camille.LirePageAsync(Page), "Fermer"));
        Assert.Equal(HttpStatusCode.Redirect, fermee.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anonyme.GetStatutAsync(nouvelle)).Statut);
    }

    [Theory]
    [InlineData("/agenda/flux/inconnu.ics")]
    [InlineData("/agenda/flux/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    [InlineData("/agenda/lieux/inconnu.ics")]
    public async Task Une_adresse_inconnue_n_ouvre_rien(string adresse)
    {
        using var client = site.NouveauClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetStatutAsync(adresse)).Statut);
    }

    [Fact]
    public async Task Les_ateliers_d_un_lieu_se_lisent_sans_secret()
    {
        SiteDesCalendriers.Agenda.DuLieu.Clear();
        SiteDesCalendriers.Agenda.DuLieu.Add(SiteDesCalendriers.AgendaDeTest.Moment(3, site.Horloge.Instant.AddDays(3)) with { Atelier = "Trier ses photos", Description = "Pour débuter", Prenom = "Personne" });
        using var client = site.NouveauClient();
        var lu = (await client.GetStringAsync(LiensDesCalendriers.DuLieu("hinaura_446"))).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Trier ses photos", lu, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Pour débuter", lu, StringComparison.Ordinal);
        Assert.DoesNotContain("Personne", lu, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_calendrier_d_ailleurs_ferme_des_creneaux_et_rien_d_autre_n_en_est_garde()
    {
        await using var serveur = await ServeurDeCalendriers.DemarrerAsync();
        using var camille = await site.ClientDeAsync(Role.Mediateur);
        await ViderAsync();
        using var ajoute = await camille.EnvoyerLeAsync(Page, Formulaire(await camille.LirePageAsync(Page), "Adresse"), ("Nom", "Perso"), ("Adresse", serveur.Adresse));
        Assert.Equal(HttpStatusCode.Redirect, ajoute.StatusCode);
        var page = await camille.LirePageAsync(ajoute.Headers.Location!.ToString());
        AssertPage.Dit(page, "1 moment pris");
        AssertPage.Dit(page, "127.0.0.1");
        Assert.Equal([(new DateTimeOffset(2026, 12, 3, 8, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 3, 9, 30, 0, TimeSpan.Zero))], await PlagesAsync());
        // Neither its title nor its address is in the base.
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM accompagnement.calendriers_externes c WHERE c::text LIKE '%famille%' OR c::text LIKE '%prive-123%'"));

        // Nothing changed, then something did, then the server failed: what was known stays.
        await PasserAsync();
        Assert.Equal(["", "\"un\""], serveur.Connus);
        (serveur.Contenu, serveur.Etag) = (ServeurDeCalendriers.Calendrier("DTSTART:20261204T083000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"), "\"deux\"");
        await PasserAsync();
        Assert.Equal(3, (await PlagesAsync()).Count);
        serveur.Statut = 503;
        await PasserAsync();
        Assert.Equal(3, (await PlagesAsync()).Count);
        var faute = await camille.LirePageAsync(Page);
        AssertPage.Dit(faute, "La dernière lecture a échoué");
        AssertPage.Dit(faute, "Le serveur du calendrier a répondu par une erreur (503).");

        // Not before its time.
        var appels = serveur.Connus.Count;
        await PasserAsync(TimeSpan.FromMinutes(16));
        Assert.Equal(appels, serveur.Connus.Count);
        serveur.Statut = 200;
        using var relu = await camille.EnvoyerLeAsync(Page, Formulaire(faute, "Relire"));
        AssertPage.Dit(await camille.LirePageAsync(relu.Headers.Location!.ToString()), "Le calendrier a été lu.");

        using var retire = await camille.EnvoyerLeAsync(Page, Formulaire(await camille.LirePageAsync(Page), "Retirer"));
        Assert.Equal(HttpStatusCode.Redirect, retire.StatusCode);
        Assert.Empty(await PlagesAsync());
    }

    [Fact]
    public async Task Deux_noeuds_ne_lisent_un_calendrier_qu_une_fois()
    {
        await using var serveur = await ServeurDeCalendriers.DemarrerAsync();
        using var camille = await site.ClientDeAsync(Role.Mediateur);
        await ViderAsync();
        using var ajoute = await camille.EnvoyerLeAsync(Page, Formulaire(await camille.LirePageAsync(Page), "Adresse"), ("Nom", "Perso"), ("Adresse", serveur.Adresse));
        site.Horloge.Avancer(TimeSpan.FromMinutes(16));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PasserAsync(TimeSpan.Zero)));
        Assert.Equal(2, serveur.Connus.Count);
    }

    [Theory]
    [InlineData("", "https://calendrier.example/a.ics", "Donnez un nom")]
    [InlineData("Perso", "http://calendrier.example/a.ics", "Elle commence par https://")]
    [InlineData("Perso", "pas une adresse", "Elle commence par https://")]
    [InlineData("Perso", "https://10.1.2.3/a.ics", "réseau privé")]
    [InlineData("Perso", "https://169.254.169.254/a.ics", "réseau privé")]
    [InlineData("Perso", "/boucle", "renvoie trop de fois ailleurs")]
    [InlineData("Perso", "/ailleurs", "renvoie trop de fois ailleurs")]
    [InlineData("Perso", "/sans-fin", "trop gros : 5 Mo au plus")]
    public async Task Une_mauvaise_adresse_est_dite_et_rien_n_est_perdu(string nom, string adresse, string phrase)
    {
        await using var serveur = await ServeurDeCalendriers.DemarrerAsync();
        using var camille = await site.ClientDeAsync(Role.Mediateur);
        var entiere = adresse.StartsWith('/') ? serveur.A(adresse) : adresse;
        await ViderAsync();
        using var refus = await camille.EnvoyerLeAsync(Page, Formulaire(await camille.LirePageAsync(Page), "Adresse"), ("Nom", nom), ("Adresse", entiere));
        Assert.Equal(HttpStatusCode.BadRequest, refus.StatusCode);
        var page = await refus.LirePageAsync();
        AssertPage.Dit(page, phrase);
        Assert.Equal(entiere, page.QuerySelector("[name='Adresse']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("<html>Connexion</html>", "Ce n’est pas un calendrier")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "Le calendrier est coupé")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:19000101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY;COUNT=2000000000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", null)]
    public async Task Ce_que_le_serveur_donne_est_dit(string contenu, string? phrase)
    {
        await using var serveur = await ServeurDeCalendriers.DemarrerAsync();
        serveur.Contenu = contenu;
        using var camille = await site.ClientDeAsync(Role.Mediateur);
        await ViderAsync();
        using var reponse = await camille.EnvoyerLeAsync(Page, Formulaire(await camille.LirePageAsync(Page), "Adresse"), ("Nom", "Perso"), ("Adresse", serveur.Adresse));
        Assert.Equal(phrase is null ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, reponse.StatusCode);
        if (phrase is not null)
        {
            AssertPage.Dit(await reponse.LirePageAsync(), phrase);
        }
    }

    [Fact]
    public async Task Un_fichier_se_lit_une_fois_et_un_mauvais_le_dit()
    {
        using var camille = await site.ClientDeAsync(Role.Mediateur);
        await ViderAsync();
        using var bon = await DeposerAsync(camille, "Fichier d’essai", Encoding.UTF8.GetBytes(ServeurDeCalendriers.Calendrier("DTSTART;VALUE=DATE:20261203")));
        Assert.Equal(HttpStatusCode.Redirect, bon.StatusCode);
        AssertPage.Dit(await camille.LirePageAsync(Page), "fichier, lu une fois");
        // A whole day, at the clock of the place.
        Assert.Equal([(new DateTimeOffset(2026, 12, 2, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 3, 23, 0, 0, TimeSpan.Zero))], await PlagesAsync());

        foreach (var (octets, phrase) in new (byte[], string)[]
        {
            ([], "Choisissez un fichier .ics"), ("%PDF-1.7"u8.ToArray(), "n’est pas de ceux que cette page accepte"), ("BEGIN:VCARD\r\n"u8.ToArray(), "Ce n’est pas un calendrier"),
            (Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\n" + new string('a', 6 * 1024 * 1024)), "trop gros : 5 Mo au plus"),
        })
        {
            using var refus = await DeposerAsync(camille, "Autre", octets);
            Assert.Equal(HttpStatusCode.BadRequest, refus.StatusCode);
            var page = await refus.LirePageAsync();
            AssertPage.Dit(page, phrase);
            Assert.Equal("Autre", page.QuerySelector("[name='NomDuFichier']")!.GetAttribute("value"));
        }

        using var deja = await DeposerAsync(camille, "Fichier d’essai", Encoding.UTF8.GetBytes(ServeurDeCalendriers.Calendrier("DTSTART;VALUE=DATE:20261203")));
        AssertPage.Dit(await deja.LirePageAsync(), "Vous avez déjà un calendrier de ce nom.");
    }

    [Fact]
    public async Task Un_fichier_de_cinquante_megaoctets_est_refuse_avant_d_etre_lu()
    {
        using var camille = await site.ClientDeAsync(Role.Mediateur);
        try
        {
            using var refus = await DeposerAsync(camille, "Gros", new byte[50 * 1024 * 1024]);
            Assert.InRange((int)refus.StatusCode, 400, 413);
        }
        catch (HttpRequestException)
        {
            // The server hung up without reading it: refused as well.
        }
    }

    [Fact]
    public async Task Six_calendriers_sont_trop_et_ceux_d_un_autre_n_existent_pas()
    {
        using var camille = await site.ClientDeAsync(Role.Mediateur);
        using var autre = await site.ClientDeAsync(Role.ConseillerNumerique);
        await ViderAsync();
        var contenu = Encoding.UTF8.GetBytes(ServeurDeCalendriers.Calendrier("DTSTART;VALUE=DATE:20261203"));
        for (var i = 0; i < CalendrierExterne.Max; i++)
        {
            using var reponse = await DeposerAsync(camille, $"Numéro {i}", contenu);
            Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        }

        var page = await camille.LirePageAsync(Page);
        Assert.Null(page.QuerySelector("[name='Adresse']"));
        var retirer = Formulaire(page, "Retirer");
        var sienne = await autre.LirePageAsync(Page);
        AssertPage.Dit(sienne, "Aucun autre calendrier");
        var jeton = Formulaire(sienne, "Creer").QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var vol = await autre.EnvoyerLeAsync(Page, retirer, ("__RequestVerificationToken", jeton));
        Assert.Equal(HttpStatusCode.NotFound, vol.StatusCode);
    }

    private static async Task<string> CreerAsync(HttpClient client, IHtmlDocument page, params (string, string)[] valeurs)
    {
        using var creee = await client.EnvoyerLeAsync(Page, Formulaire(page, "Creer"), valeurs);
        Assert.Equal(HttpStatusCode.OK, creee.StatusCode);
        Assert.True(creee.Headers.CacheControl!.NoStore);
        var adresse = new Uri((await creee.LirePageAsync()).QuerySelector("[data-adresse-du-flux]")!.TextContent.Trim());
        Assert.Equal("https://inclusion.example", adresse.GetLeftPart(UriPartial.Authority));
        return adresse.PathAndQuery;
    }

    private static IHtmlFormElement Formulaire(IHtmlDocument page, string geste) =>
        page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.GetAttribute("action")!.EndsWith($"handler={geste}", StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> DeposerAsync(HttpClient client, string nom, byte[] octets)
    {
        var formulaire = Formulaire(await client.LirePageAsync(Page), "Fichier");
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(formulaire.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(nom), "NomDuFichier" },
        };
        var fichier = new ByteArrayContent(octets);
        fichier.Headers.ContentType = new MediaTypeHeaderValue("text/calendar");
        contenu.Add(fichier, "Fichier", "agenda.ics");
        return await client.PostAsync($"{Page}?handler=Fichier", contenu);
    }

    private Task<int> ViderAsync() => site.Base.ExecuterAsync("DELETE FROM accompagnement.calendriers_externes");

    private async Task<List<(DateTimeOffset, DateTimeOffset)>> PlagesAsync() => [.. (await site.AvecBaseAsync(db => PlagesOccupees.LireAsync(db, [SiteDesCalendriers.Camille], new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 12, 1, 0, 0, 0, TimeSpan.Zero), CancellationToken.None), "systeme:agenda")).Select(p => (p.Debut, p.Fin))];

    private async Task PasserAsync(TimeSpan? attente = null)
    {
        site.Horloge.Avancer(attente ?? TimeSpan.FromMinutes(16));
        await site.DansAsync(async s =>
        {
            await LireLesCalendriers.FaireAsync(s, site.Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);
            return true;
        }, "systeme:taches");
    }
}
