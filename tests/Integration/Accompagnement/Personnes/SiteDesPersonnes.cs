using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Personnes;

/// <summary>The tests of people helped share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class PersonnesDuSite : ICollectionFixture<SiteDesMembres>
{
    public const string Nom = "personnes";
}

/// <summary>A médiateur at work, signed in.</summary>
internal sealed record Mediateur(Guid Compte, string Nom, Guid Organisation, HttpClient Client, Func<Task<HttpClient>>? Ailleurs = null) : IDisposable
{
    public void Dispose() => Client.Dispose();
}

/// <summary>A card as it was printed.</summary>
internal sealed record CarteImprimee(Guid Personne, string Numero, string Secret);

/// <summary>What the tests of people helped do over and over, through the pages.</summary>
internal static class GestesDesPersonnes
{
    /// <summary>In the system context of the module, whatever the rights.</summary>
    public static Task<T> LireToutAsync<T>(this SiteDesMembres site, Func<FaireAvecDb, Task<T>> lire) => site.AvecBaseAsync(lire, "systeme:personnes,systeme:droits,systeme:taches");

    public static async Task<Mediateur> MediateurAsync(this SiteDesMembres site, Guid? organisation = null, Role role = Role.Mediateur)
    {
        var ou = organisation ?? (await site.OrganisationAsync()).Id;
        var (compte, _, client) = await site.MembreAsync(ou, role);
        return new(compte.Id, $"{compte.Prenom} {compte.Nom}", ou, client, () => site.ConnecterAsync(compte.Id));
    }

    /// <summary>Somebody followed by name, opened through the page.</summary>
    public static async Task<Guid> OuvrirAsync(this Mediateur mediateur, string prenom, params (string Nom, string Valeur)[] champs)
    {
        using var reponse = await mediateur.EnvoyerParNomAsync(prenom, champs);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return Guid.Parse(reponse.Headers.Location!.OriginalString.Split('/', '?')[2]);
    }

    public static async Task<HttpResponseMessage> EnvoyerParNomAsync(this Mediateur mediateur, string prenom, params (string Nom, string Valeur)[] champs)
    {
        var page = await mediateur.Client.LirePageAsync(LiensPersonnes.ParNom);
        return await mediateur.Client.EnvoyerAsync(LiensPersonnes.ParNom, page, [("Prenom", prenom), .. champs.Any(c => c.Nom == "Accord") ? champs : [("Accord", "true"), .. champs]]);
    }

    /// <summary>Somebody with a card, opened through the page.</summary>
    public static async Task<CarteImprimee> DonnerUneCarteAsync(this Mediateur mediateur)
    {
        var page = await mediateur.Client.LirePageAsync(LiensPersonnes.Nouvelle);
        using var reponse = await mediateur.Client.EnvoyerAsync(LiensPersonnes.Nouvelle, page, ("Niveau", "carte"));
        return Imprimee(await reponse.LirePageAsync());
    }

    public static CarteImprimee Imprimee(IHtmlDocument page)
    {
        var lien = page.QuerySelectorAll("a[href^='/personnes/']").Select(a => a.GetAttribute("href")!).FirstOrDefault(h => Guid.TryParse(h.Split('/')[^1], out _));
        return new(lien is null ? Guid.Empty : Guid.Parse(lien.Split('/')[^1]), page.QuerySelector("[data-numero]")!.TextContent.Trim(), page.QuerySelector("[data-secret]")!.TextContent.Trim());
    }

    /// <summary>The card given to this médiateur.</summary>
    public static async Task<HttpResponseMessage> PresenterAsync(this Mediateur mediateur, string numero, string secret)
    {
        var page = await mediateur.Client.LirePageAsync(LiensPersonnes.AvecCarte);
        return await mediateur.Client.EnvoyerAsync(LiensPersonnes.AvecCarte, page, ("Numero", numero), ("Secret", secret));
    }

    /// <summary>An act with these people, in the base.</summary>
    public static async Task<Guid> ActeAsync(this SiteDesMembres site, Mediateur mediateur, TypeDActivite type, params Guid[] personnes)
    {
        var id = Identifiants.Nouveau(site.Horloge);
        await site.AvecBaseAsync(
            async db =>
            {
                var jour = JourDeParis.De(site.Horloge.Instant);
                db.Add(new Activite
                {
                    Id = id,
                    Auteur = mediateur.Compte,
                    Organisation = mediateur.Organisation,
                    Equipes = [],
                    Type = type,
                    Jour = jour,
                    Duree = 30,
                    TypeDeLieu = Listes.Domicile,
                    Thematiques = ["email"],
                    PartALaPlace = 10,
                    PartAvec = 60,
                    PartFaire = 30,
                    Suivies = personnes.Length,
                    Suite = "Refaire seule",
                    Origine = OrigineDActivite.Saisie,
                    Empreinte = [1],
                    EnregistreeLe = site.Horloge.Instant,
                    ModifieeLe = site.Horloge.Instant,
                });
                db.AddRange(personnes.Select(p => new UnAccompagnement { Activite = id, Personne = p, Auteur = mediateur.Compte, Jour = jour }));
                return await db.SaveChangesAsync();
            },
            "systeme:demarrage");
        return id;
    }

    public static Task<List<Guid>> ActesAsync(this SiteDesMembres site, Guid personne) =>
        site.LireToutAsync(db => db.Set<UnAccompagnement>().Where(a => a.Personne == personne).OrderBy(a => a.Activite).Select(a => a.Activite).ToListAsync());

    public static Task<PersonneAccompagnee> PersonneAsync(this SiteDesMembres site, Guid id) => site.LireToutAsync(db => db.Set<PersonneAccompagnee>().AsNoTracking().SingleAsync(p => p.Id == id));

    public static async Task StatutAsync(this Mediateur mediateur, HttpStatusCode attendu, string adresse) => await SiteDesMembres.StatutAsync(attendu, mediateur.Client, adresse);
}
