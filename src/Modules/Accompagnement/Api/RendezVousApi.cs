using System.ComponentModel;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Api;

/// <summary>« /api/v1/rendez-vous »: another system of the organisation follows the appointments of its médiateurs, gives some, moves them, gives them up, says who came. By the same services as the agenda.</summary>
internal static class RendezVousApi
{
    private const string Liste = "rendez-vous";

    private static readonly string[] Acceptes = ["du", "au", "mediateur", "lieu", "etat", "apres", "taille"];

    private static readonly string[] EtatsQuOnDit = ["confirme", "honore", "absent", "annule"];

    private static readonly HashSet<string> Conflits = [ErreursAgenda.Occupe.Code, ErreursAgenda.Etat.Code, ErreursAgenda.TropTard.Code, ErreursAgenda.PasEncore.Code, ErreursDeLApi.RendezVousDejaPris.Code];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/rendez-vous", ListerAsync).Droit(DroitsDeLAccompagnement.LireDesRendezVous)
            .WithName("ListerRendezVous").WithTags("Rendez-vous")
            .WithSummary("Les rendez-vous des médiateurs de votre organisation, par heure")
            .WithDescription("« du », « au » : jours, à l’heure de Paris. « mediateur », « lieu », « etat ». « taille » de 1 à 500, 100 par défaut ; « apres » : la valeur de « suivant ». Jamais qui vient, ni pour quoi.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints.MapGet("/api/v1/rendez-vous/{id}", LireAsync).Droit(DroitsDeLAccompagnement.LireDesRendezVous)
            .WithName("LireRendezVous").WithTags("Rendez-vous").WithSummary("Un rendez-vous")
            .Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapPost("/api/v1/rendez-vous", PrendreAsync).Droit(DroitsDeLAccompagnement.EcrireDesRendezVous)
            .WithName("PrendreRendezVous").WithTags("Rendez-vous")
            .WithSummary("Donne un rendez-vous avec un médiateur de votre organisation. L’identifiant vient de vous : envoyé deux fois, c’est un rendez-vous (201, puis 200).")
            .WithDescription("Les mêmes règles que l’agenda : 409 quand le médiateur, ou la salle, est déjà pris. Qui vient est gardé fermé, et effacé trois mois après.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        endpoints.MapPut("/api/v1/rendez-vous/{id}", ChangerAsync).Droit(DroitsDeLAccompagnement.EcrireDesRendezVous)
            .WithName("ChangerRendezVous").WithTags("Rendez-vous")
            .WithSummary("Confirme, déplace ou annule un rendez-vous, ou dit si la personne est venue")
            .WithDescription("« etat » (confirme, honore, absent, annule), ou un autre moment (« date », « heure », et si besoin « lieu », « duree_minutes »). Déplacé, c’est un nouveau rendez-vous, qui dit lequel il remplace. If-Match est facultatif. Envoyé deux fois, la réponse est la même.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<Results<Ok<PageDeRendezVousJson>, ProblemHttpResult>> ListerAsync(HttpContext contexte, FaireAvecDb db, Demandeur demandeur, ReperesDesLieux reperes, CancellationToken annulation)
    {
        var filtres = new FiltresDeLApi(contexte.Request.Query, Acceptes);
        var (du, au, curseur, taille) = (filtres.Jour("du"), filtres.Jour("au"), filtres.Curseur(Liste), filtres.Taille());
        var (mediateur, lieu, etat) = (filtres.Id("mediateur"), filtres.Texte("lieu"), filtres.Parmi("etat", RendezVousLuJson.Etats));
        filtres.EnOrdre(du, au);
        if (filtres.Fautes.Count > 0)
        {
            return Problemes.Refus(filtres.Fautes);
        }

        var rendezVous = RendezVousLu.Tous(db);
        if (TerritoireDuClient.Borne(demandeur.Identite!))
        {
            var lieux = await RendezVousLu.Tous(db).Select(r => r.Lieu).Distinct().ToListAsync(annulation);
            string[] dedans = [.. lieux.Where(l => TerritoireDuClient.Couvre(demandeur.Identite!, reperes.Agenda(l)?.Departement))];
            rendezVous = rendezVous.Where(r => dedans.Contains(r.Lieu));
        }

        if (curseur is { } c)
        {
            rendezVous = rendezVous.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.Debut, r.Id), ValueTuple.Create(c.Instant, c.Id)));
        }

        if (du is { } premier)
        {
            var debut = HeuresLocales.Journee(HeuresLocales.Metropole, premier).Debut;
            rendezVous = rendezVous.Where(r => r.Debut >= debut);
        }

        if (au is { } dernier)
        {
            var fin = HeuresLocales.Journee(HeuresLocales.Metropole, dernier).Fin;
            rendezVous = rendezVous.Where(r => r.Debut < fin);
        }

        if (mediateur is { } compte)
        {
            rendezVous = rendezVous.Where(r => r.Compte == compte);
        }

        if (lieu is not null)
        {
            rendezVous = rendezVous.Where(r => r.Lieu == lieu);
        }

        if (etat is not null)
        {
            var voulu = Enum.Parse<EtatDeRendezVous>(etat, ignoreCase: true).ToString();
            rendezVous = rendezVous.Where(r => r.Etat == voulu);
        }

        var lus = await rendezVous.OrderBy(r => r.Debut).ThenBy(r => r.Id).Take(taille + 1).ToListAsync(annulation);
        var donnes = lus.Take(taille).ToList();
        return TypedResults.Ok(new PageDeRendezVousJson(donnes.ConvertAll(RendezVousLuJson.De), lus.Count > taille ? new CurseurDeLApi(donnes[^1].Debut, donnes[^1].Id).Ecrire(Liste) : null));
    }

