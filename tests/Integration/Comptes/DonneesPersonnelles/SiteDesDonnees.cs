using System.Net;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

/// <summary>Somebody of a test, signed in.</summary>
/// <param name="Id">Their account.</param>
/// <param name="Organisation">For whom they work.</param>
/// <param name="Courriel">Their address.</param>
/// <param name="Nom">« Prénom Nom ».</param>
/// <param name="Client">Their browser.</param>
public sealed record Personne(Guid Id, Guid Organisation, string Courriel, string Nom, HttpClient Client);

/// <summary>The product without data, where each test makes its own people.</summary>
public sealed class SiteDesDonnees() : ApplicationDeTest(new ReglagesDeTest())
{
    private int _numero;

    /// <summary>Somebody new, in an organisation of their own unless told, with a session.</summary>
    public async Task<Personne> PersonneAsync(Role role, Guid? organisation = null)
    {
        var n = Interlocked.Increment(ref _numero);
        var (id, org) = (Identifiants.Nouveau(Horloge), organisation ?? await OrganisationAsync());
        var courriel = $"personne-{n}@example.org";
        var (secret, empreinte) = CookieDeSession.Nouveau();
        await AvecBaseAsync(
            async db =>
            {
                db.Add(new Compte { Id = id, Courriel = courriel, CleDuCourriel = courriel, Prenom = $"Prénom{n}", Nom = $"Essai{n}", Telephone = "01 99 00 00 01", Statut = StatutDAidant.Salarie, CreeLe = Horloge.Instant });
                db.Add(new Appartenance { Id = Identifiants.Nouveau(Horloge), Compte = id, Organisation = org, Role = role, Debut = Horloge.Instant.AddDays(-1) });
                db.Add(new Session
                {
                    Id = Identifiants.Nouveau(Horloge),
                    Compte = id,
                    Empreinte = empreinte,
                    Facteur = Facteur.Passkey,
                    OuverteLe = Horloge.Instant,
                    VueLe = Horloge.Instant,
                    PreuveLe = Horloge.Instant,
                    FinAuPlusTard = Horloge.Instant.AddHours(12),
                    InactiviteMinutes = 120,
                    Organisation = org,
                    Navigateur = "Firefox sur Linux",
                });
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        await AvecBaseAsync(
            async db =>
            {
                db.AddRange(VersionsDesConditions.DuProduit().Toutes.Select(v => ConditionsDUtilisation.Preuve(id, v, Horloge)));
                return await db.SaveChangesAsync();
            },
            "systeme:demarrage");
        var cookies = new CookieContainer();
        cookies.Add(Adresse, new Cookie(CookieDeSession.Nom, secret));
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = cookies }) { BaseAddress = Adresse };
        return new Personne(id, org, courriel, $"Prénom{n} Essai{n}", client);
    }

    public async Task<Guid> OrganisationAsync()
    {
        var (id, n) = (Identifiants.Nouveau(Horloge), Interlocked.Increment(ref _numero));
        await AvecBaseAsync(
            async db =>
            {
                db.Add(new Organisation { Id = id, Nom = $"Médiathèque {n}", TypeIdentification = TypeIdentification.Interne, Numero = $"ESSAI{n}", MotifIdentification = "Essai", Nature = NatureOrganisation.Publique, Categorie = CategorieOrganisation.Commune, CreeeLe = Horloge.Instant });
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        return id;
    }

    /// <summary>Sends fields to an address with a token of the same browser: a form that isn't the page's only one.</summary>
    public async Task<HttpResponseMessage> PosterAsync(Personne qui, string adresse, params (string Nom, string Valeur)[] champs)
    {
        var page = await qui.Client.LirePageAsync("/mes-donnees/demander");
        using var contenu = new FormUrlEncodedContent([.. champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)), KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        return await qui.Client.PostAsync(adresse, contenu);
    }

    /// <summary>What the nightly job does.</summary>
    public Task PurgerAsync() => new LancerLesPurges(Services.GetRequiredService<IServiceScopeFactory>()).ExecuterAsync(LancerLesPurges.Nom, CancellationToken.None);

    /// <summary>Rows of an entity, read by the system.</summary>
    internal Task<List<T>> LireAsync<T>(Func<IQueryable<T>, IQueryable<T>> choisir) where T : class => AvecBaseAsync(db => choisir(db.Set<T>().AsNoTracking()).ToListAsync(), "systeme:droits");
}

/// <summary>The tests of these pages share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class Donnees : ICollectionFixture<SiteDesDonnees>
{
    public const string Nom = "donnees-personnelles";
}
