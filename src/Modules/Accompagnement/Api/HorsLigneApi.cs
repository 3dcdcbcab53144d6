using System.Globalization;
using System.Text.Json;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Accompagnement.Api;

/// <summary>
/// What the application without network asks: where it stands, what it keeps, what it sends. Not the public API: it goes with the pages, by the session's cookie
/// and the token of their forms, and no other site reads it.
/// </summary>
internal static class HorsLigneApi
{
    /// <summary>Fifty long forms, in the worst of encodings.</summary>
    private const int OctetsMax = 5_000_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        // Known by the secret of its id: a lost telephone where nobody is signed in learns that it was taken back.
        endpoints.MapGet(LiensHorsLigne.Etat, EtatAsync).Prive().Droit(DroitRequis.Public);
        endpoints.MapGet(LiensHorsLigne.Service, Service).Prive().Droit(DroitRequis.Public);
        endpoints.MapGet(LiensHorsLigne.Manifeste, Manifeste).Prive().Droit(DroitRequis.Public);
        endpoints.MapGet(LiensHorsLigne.Lot, LotAsync).Prive().DisableRateLimiting().Droit(DroitsDeLAccompagnement.EcrireDesActivites);
        endpoints.MapPost(LiensHorsLigne.Envois, EnvoyerAsync).Prive().DisableRateLimiting().WithMetadata(new RequestSizeLimitAttribute(OctetsMax)).Droit(DroitsDeLAccompagnement.EcrireDesActivites);
        endpoints.MapPost(LiensHorsLigne.Cartes, ReserverAsync).Prive().DisableRateLimiting().WithMetadata(new RequestSizeLimitAttribute(10_000)).Droit(DroitsDeLAccompagnement.SuivreDesPersonnes);
    }

    private static RouteHandlerBuilder Prive(this RouteHandlerBuilder endpoint) => endpoint.ExcludeFromDescription().WithMetadata(new DisableCorsAttribute(), new EchangeDeLaPage());

    private static async Task<Ok<EtatDeLAppareil>> EtatAsync(
        [FromHeader(Name = "FA-Appareil")] string? appareil, [FromHeader(Name = "FA-Heure")] string? heure, [FromHeader(Name = "FA-Version")] string? application,
        HttpContext contexte, AppareilsDuMediateur appareils, ReceptionDesEnvois reception, VersionHorsLigne version, IAntiforgery jetons, TableDesDroits droits, Demandeur demandeur, TimeProvider horloge, CancellationToken annulation)
    {
        Garder(contexte);
        var maintenant = horloge.GetUtcNow();
        var etat = new EtatDeLAppareil
        {
            Session = demandeur.Connecte,
            Heure = maintenant.ToUnixTimeMilliseconds(),
            Version = version.Nom,
            Horloge = long.TryParse(heure, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms) ? EcartDHorloge.EnMots(ms, maintenant) : null,
        };
        if (!Guid.TryParse(appareil, out var id))
        {
            return TypedResults.Ok(etat);
        }

        if (await appareils.AEffacerAsync(id, annulation) is { } parce)
        {
            return TypedResults.Ok(etat with { Efface = true, Phrase = parce.Message });
        }

        if (demandeur.Identite is not { LectureSeule: false } moi)
        {
            return TypedResults.Ok(etat);
        }

        if (!droits.Permet(moi, DroitsDeLAccompagnement.EcrireDesActivites))
        {
            return TypedResults.Ok(etat with { Phrase = ErreursHorsLigne.SansDroit.Message });
        }

        var ouvert = await appareils.OuvertAsync(id, moi.Compte, moi.Organisation, annulation);
        if (!ouvert.Reussi)
        {
            return TypedResults.Ok(etat with { Phrase = ouvert.Erreur!.Message });
        }

        await appareils.NoterLaVisiteAsync(id, moi.Compte, application, annulation);
        return TypedResults.Ok(etat with { Ouvert = true, Jeton = jetons.GetAndStoreTokens(contexte).RequestToken, ARevoir = await reception.ARevoirAsync(id, annulation) });
    }

    private static async Task<Results<Ok<LotHorsLigne>, ProblemHttpResult>> LotAsync(
        [FromHeader(Name = "FA-Appareil")] string? appareil, HttpContext contexte, AppareilsDuMediateur appareils, PreparationDuLot preparation, Demandeur demandeur, CancellationToken annulation)
    {
        Garder(contexte);
        var ouvert = await OuvertAsync(appareils, Guid.TryParse(appareil, out var id) ? id : Guid.Empty, demandeur, annulation);
        return ouvert.Reussi ? TypedResults.Ok(await preparation.PreparerAsync(annulation)) : Problemes.Refus(ouvert.Erreurs);
    }

    private static async Task<Results<Ok<SortsDEnvois>, ProblemHttpResult>> EnvoyerAsync(
        LotDEnvois lot, HttpContext contexte, AppareilsDuMediateur appareils, ReceptionDesEnvois reception, IAntiforgery jetons, Demandeur demandeur, TimeProvider horloge, CancellationToken annulation)
    {
        Garder(contexte);
        if (!await jetons.IsRequestValidAsync(contexte))
        {
            return Problemes.Refus(ErreursHorsLigne.Jeton);
        }

        if (lot.Envois is null || lot.Envois.Any(e => e is null))
        {
            return Problemes.Refus(ErreursHorsLigne.EnvoiIllisible);
        }

        if (lot.Envois.Count > Envoi.ParEnvoi || lot.Envois.Any(e => e!.Apres is { Count: > Envoi.ParEnvoi }))
        {
            return Problemes.Refus(ErreursHorsLigne.TropDEnvois);
        }

        var ouvert = await OuvertAsync(appareils, lot.Appareil, demandeur, annulation);
        if (!ouvert.Reussi)
        {
            return Problemes.Refus(ouvert.Erreurs);
        }

        var sorts = await reception.RecevoirAsync(ouvert.Valeur, [.. lot.Envois!], annulation);
        await appareils.NoterLaVisiteAsync(lot.Appareil, demandeur.Identite!.Compte, lot.Application, annulation);
        return TypedResults.Ok(new SortsDEnvois(horloge.GetUtcNow().ToUnixTimeMilliseconds(), sorts));
    }

    private static async Task<Results<Ok<IReadOnlyList<CartePourLAppareil>>, ProblemHttpResult>> ReserverAsync(
        CartesTenues tenues, HttpContext contexte, AppareilsDuMediateur appareils, CartesDesPersonnes cartes, FaireAvecDb db, IAntiforgery jetons, Demandeur demandeur, CancellationToken annulation)
    {
        Garder(contexte);
        if (!await jetons.IsRequestValidAsync(contexte))
        {
            return Problemes.Refus(ErreursHorsLigne.Jeton);
        }

        var ouvert = await OuvertAsync(appareils, tenues.Appareil, demandeur, annulation);
        if (!ouvert.Reussi)
        {
            return Problemes.Refus(ouvert.Erreurs);
        }

        var reservees = await cartes.ReserverAsync(db, ouvert.Valeur, [.. (tenues.Numeros ?? []).OfType<string>()], annulation);
        return TypedResults.Ok<IReadOnlyList<CartePourLAppareil>>([.. reservees.Select(c => new CartePourLAppareil(c.Numero.Valeur, c.Secret.Valeur))]);
    }

    // Its address never changes, what it loads does: the browser compares it at each visit.
    private static ContentHttpResult Service(HttpContext contexte, VersionHorsLigne version)
    {
        contexte.Response.Headers.CacheControl = "no-cache";
        var reglages = JsonSerializer.Serialize(new { version = version.Nom, fichiers = version.Fichiers }, JsonSerializerOptions.Web);
        return TypedResults.Text($"self.faireavec = {reglages};\nimportScripts({JsonSerializer.Serialize(version.Service)});\n", "text/javascript; charset=utf-8");
    }

    private static ContentHttpResult Manifeste() => TypedResults.Text(
        JsonSerializer.Serialize(
            new
            {
                id = LiensHorsLigne.Coquille,
                name = MotsHorsLigne.T("Manifeste.Nom"),
                short_name = "FaireAvec",
                description = MotsHorsLigne.T("Manifeste.Description"),
                lang = "fr",
                dir = "ltr",
                start_url = LiensHorsLigne.Coquille,
                scope = "/",
                display = "standalone",
                background_color = "#faf7f1",
                theme_color = "#faf7f1",
                icons = new[] { 192, 512 }.Select(t => new { src = $"/ui/icone-{t}.png", sizes = $"{t}x{t}", type = "image/png", purpose = "any" }),
            },
            Data.EnJson.Options),
        "application/manifest+json; charset=utf-8");

    private static Task<Resultat<Appareil>> OuvertAsync(AppareilsDuMediateur appareils, Guid id, Demandeur demandeur, CancellationToken annulation) =>
        appareils.OuvertAsync(id, demandeur.Identite!.Compte, demandeur.Identite.Organisation, annulation);

    private static void Garder(HttpContext contexte) => contexte.Response.Headers.CacheControl = "no-cache, no-store";
}
