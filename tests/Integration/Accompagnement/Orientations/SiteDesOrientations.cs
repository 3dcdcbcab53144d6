using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.Orientations;

/// <summary>The tests of orientations share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class OrientationsDuSite : ICollectionFixture<SiteDesMembres>
{
    public const string Nom = "orientations";
}

/// <summary>What the tests of orientations do over and over, through the pages.</summary>
internal static class GestesDesOrientations
{
    public const string Orienter = "/orienter";
    public const string Liste = "/orientations";
    public const string Outils = "Maîtrise des outils numériques du quotidien";

    public static Task<T> ToutAsync<T>(this SiteDesMembres site, Func<FaireAvecDb, Task<T>> lire) => site.AvecBaseAsync(lire, "systeme:taches");

    public static Task<Orientation> OrientationAsync(this SiteDesMembres site, Guid id) => site.ToutAsync(db => db.Set<Orientation>().AsNoTracking().SingleAsync(o => o.Id == id));

    /// <summary>A place that teaches, far from those of the other tests.</summary>
    public static async Task<string> LieuAsync(this SiteDesMembres site, string nom, double latitude, params string[] courriels) =>
        await new LieuDeTest().Nomme(nom).A("Bron", "69500", "69029").Place(latitude, 4.9).AvecServices(Outils).AvecAdresse("1 rue Exemple").Avec(l => l.Courriels = courriels).CreerAsync(site);

    /// <summary>The place belongs to this organisation, that says what it receives.</summary>
    public static Task<int> DeclarerAsync(this SiteDesMembres site, Guid organisation, string lieu, int? parSemaine = null, DateOnly? suspendu = null, params string[] besoins) => site.AvecBaseAsync(
        async db =>
        {
            db.Add(new LieuDOrganisation { Organisation = organisation, Lieu = lieu, AjouteLe = site.Horloge.Instant });
            db.Add(new Receveur
            {
                Id = site.Id(),
                Organisation = organisation,
                Lieu = lieu,
                Besoins = besoins.Length > 0 ? besoins : [BesoinsDOrientation.Apprendre],
                Metier = Metier.MediationNumerique,
                ParSemaine = parSemaine,
                SuspenduJusquAu = suspendu,
                ModifieLe = site.Horloge.Instant,
            });
            return await db.SaveChangesAsync();
        },
        "systeme:demarrage,systeme:commande");

    /// <summary>As the owner of the base, past the rights.</summary>
    public static Task EnProprietaireAsync(this SiteDesMembres site, string sql) => site.Base.ExecuterAsync(sql);

    public static (string, string)[] Oui => [("F.Accord", "oui"), ("F.Forme", "Oral"), ("F.Temoin", "CE")];

    /// <summary>The list of places for a need, around Bron.</summary>
    public static async Task<HttpResponseMessage> ChercherAsync(this Mediateur mediateur, params (string Nom, string Valeur)[] champs)
    {
        var page = await mediateur.Client.LirePageAsync(Orienter);
        return await mediateur.Client.EnvoyerPremierAsync(Orienter, page, [.. champs.Any(c => c.Nom == "F.CodeCommune") ? Array.Empty<(string, string)>() : [("F.CodeCommune", "69029"), ("F.Commune", "")], .. champs]);
    }

    /// <summary>The page that asks the person, for this place.</summary>
    public static async Task<IHtmlDocument> ChoisirAsync(this Mediateur mediateur, string lieu, params (string Nom, string Valeur)[] champs)
    {
        using var lieux = await mediateur.ChercherAsync([("F.Besoins", BesoinsDOrientation.Apprendre), .. champs]);
        await AssertPage.StatutAsync(HttpStatusCode.OK, lieux);
        using var accord = await mediateur.Client.EnvoyerPremierAsync("", await lieux.LirePageAsync(), ("F.Receveur", lieu));
        await AssertPage.StatutAsync(HttpStatusCode.OK, accord);
        return await accord.LirePageAsync();
    }

    /// <summary>Sent to this place, from the first page to the last.</summary>
    public static async Task<Guid> EnvoyerVersAsync(this Mediateur mediateur, string lieu, params (string Nom, string Valeur)[] champs)
    {
        using var envoyee = await mediateur.Client.EnvoyerPremierAsync("", await mediateur.ChoisirAsync(lieu), [.. Oui, .. champs]);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, envoyee);
        return Guid.Parse(envoyee.Headers.Location!.OriginalString.Split('/', '?')[2]);
    }

    /// <summary>The form of a page whose address or hidden value holds this word.</summary>
    public static IHtmlFormElement Formulaire(this IHtmlDocument page, string mot) => page.QuerySelectorAll("main form").OfType<IHtmlFormElement>()
        .First(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && (f.GetAttribute("action")!.Contains($"handler={mot}", StringComparison.Ordinal) || f.QuerySelector($"[name=quoi][value='{mot}']") is not null));

    public static async Task AgirAsync(this HttpClient client, string adresse, string mot, HttpStatusCode attendu, params (string Nom, string Valeur)[] champs)
    {
        using var reponse = await client.EnvoyerLeAsync(adresse, (await client.LirePageAsync(adresse)).Formulaire(mot), champs);
        await AssertPage.StatutAsync(attendu, reponse);
    }

    public static Task<Mediateur> QuiOrienteAsync(this SiteDesMembres site, Guid? organisation = null, Role role = Role.Mediateur) => site.MediateurAsync(organisation, role);
}