    private static async Task<Results<Ok<RendezVousLuJson>, StatusCodeHttpResult, ProblemHttpResult>> LireAsync([Description("Identifiant du rendez-vous.")] string id, HttpContext contexte, FaireAvecDb db, Demandeur demandeur, ReperesDesLieux reperes, CancellationToken annulation)
    {
        if (await TrouverAsync(db, id, demandeur.Identite!, reperes, annulation) is not { } rendezVous)
        {
            return Problemes.Introuvable(ErreursAgenda.Introuvable);
        }

        contexte.Response.Headers.ETag = EtiquetteDeVersion.De(rendezVous.Version);
        contexte.Response.Headers.CacheControl = "private, no-cache";
        return EtiquetteDeVersion.DejaLue(contexte.Request, rendezVous.Version) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(RendezVousLuJson.De(rendezVous));
    }

    private static async Task<Results<Created<RendezVousLuJson>, Ok<RendezVousLuJson>, ProblemHttpResult>> PrendreAsync(RendezVousAPrendreJson json, AuNomDUnProfessionnel auNomDe, Demandeur demandeur, ReperesDesLieux reperes, CancellationToken annulation)
    {
        if (!TerritoireDuClient.Couvre(demandeur.Identite!, reperes.Agenda(json.Lieu)?.Departement))
        {
            return Problemes.Refus(ErreursDeLApi.HorsDuTerritoire);
        }

        var pris = await auNomDe.FaireAsync<(RendezVous RendezVous, bool Nouveau)>(json.Mediateur, async services =>
        {
            var identite = services.GetRequiredService<Demandeur>().Identite!;
            // Those who have an agenda: a coordinator or an aidant has none.
            if (!identite.Roles.Any(r => r is Role.Mediateur or Role.ConseillerNumerique))
            {
                return ErreursActivites.MediateurInconnu;
            }

            var db = services.GetRequiredService<FaireAvecDb>();
            var deja = await db.Set<RendezVous>().AsNoTracking().AnyAsync(r => r.Id == json.Id && r.Compte == json.Mediateur, annulation);
            var saisie = new SaisieDeRendezVous
            {
                Id = json.Id,
                Lieu = json.Lieu,
                Salle = json.Salle,
                Date = json.Date,
                De = json.Heure,
                Duree = json.DureeMinutes,
                Qui = new() { Prenom = json.Prenom, Telephone = json.Telephone, Courriel = json.Courriel, Sms = json.Sms, Besoin = json.Besoin, Interprete = json.Interprete, Amenagements = json.Amenagements },
            };
            var fait = await services.GetRequiredService<AgendaDuMediateur>().PrendreAsync(saisie, json.Mediateur, identite.Organisation!.Value, annulation);
            if (!fait.Reussi)
            {
                return Resultat<(RendezVous, bool)>.Echec(fait.Erreurs);
            }

            var garde = await db.Set<RendezVous>().AsNoTracking().SingleAsync(r => r.Id == fait.Valeur, annulation);
            // Something else under an id that is taken isn't the same again.
            return deja && !Meme(garde, json) ? ErreursDeLApi.RendezVousDejaPris : (garde, !deja);
        }, annulation);
        if (!pris.Reussi)
        {
            return Refuser(pris.Erreurs);
        }

        var reponse = RendezVousLuJson.De(pris.Valeur.RendezVous);
        return pris.Valeur.Nouveau ? TypedResults.Created($"/api/v1/rendez-vous/{reponse.Id}", reponse) : TypedResults.Ok(reponse);
    }

