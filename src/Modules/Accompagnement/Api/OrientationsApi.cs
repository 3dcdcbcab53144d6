using System.ComponentModel;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Api;

/// <summary>« /api/v1/orientations »: another system sends somebody on, in the name of a professional of its organisation, and reads where it is. Only what it sent itself.</summary>
internal static class OrientationsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/v1/orientations", EnvoyerAsync).Droit(DroitsDeLAccompagnement.EnvoyerDesOrientations)
            .WithName("EnvoyerOrientation").WithTags("Orientations")
            .WithSummary("Oriente une personne vers un lieu, avec son accord. L’identifiant vient de vous : envoyée deux fois, c’est une orientation (201, puis 200).")
            .WithDescription("Les mêmes règles que la page : le lieu est relu au moment de l’envoi, l’accord est obligatoire, rien ne dit qui est la personne. Pour une personne mineure ou protégée, l’accord d’une autre personne est demandé : passez par la page.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        endpoints.MapGet("/api/v1/orientations/{id}", LireAsync).Droit(DroitsDeLAccompagnement.EnvoyerDesOrientations)
            .WithName("LireOrientation").WithTags("Orientations")
            .WithSummary("Où en est une orientation que vous avez envoyée")
            .WithDescription("« honoree », « non_honoree » et « close » ne se lisent que si la personne a accepté que l’on sache.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<EtatDOrientationJson>, Ok<EtatDOrientationJson>, ProblemHttpResult>> EnvoyerAsync(
        OrientationJson json, Demandeur demandeur, AuNomDUnProfessionnel auNomDe, ReperesDesLieux reperes, TimeProvider horloge, CancellationToken annulation)
    {
        var client = demandeur.Identite!.Compte;
        var demande = Lire(json, client, horloge.GetUtcNow());
        if (!demande.Reussi)
        {
            return Problemes.Refus(demande.Erreurs);
        }

        if (!TerritoireDuClient.Couvre(demandeur.Identite, reperes.Commune(json.Commune)?.Departement))
        {
            return Problemes.Refus(ErreursDeLApi.HorsDuTerritoire with { Champ = "commune" });
        }

        var envoyee = await auNomDe.FaireAsync<(Orientation Orientation, bool Nouvelle)>(json.Professionnel, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            var deja = await db.Set<Orientation>().AnyAsync(o => o.Id == json.Id, annulation);
            var faite = await services.GetRequiredService<EnvoyerUneOrientation>().ExecuterAsync(demande.Valeur, annulation);
            if (!faite.Reussi)
            {
                return Resultat<(Orientation, bool)>.Echec(faite.Erreurs);
            }

            // Something else under an id that is taken isn't the same again.
            if (faite.Valeur.Client != client || faite.Valeur.Code != json.Besoin || (deja && faite.Valeur.Lieu != json.Lieu))
            {
                return ErreursOrientation.IdDejaPris;
            }

            await services.GetRequiredService<PrevenirLeReceveur>().ExecuterAsync(faite.Valeur, services.GetRequiredService<ILieuxQuiPeuventRecevoir>().Trouver(faite.Valeur.Lieu, horloge.GetUtcNow()), annulation);

            return (faite.Valeur, !deja);
        }, annulation);
        if (!envoyee.Reussi)
        {
            return envoyee.Erreur!.Code == ErreursOrientation.IdDejaPris.Code ? Problemes.Conflit(envoyee.Erreur) : Problemes.Refus(envoyee.Erreurs);
        }

        var reponse = Dire(envoyee.Valeur.Orientation);
        return envoyee.Valeur.Nouvelle ? TypedResults.Created($"/api/v1/orientations/{reponse.Id}", reponse) : TypedResults.Ok(reponse);
    }

    private static async Task<Results<Ok<EtatDOrientationJson>, ProblemHttpResult>> LireAsync([Description("L’identifiant que vous avez donné à l’orientation.")] string id, Demandeur demandeur, Personnes.EnSysteme systeme, CancellationToken annulation)
    {
        var (client, organisation) = (demandeur.Identite!.Compte, demandeur.Identite.Organisation);
        if (!Guid.TryParse(id, out var cherchee))
        {
            return Problemes.Introuvable(ErreursOrientation.Introuvable);
        }

        // The client is nobody who sends or receives: what it sent is read in the system context, and nothing else is asked for.
        var orientation = await systeme.FaireAsync(Personnes.EnSysteme.Orientation, (_, db) => db.Set<Orientation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == cherchee && o.Client == client && o.Organisation == organisation, annulation), annulation);
        return orientation is null ? Problemes.Introuvable(ErreursOrientation.Introuvable) : TypedResults.Ok(Dire(orientation));
    }

    private static Resultat<DemandeDOrientation> Lire(OrientationJson json, Guid client, DateTimeOffset maintenant)
    {
        var fautes = new List<Erreur>();
        if (json.Id == Guid.Empty)
        {
            fautes.Add(ErreursOrientation.Identifiant);
        }

        if (BesoinsDOrientation.De(json.Besoin) is null)
        {
            fautes.Add(ErreursOrientation.BesoinInconnu with { Champ = "besoin" });
        }

        var forme = json.Accord.Forme switch { "oral" => FormeDAccord.Oral, "papier" => FormeDAccord.Papier, _ => (FormeDAccord?)null };
        if (forme is null)
        {
            fautes.Add(ErreursOrientation.Forme);
        }

        var accord = new AccordDOrientation(PartieAUnMandat.Personne, maintenant, forme ?? FormeDAccord.Oral, AccordDOrientation.LireTemoin(json.Accord.Temoin));
        if (forme is not null && AccordDOrientation.Verifier(accord) is { } faute)
        {
            fautes.Add(faute with { Champ = "accord.temoin" });
        }

        if (fautes.Count > 0)
        {
            return Resultat<DemandeDOrientation>.Echec(fautes);
        }

        var decision = TableDeDecision.Decider(new SituationExprimee { Besoins = [json.Besoin], Majorite = MajoriteDeLaPersonne.Majeure });
        return new DemandeDOrientation
        {
            Id = json.Id,
            Client = client,
            Decision = decision,
            Code = json.Besoin,
            Commune = json.Commune,
            Lieu = json.Lieu,
            Accords = [accord],
            RetourConsenti = json.RetourConsenti,
            Langue = json.Langue,
            Interprete = json.Interprete,
            Amenagements = json.Amenagements,
            Disponibilites = json.Disponibilites,
            Precision = json.Precision,
        };
    }

    private static EtatDOrientationJson Dire(Orientation o) => new(
        o.Id, ReferenceDOrientation.Presenter(o.Reference), o.Code, o.Lieu, System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(o.EtatPourLEnvoyeur.ToString()), o.RetourVisible ? o.EtatDepuis : null, o.RdvLe, o.Revenue);
}
