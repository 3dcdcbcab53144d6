using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Accompagnement.HorsLigne;

/// <summary>The tests of work without network share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class HorsLigneDuSite : ICollectionFixture<SiteDesMembres>
{
    public const string Nom = "hors ligne";
}

/// <summary>A device, as it speaks to the server.</summary>
internal sealed class AppareilDEssai(SiteDesMembres site, HttpClient client, Guid id)
{
    private long _numero;

    public Guid Id => id;

    /// <summary>Milliseconds that its clock says; the server's when null.</summary>
    public long? Heure { get; set; }

    public async Task<JsonObject> EtatAsync()
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, LiensHorsLigne.Etat);
        requete.Headers.Add("FA-Appareil", id.ToString());
        requete.Headers.Add("FA-Heure", (Heure ?? site.Horloge.Instant.ToUnixTimeMilliseconds()).ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var reponse = await client.SendAsync(requete);
        Assert.Equal(System.Net.HttpStatusCode.OK, reponse.StatusCode);
        return (await reponse.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<JsonObject> LotAsync()
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, LiensHorsLigne.Lot);
        requete.Headers.Add("FA-Appareil", id.ToString());
        using var reponse = await client.SendAsync(requete);
        Assert.Equal(System.Net.HttpStatusCode.OK, reponse.StatusCode);
        return (await reponse.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Something written there, not sent yet.</summary>
    public JsonObject Ecrire(string genre, object corps, Guid? envoi = null, int version = VersionsDEnvoi.Courante, long? numero = null, params Guid[] apres) => new()
    {
        ["id"] = envoi ?? Guid.CreateVersion7(),
        ["numero"] = numero ?? ++_numero,
        ["genre"] = genre,
        ["version"] = version,
        ["fait_le"] = site.Horloge.Instant.ToUnixTimeMilliseconds(),
        ["corps"] = corps as string ?? JsonSerializer.Serialize(corps),
        ["apres"] = new JsonArray([.. apres.Select(a => (JsonNode)a)]),
    };

    public async Task<HttpResponseMessage> PosterAsync(string adresse, object corps)
    {
        var jeton = (await EtatAsync())["jeton"]?.GetValue<string>();
        using var requete = new HttpRequestMessage(HttpMethod.Post, adresse) { Content = JsonContent.Create(corps) };
        if (jeton is not null)
        {
            requete.Headers.Add("RequestVerificationToken", jeton);
        }

        return await client.SendAsync(requete);
    }

    public Task<HttpResponseMessage> EnvoyerBrutAsync(params JsonObject[] envois) =>
        PosterAsync(LiensHorsLigne.Envois, new JsonObject { ["appareil"] = id, ["application"] = "essai", ["envois"] = new JsonArray([.. envois.Select(e => e.DeepClone())]) });

    /// <summary>What became of each, « etat » or « etat code ».</summary>
    public async Task<IReadOnlyList<JsonObject>> EnvoyerAsync(params JsonObject[] envois)
    {
        using var reponse = await EnvoyerBrutAsync(envois);
        Assert.True(reponse.IsSuccessStatusCode, await reponse.Content.ReadAsStringAsync());
        return [.. (await reponse.Content.ReadFromJsonAsync<JsonObject>())!["envois"]!.AsArray().Select(e => e!.AsObject())];
    }

    public async Task<string> EtatDeAsync(JsonObject envoi) => Dire((await EnvoyerAsync(envoi))[0]);

    public static string Dire(JsonObject sort) => $"{sort["etat"]!.GetValue<string>()} {(sort["deja"]!.GetValue<bool>() ? "deja" : sort["code"]?.GetValue<string>())}".Trim();
}

internal static class GestesHorsLigne
{
    /// <summary>A device that this médiateur activates through the page.</summary>
    public static async Task<AppareilDEssai> ActiverAsync(this SiteDesMembres site, Mediateur mediateur, string nom = "Téléphone d’essai")
    {
        var page = await mediateur.Client.LirePageAsync(LiensHorsLigne.Activer);
        using var reponse = await mediateur.Client.EnvoyerPremierAsync(LiensHorsLigne.Activer, page, ("Nom", nom));
        await AssertPage.StatutAsync(System.Net.HttpStatusCode.Redirect, reponse);
        return new(site, mediateur.Client, Guid.Parse(page.QuerySelector("[name='Id']")!.GetAttribute("value")!));
    }

    /// <summary>« J’ai perdu cet appareil ».</summary>
    public static async Task AppuyerSurAsync(this HttpClient client, string adresse, Guid id)
    {
        var page = await client.LirePageAsync(adresse);
        var formulaire = page.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Single(f => f.QuerySelector("[name='id']")?.GetAttribute("value") == id.ToString());
        using var reponse = await client.EnvoyerLeAsync(adresse, formulaire);
        await AssertPage.StatutAsync(System.Net.HttpStatusCode.Redirect, reponse);
    }

    /// <summary>An act of the usual kind, as the shell writes it.</summary>
    public static Dictionary<string, object?> Acte(this SiteDesMembres site, Guid? id = null, string demarche = "Essai sans réseau") => new()
    {
        ["id"] = id ?? Guid.CreateVersion7(),
        ["type"] = "individuel",
        ["quand"] = $"{JourDeParis.De(site.Horloge.Instant):yyyy-MM-dd}",
        ["duree"] = "45",
        ["type_de_lieu"] = "a_distance",
        ["thematiques"] = new[] { "email" },
        ["posture"] = "avec",
        ["demarche"] = demarche,
        ["secondes"] = 20,
    };

    public static Task<T> AvecLesEnvoisAsync<T>(this SiteDesMembres site, Func<IQueryable<Envoi>, Task<T>> lire) => site.AvecBaseAsync(db => lire(db.Set<Envoi>().AsNoTracking()), "systeme:taches");
}