    private static async Task<Results<Ok<RendezVousLuJson>, ProblemHttpResult>> ChangerAsync(
        [Description("Identifiant du rendez-vous.")] string id, RendezVousAChangerJson json, HttpContext contexte, FaireAvecDb db, Demandeur demandeur, AuNomDeLAuteur auNom, ReperesDesLieux reperes, CancellationToken annulation)
    {
        if (await TrouverAsync(db, id, demandeur.Identite!, reperes, annulation) is not { } trouve)
        {
            return Problemes.Introuvable(ErreursAgenda.Introuvable);
        }

        var moment = json.Date is not null || json.Heure is not null || json.Lieu is not null || json.DureeMinutes is not null;
        if (json.Etat is null != moment || (json.Etat is { } etat && !EtatsQuOnDit.Contains(etat, StringComparer.Ordinal)))
        {
            return Problemes.Refus(ErreursDeLApi.Valeur("etat", "un état, ou un autre moment", EtatsQuOnDit));
        }

        if (json.Lieu is { } vers && !TerritoireDuClient.Couvre(demandeur.Identite!, reperes.Agenda(vers)?.Departement))
        {
            return Problemes.Refus(ErreursDeLApi.HorsDuTerritoire);
        }

        if (EtiquetteDeVersion.Voulue(contexte.Request) is { } version && version != trouve.Version)
        {
            return Problemes.Depasse(ErreursDeLApi.VersionDepassee);
        }

        var fait = await auNom.FaireAsync<Resultat<RendezVous>>(trouve.Compte, demandeur.Identite!.Organisation!.Value, async services =>
        {
            var (agenda, sien) = (services.GetRequiredService<AgendaDuMediateur>(), services.GetRequiredService<FaireAvecDb>());
            var rendezVous = await sien.Set<RendezVous>().SingleAsync(r => r.Id == trouve.Id, annulation);
            if (moment)
            {
                var deplace = await DeplacerAsync(agenda, sien, rendezVous, json, annulation);
                return deplace.Reussi ? await sien.Set<RendezVous>().AsNoTracking().SingleAsync(r => r.Id == deplace.Valeur, annulation) : Resultat<RendezVous>.Echec(deplace.Erreurs);
            }

            // Twice the same isn't a change of state that is refused.
            var change = json.Etat switch
            {
                "annule" => await agenda.AnnulerAsync(rendezVous, annulation),
                "confirme" => await agenda.ConfirmerAsync(rendezVous, annulation),
                _ => await agenda.NoterAsync(rendezVous, json.Etat == "honore", annulation),
            };
            return change.Reussi ? rendezVous : Resultat<RendezVous>.Echec(change.Erreurs);
        });
        if (!fait.Reussi)
        {
            return Refuser(fait.Erreurs);
        }

        contexte.Response.Headers.ETag = EtiquetteDeVersion.De(fait.Valeur.Version);
        return TypedResults.Ok(RendezVousLuJson.De(fait.Valeur));
    }

    private static async Task<Resultat<Guid>> DeplacerAsync(AgendaDuMediateur agenda, FaireAvecDb db, RendezVous rendezVous, RendezVousAChangerJson json, CancellationToken annulation)
    {
        var local = HeuresLocales.Locale(rendezVous.Fuseau, rendezVous.Debut).DateTime;
        var (lieu, date, heure, duree) = (json.Lieu ?? rendezVous.Lieu, json.Date ?? DateOnly.FromDateTime(local), json.Heure ?? local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), json.DureeMinutes ?? rendezVous.Minutes);
        // Moved so already: the same sent again gives the one that took its place.
        if (rendezVous.Etat == EtatDeRendezVous.Deplace && await db.Set<RendezVous>().AsNoTracking().SingleOrDefaultAsync(r => r.Remplace == rendezVous.Id, annulation) is { } suivant)
        {
            var la = HeuresLocales.Locale(suivant.Fuseau, suivant.Debut).DateTime;
            if (suivant.Lieu == lieu && DateOnly.FromDateTime(la) == date && TimeOnly.FromDateTime(la) == HeureSaisie.Lire(heure) && suivant.Minutes == duree)
            {
                return suivant.Id;
            }
        }

        return await agenda.DeplacerAsync(rendezVous, lieu, date, heure, duree, rendezVous.Organisation, annulation);
    }

    private static bool Meme(RendezVous garde, RendezVousAPrendreJson json)
    {
        var la = HeuresLocales.Locale(garde.Fuseau, garde.Debut).DateTime;
        return garde.Lieu == json.Lieu && garde.Minutes == json.DureeMinutes && DateOnly.FromDateTime(la) == json.Date && TimeOnly.FromDateTime(la) == HeureSaisie.Lire(json.Heure);
    }

    private static async Task<RendezVousLu?> TrouverAsync(FaireAvecDb db, string id, Identite client, ReperesDesLieux reperes, CancellationToken annulation) =>
        Guid.TryParse(id, out var cherche) && await RendezVousLu.Tous(db).SingleOrDefaultAsync(r => r.Id == cherche, annulation) is { } trouve && TerritoireDuClient.Couvre(client, reperes.Agenda(trouve.Lieu)?.Departement)
            ? trouve
            : null;

    private static ProblemHttpResult Refuser(IReadOnlyList<Erreur> erreurs) =>
        erreurs.FirstOrDefault(e => Conflits.Contains(e.Code)) is { } conflit ? Problemes.Conflit(conflit) : Problemes.Refus(erreurs);
}
