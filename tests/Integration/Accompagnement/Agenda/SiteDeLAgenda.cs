using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Comptes.Domain;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>The tests of the agenda share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class AgendaDuSite : ICollectionFixture<SiteDesMembres>
{
    public const string Nom = "agenda";
}

/// <summary>A médiateur who receives on Thursdays at a place, and the address of its booking page.</summary>
internal sealed record Guichet(Mediateur Mediateur, string Lieu, string Page) : IDisposable
{
    public string Reserver => LiensAgenda.Reserver(Page);

    public void Dispose() => Mediateur.Dispose();
}

/// <summary>What the tests of the agenda do over and over.</summary>
internal static class GestesDeLAgenda
{
    public static Task<T> ToutLireAsync<T>(this SiteDesMembres site, Func<FaireAvecDb, Task<T>> lire) => site.AvecBaseAsync(lire, "systeme:agenda,systeme:taches");

    /// <summary>A place of its own, linked to a new organisation, with a médiateur who receives every Thursday from nine to twelve.</summary>
    public static async Task<Guichet> GuichetAsync(this SiteDesMembres site, string insee = "42218", bool recoit = true, bool enLigne = true)
    {
        var lieu = await new LieuDeTest().Identifie(site.Mot()).A(insee == "42218" ? "Saint-Étienne" : "Ailleurs", "42000", insee).CreerAsync(site);
        var mediateur = await site.MediateurAsync();
        await site.AjouterAsync(new LieuDOrganisation { Organisation = mediateur.Organisation, Lieu = lieu, AjouteLe = site.Horloge.Instant });
        if (recoit)
        {
            await site.RecevoirAsync(mediateur, lieu, enLigne: enLigne);
        }

        return new(mediateur, lieu, site.Services.GetRequiredService<INomsDesLieux>().Trouver(lieu)!.Page);
    }

    public static Task<int> RecevoirAsync(this SiteDesMembres site, Mediateur mediateur, string lieu, int de = 9, int a = 12, int duree = 45, bool enLigne = true, string fuseau = "Europe/Paris") => site.AvecBaseAsync(
        db =>
        {
            db.Add(new Disponibilite
            {
                Id = Identifiants.Nouveau(site.Horloge),
                Compte = mediateur.Compte,
                Organisation = mediateur.Organisation,
                Lieu = lieu,
                Fuseau = fuseau,
                Departement = "42",
                Depuis = site.Jeudi(),
                De = new TimeOnly(de, 0),
                A = new TimeOnly(a, 0),
                Duree = duree,
                EnLigne = enLigne,
                CreeeLe = site.Horloge.Instant,
            });
            return db.SaveChangesAsync();
        },
        "systeme:demarrage");

    /// <summary>The next Thursday.</summary>
    public static DateOnly Jeudi(this SiteDesMembres site)
    {
        var jour = JourDeParis.De(site.Horloge.Instant).AddDays(1);
        return jour.AddDays(((int)DayOfWeek.Thursday - (int)jour.DayOfWeek + 7) % 7);
    }

    /// <summary>An hour of that Thursday, in Paris.</summary>
    public static DateTimeOffset A(this SiteDesMembres site, int heure, int minute = 0) => JourDeParis.Instant(site.Jeudi(), new TimeOnly(heure, minute));

    /// <summary>Books as anybody does: the form, then its answer.</summary>
    public static async Task<HttpResponseMessage> ReserverAsync(this SiteDesMembres site, Guichet guichet, DateTimeOffset debut, params (string Nom, string Valeur)[] champs)
    {
        using var visiteur = site.NouveauClient();
        var adresse = LiensAgenda.Creneau(guichet.Page, debut);
        return await visiteur.EnvoyerPremierAsync(adresse, await visiteur.LirePageAsync(adresse), champs.Any(c => c.Nom is "Prenom" or "Numero") ? champs : [("Prenom", "Jo"), .. champs]);
    }

    /// <summary>Books and gives the address of the booking.</summary>
    public static async Task<string> ReserveAsync(this SiteDesMembres site, Guichet guichet, DateTimeOffset debut, params (string Nom, string Valeur)[] champs)
    {
        using var reponse = await site.ReserverAsync(guichet, debut, champs);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return reponse.Headers.Location!.OriginalString;
    }

    /// <summary>Presses the button of this handler on a page.</summary>
    public static async Task<HttpResponseMessage> AppuyerAsync(this HttpClient client, string adresse, string handler, params (string Nom, string Valeur)[] champs)
    {
        var page = await client.LirePageAsync(adresse);
        var formulaire = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => (f.GetAttribute("action") ?? "").EndsWith($"handler={handler}", StringComparison.Ordinal));
        return await client.EnvoyerLeAsync(adresse, formulaire, champs);
    }

    public static Task<RendezVous> RendezVousAsync(this SiteDesMembres site, Guichet guichet) => site.ToutLireAsync(db => db.Set<RendezVous>().AsNoTracking().Where(r => r.Lieu == guichet.Lieu).OrderByDescending(r => r.PriseLe).ThenByDescending(r => r.Id).FirstAsync());

    /// <summary>A workshop on Thursday afternoon.</summary>
    public static async Task<Guid> AtelierAsync(this SiteDesMembres site, Guichet guichet, int capacite = 8)
    {
        var (client, jour) = (guichet.Mediateur.Client, site.Jeudi());
        using var reponse = await client.EnvoyerPremierAsync(LiensAgenda.Ateliers, await client.LirePageAsync(LiensAgenda.Ateliers), [("Titre", "Reconnaître une arnaque"), ("Capacite", capacite.ToString(CultureInfo.InvariantCulture)), ("De", "14h"), ("A", "15h30"), .. Date("Date", jour)]);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return Guid.Parse(reponse.Headers.Location!.OriginalString.Split('/', '?')[3]);
    }

    public static async Task<HttpResponseMessage> SInscrireAsync(this SiteDesMembres site, Guichet guichet, Guid atelier, params (string Nom, string Valeur)[] champs)
    {
        using var visiteur = site.NouveauClient();
        var adresse = LiensAgenda.InscriptionA(guichet.Page, atelier);
        return await visiteur.EnvoyerPremierAsync(adresse, await visiteur.LirePageAsync(adresse), champs.Any(c => c.Nom == "Prenom") ? champs : [("Prenom", "Jo"), .. champs]);
    }

    public static (string Nom, string Valeur)[] Date(string champ, DateOnly jour) =>
        [($"{champ}.jour", jour.Day.ToString(CultureInfo.InvariantCulture)), ($"{champ}.mois", jour.Month.ToString(CultureInfo.InvariantCulture)), ($"{champ}.annee", jour.Year.ToString(CultureInfo.InvariantCulture))];

    public static Task<bool> TenirAsync(this SiteDesMembres site) => site.DansAsync(async s =>
    {
        await TenirLAgenda.FaireAsync(s.GetRequiredService<FaireAvecDb>(), s.GetRequiredService<AteliersPrevus>(), site.Horloge, CancellationToken.None);
        return true;
    }, "systeme:taches");
}
