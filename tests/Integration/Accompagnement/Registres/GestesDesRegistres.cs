using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Registres;

/// <summary>What the tests of registers do over and over, through the pages.</summary>
internal static class GestesDesRegistres
{
    public const string Trace = "100,100 300,300;300,100 100,300";

    /// <summary>A register of today, in a commune.</summary>
    public static async Task<Guid> OuvrirUnRegistreAsync(this Mediateur mediateur, params (string Nom, string Valeur)[] champs)
    {
        using var reponse = await mediateur.EnvoyerLeRegistreAsync(champs);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        return Guid.Parse(reponse.Headers.Location!.OriginalString.Split('/', '?')[3]);
    }

    public static async Task<HttpResponseMessage> EnvoyerLeRegistreAsync(this Mediateur mediateur, params (string Nom, string Valeur)[] champs)
    {
        var page = await mediateur.Client.LirePageAsync(LiensDesRegistres.Nouveau);
        (string Nom, string Valeur)[] usuel = [("Titre", "Atelier d’essai"), ("Debut", "14 h"), ("Fin", "15 h 30"), ("TypeDeLieu", "autre"), ("CodeCommune", "42218")];
        return await mediateur.Client.EnvoyerPremierAsync(LiensDesRegistres.Nouveau, page, [.. usuel.Where(u => !champs.Any(c => c.Nom == u.Nom)), .. champs]);
    }

    public static async Task<HttpResponseMessage> SignerAsync(this Mediateur mediateur, Guid registre, params (string Nom, string Valeur)[] champs)
    {
        using var tablette = await mediateur.TabletteAsync(registre);
        return await tablette.EnvoyerPremierAsync("", await tablette.LirePageAsync(LiensDesRegistres.Signer(registre)), champs);
    }

    /// <summary>Another device of the same médiateur, locked on this register.</summary>
    public static async Task<HttpClient> TabletteAsync(this Mediateur mediateur, Guid registre)
    {
        var tablette = await mediateur.Ailleurs!();
        using var verrouillee = await SiteDesMembres.PosterAsync(tablette, LiensDesRegistres.Signer(registre), LiensDesRegistres.Verrouiller(registre));
        Assert.Equal(LiensDesRegistres.Signer(registre), verrouillee.Headers.Location?.OriginalString);
        // What the answer put in the browser takes the place of the session of before.
        tablette.DefaultRequestHeaders.Remove("Cookie");
        return tablette;
    }

    public static async Task SignerBienAsync(this Mediateur mediateur, Guid registre, params (string Nom, string Valeur)[] champs)
    {
        using var reponse = await mediateur.SignerAsync(registre, champs.Length == 0 ? [("Trace", Trace)] : champs);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
    }

    public static async Task<HttpResponseMessage> FermerAsync(this Mediateur mediateur, Guid registre)
    {
        var page = await mediateur.Client.LirePageAsync(LiensDesRegistres.Registre(registre));
        return await mediateur.FermerAsync(page);
    }

    /// <summary>The form of a page that was read before: several send the same one.</summary>
    public static Task<HttpResponseMessage> FermerAsync(this Mediateur mediateur, IHtmlDocument page) => mediateur.Client.EnvoyerLeAsync("", Formulaire(page, "Fermer"));

    public static IHtmlFormElement Formulaire(IHtmlDocument page, string action) =>
        page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal));

    public static Task<List<SignatureDeRegistre>> SignaturesAsync(this SiteDesMembres site, Guid registre) =>
        site.LireToutAsync(db => db.Set<SignatureDeRegistre>().AsNoTracking().Where(s => s.Registre == registre).OrderBy(s => s.SigneeLe).ThenBy(s => s.Id).ToListAsync());

    public static Task<Registre> RegistreAsync(this SiteDesMembres site, Guid registre) => site.LireToutAsync(db => db.Set<Registre>().AsNoTracking().SingleAsync(r => r.Id == registre));

    public static DateOnly Aujourdhui(this SiteDesMembres site) => JourDeParis.De(site.Horloge.Instant);
}
