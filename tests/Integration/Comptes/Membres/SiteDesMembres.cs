using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Cartographie.Sources;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>The product with territories and the personas, on an outside database; each test makes the organisations and people that it changes.</summary>
public sealed class SiteDesMembres : ApplicationDeTest, IAsyncLifetime
{
    private int _numero;

    public SiteDesMembres()
        : this(new BoiteAuxLettres())
    {
    }

    private SiteDesMembres(BoiteAuxLettres boite)
        : base(new ReglagesDeTest
        {
            AvecDonnees = true,
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Site:Adresse"] = "https://faireavec.example.org" },
            Services = services => services.AddSingleton<ICourrier>(boite),
        }) => Boite = boite;

    /// <summary>The mail that left.</summary>
    public BoiteAuxLettres Boite { get; }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await AvecBaseAsync(
            async db =>
            {
                await Personas.AjouterAsync(db, Horloge, CancellationToken.None);
                return 0;
            },
            "systeme:demarrage");
    }

    /// <summary>A word that no other test has.</summary>
    public string Mot() => $"essai{Interlocked.Increment(ref _numero)}";

    public Guid Id() => Identifiants.Nouveau(Horloge);

    /// <summary>Adds things under the name of the operator.</summary>
    public Task<int> AjouterAsync(params object[] entites) => AvecBaseAsync(
        async db =>
        {
            db.AddRange(entites);
            return await db.SaveChangesAsync();
        },
        "systeme:commande");

    internal async Task<Organisation> OrganisationAsync(string? nom = null, string insee = "42218", string departement = "42", Guid? reseau = null)
    {
        var n = Interlocked.Increment(ref _numero);
        var organisation = new Organisation
        {
            Id = Identifiants.Nouveau(Horloge),
            Nom = nom ?? $"Maison numéro {n}",
            TypeIdentification = TypeIdentification.Interne,
            Numero = $"ESSAI{n:00000}",
            MotifIdentification = "Organisation d’essai",
            Nature = NatureOrganisation.Privee,
            Categorie = CategorieOrganisation.Association,
            CodeInsee = insee,
            Departement = departement,
            Reseau = reseau,
            CreeeLe = Horloge.Instant,
        };
        await AjouterAsync(organisation);
        return organisation;
    }

    internal async Task<Compte> CompteAsync(string? prenom = null, string? courriel = null, bool conditions = true)
    {
        var n = Interlocked.Increment(ref _numero);
        var adresse = courriel ?? $"personne{n}@example.org";
        var compte = new Compte { Id = Identifiants.Nouveau(Horloge), Courriel = adresse, CleDuCourriel = adresse.ToLowerInvariant(), Prenom = prenom ?? "Camille", Nom = $"Essai-{n}", CreeLe = Horloge.Instant };
        await AvecBaseAsync(
            async db =>
            {
                db.Add(compte);
                if (conditions)
                {
                    db.AddRange(VersionsDesConditions.DuProduit().Toutes.Select(v => ConditionsDUtilisation.Preuve(compte.Id, v, Horloge)));
                }

                return await db.SaveChangesAsync();
            },
            "systeme:demarrage");
        return compte;
    }

    internal async Task<Appartenance> RoleAsync(Guid compte, Guid organisation, Role role, params string[] departements)
    {
        var ligne = new Appartenance { Id = Identifiants.Nouveau(Horloge), Compte = compte, Organisation = organisation, Role = role, Debut = Horloge.Instant, Departements = departements };
        await AjouterAsync(ligne);
        return ligne;
    }

    /// <summary>A new person with a role in an organisation, signed in.</summary>
    internal async Task<(Compte Compte, Appartenance Role, HttpClient Client)> MembreAsync(Guid organisation, Role role, params string[] departements)
    {
        var compte = await CompteAsync();
        var ligne = await RoleAsync(compte.Id, organisation, role, departements);
        return (compte, ligne, await ConnecterAsync(compte.Id));
    }

    /// <summary>A persona, signed in.</summary>
    internal Task<HttpClient> PersonaAsync(Role role) => ConnecterAsync(Personas.Toutes.Single(p => p.Role == role).Id);

    /// <summary>A client whose browser has a session of this account.</summary>
    internal async Task<HttpClient> ConnecterAsync(Guid compte, Facteur facteur = Facteur.Passkey)
    {
        var (secret, empreinte) = CookieDeSession.Nouveau();
        await AvecBaseAsync(
            async db =>
            {
                db.Add(new Session
                {
                    Id = Identifiants.Nouveau(Horloge),
                    Compte = compte,
                    Empreinte = empreinte,
                    Facteur = facteur,
                    OuverteLe = Horloge.Instant,
                    VueLe = Horloge.Instant,
                    PreuveLe = Horloge.Instant,
                    FinAuPlusTard = Horloge.Instant.AddHours(12),
                    InactiviteMinutes = 120,
                });
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        var client = NouveauClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{CookieDeSession.Nom}={secret}");
        return client;
    }

    /// <summary>Sends fields with the token of a page that the client can read.</summary>
    public static async Task<HttpResponseMessage> PosterAsync(HttpClient client, string page, string adresse, params (string Nom, string Valeur)[] champs)
    {
        using var reponse = await client.GetAsync(page);
        var html = await reponse.LirePageAsync();
        using var contenu = new FormUrlEncodedContent([.. champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)), KeyValuePair.Create("__RequestVerificationToken", Jeton(html))]);
        using var requete = new HttpRequestMessage(HttpMethod.Post, adresse) { Content = contenu };
        return await client.SendAsync(requete);
    }

    public static Task<HttpResponseMessage> PosterAsync(HttpClient client, string adresse, params (string Nom, string Valeur)[] champs) => PosterAsync(client, adresse, adresse, champs);

    public static string Jeton(IHtmlDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>Reads in the database, whatever the rights.</summary>
    public Task<T> LireAsync<T>(Func<FaireAvecDb, Task<T>> lire) => AvecBaseAsync(lire, "administrateur,systeme:commande,systeme:connexion");

    public static async Task StatutAsync(HttpStatusCode attendu, HttpClient client, string adresse)
    {
        using var reponse = await client.GetAsync(adresse);
        await AssertPage.StatutAsync(attendu, reponse);
    }
}

/// <summary>The tests of these pages share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class MembresDuSite : ICollectionFixture<SiteDesMembres>
{
    public const string Nom = "membres";
}
