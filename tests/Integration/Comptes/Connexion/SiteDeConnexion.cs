using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

[CollectionDefinition(Nom)]
public sealed class CollectionDeConnexion : ICollectionFixture<SiteDeConnexion>
{
    public const string Nom = "connexion";
}

/// <summary>The site, its mails, and what it takes to be somebody there. Names and addresses are invented.</summary>
public sealed partial class SiteDeConnexion : IAsyncLifetime
{
    private int _numero;

    public ApplicationDeTest Application { get; private set; } = null!;

    public CourrierDeTest Courrier { get; } = new();

    public HorlogeFactice Horloge => Application.Horloge;

    public async ValueTask InitializeAsync() =>
        Application = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Services = s => s.AddSingleton<ICourrier>(Courrier) });

    public async ValueTask DisposeAsync() => await Application.DisposeAsync();

    /// <summary>A new organisation.</summary>
    public async Task<Guid> OrganisationAsync(string? departement = "42")
    {
        var id = Identifiants.Nouveau(Horloge);
        await Application.AvecBaseAsync(
            async db =>
            {
                db.Add(new Organisation { Id = id, Nom = "Organisation d’essai", TypeIdentification = TypeIdentification.Interne, Numero = id.ToString("N"), MotifIdentification = "essai", Nature = NatureOrganisation.Privee, Categorie = CategorieOrganisation.Association, Departement = departement, CreeeLe = Horloge.Instant });
                return await db.SaveChangesAsync();
            },
            "systeme:commande");
        return id;
    }

    /// <summary>A new account, with a role in an organisation when one is given.</summary>
    internal async Task<Compte> CompteAsync(Role role = Role.Mediateur, Guid? organisation = null, bool demonstration = false)
    {
        var numero = Interlocked.Increment(ref _numero);
        var courriel = $"personne{numero}.{Guid.CreateVersion7():N}@example.org";
        var compte = new Compte { Id = Identifiants.Nouveau(Horloge), Courriel = courriel, CleDuCourriel = courriel, Prenom = $"Prénom{numero}", Nom = "Exemple", CreeLe = Horloge.Instant, Demonstration = demonstration };
        await Application.AvecBaseAsync(
            async db =>
            {
                db.Add(compte);
                if (organisation is { } o)
                {
                    db.Add(new Appartenance { Id = Identifiants.Nouveau(Horloge), Compte = compte.Id, Organisation = o, Role = role, Debut = Horloge.Instant });
                }

                return await db.SaveChangesAsync();
            },
            "systeme:commande");
        await Application.AvecBaseAsync(
            async db =>
            {
                db.AddRange(VersionsDesConditions.DuProduit().Toutes.Select(v => ConditionsDUtilisation.Preuve(compte.Id, v, Horloge)));
                return await db.SaveChangesAsync();
            },
            "systeme:demarrage");
        return compte;
    }

    /// <summary>An application for this account; gives its seed.</summary>
    public async Task<byte[]> ApplicationDeCodesAsync(Guid compte)
    {
        var (graine, id) = (RandomNumberGenerator.GetBytes(CodeTemporel.OctetsDeGraine), Identifiants.Nouveau(Horloge));
        await Application.DansAsync(
            async s =>
            {
                var db = s.GetRequiredService<FaireAvecDb>();
                db.Add(new ApplicationDeCodes { Id = id, Compte = compte, GraineChiffree = s.GetRequiredService<GrainesProtegees>().Fermer(id, graine), CreeeLe = Horloge.Instant, DernierPas = CodeTemporel.PasDe(Horloge.Instant) - 1 });
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        return graine;
    }

    /// <summary>The code that an application with this seed shows now.</summary>
    public string Code(byte[] graine) => CodeTemporel.Calculer(graine, CodeTemporel.PasDe(Horloge.Instant));

    /// <summary>A visitor who keeps cookies and follows no redirect.</summary>
    public (HttpClient Client, CookieContainer Cookies) Visiteur()
    {
        var cookies = new CookieContainer();
        return (new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = cookies }) { BaseAddress = Application.Adresse }, cookies);
    }

    /// <summary>A visitor who is signed in as this account.</summary>
    internal async Task<HttpClient> ConnecteAsync(Guid compte, Facteur facteur = Facteur.LienEtCode)
    {
        var (client, cookies) = Visiteur();
        await using var portee = Application.Services.CreateAsyncScope();
        var contexte = new DefaultHttpContext { RequestServices = portee.ServiceProvider };
        contexte.Request.Path = "/essai";
        await portee.ServiceProvider.GetRequiredService<Ouverture>().OuvrirAsync(contexte, compte, facteur, postePartage: false, CancellationToken.None);
        cookies.SetCookies(Application.Adresse, contexte.Response.Headers.SetCookie.Single()!.Split(';')[0]);
        return client;
    }

    /// <summary>Asks for a link at the sign-in page.</summary>
    public static async Task<HttpResponseMessage> DemanderUnLienAsync(HttpClient client, string courriel, params (string Nom, string Valeur)[] champs)
    {
        var page = await client.LirePageAsync("/connexion");
        return await EnvoyerAsync(client, page, "/connexion", [("Courriel", courriel), .. champs]);
    }

    /// <summary>Asks for a link and gives the path that the mail holds.</summary>
    public async Task<string> LienAsync(HttpClient client, string courriel, int rang = 1, params (string Nom, string Valeur)[] champs)
    {
        using var reponse = await DemanderUnLienAsync(client, courriel, champs);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return Chemin((await Courrier.AttendreAsync(courriel, "lien de connexion", rang)).Texte);
    }

    /// <summary>Asks for a link and uses it: the second factor is next.</summary>
    public async Task EntrerAsync(HttpClient client, string courriel, int rang = 1, params (string Nom, string Valeur)[] champs)
    {
        var lien = await LienAsync(client, courriel, rang, champs);
        // The mail leaves in the transaction that keeps the link: here its reader may be quicker than the commit.
        await Attente.QueAsync("the link", async () =>
        {
            using var page = await client.GetAsync(lien);
            return page.StatusCode == HttpStatusCode.OK;
        });
        using var reponse = await UtiliserAsync(client, lien);
        Assert.Equal("/connexion/facteur", Vers(reponse));
    }

    /// <summary>Opens a link and presses its button.</summary>
    public static async Task<HttpResponseMessage> UtiliserAsync(HttpClient client, string chemin) => await EnvoyerAsync(client, await client.LirePageAsync(chemin), chemin);

    /// <summary>The first address of a mail, without the site.</summary>
    public string Chemin(string texte, int rang = 0) => Adresses().Matches(texte)[rang].Value.Replace(Application.Adresse.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal);

    public static string? Vers(HttpResponseMessage reponse) => reponse.StatusCode == HttpStatusCode.Redirect ? reponse.Headers.Location?.ToString() : $"{(int)reponse.StatusCode}";

    /// <summary>Sends the form of the page whose action is this one (or that has none), token included.</summary>
    public static async Task<HttpResponseMessage> EnvoyerAsync(HttpClient client, IHtmlDocument page, string action, params (string Nom, string Valeur)[] champs)
    {
        var formulaire = Assert.Single(page.Forms, f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && (f.GetAttribute("action") is { Length: > 0 } a ? a : action) == action);
        var valeurs = formulaire.Elements.OfType<IHtmlInputElement>().Where(e => e.Name is { Length: > 0 } && (e.Type is not ("checkbox" or "radio") || e.IsChecked)).Select(e => (Nom: e.Name!, Valeur: e.Value))
            .Where(c => !champs.Any(x => x.Nom == c.Nom)).Concat(champs);
        using var contenu = new FormUrlEncodedContent(valeurs.Select(v => KeyValuePair.Create(v.Nom, v.Valeur)));
        return await client.PostAsync(action, contenu);
    }

    /// <summary>Opens a page and sends one of its forms.</summary>
    public static async Task<HttpResponseMessage> RemplirAsync(HttpClient client, string adresse, string? action = null, params (string Nom, string Valeur)[] champs) =>
        await EnvoyerAsync(client, await client.LirePageAsync(adresse), action ?? adresse, champs);

    internal Task<T> LireAsync<T>(Func<FaireAvecDb, Task<T>> lire) => Application.AvecBaseAsync(lire, "systeme:connexion");

    public static string N(int n) => n.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("https?://[^\\s]+", RegexOptions.None, 1000)]
    private static partial Regex Adresses();
}
