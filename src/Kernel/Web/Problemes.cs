using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FaireAvec.Kernel.Web;

/// <summary>The one shape of the API's refusals: problem details (RFC 9457), with every fault in « erreurs ».</summary>
public static class Problemes
{
    /// <summary>Name of the list in the answer.</summary>
    public const string Erreurs = "erreurs";

    /// <summary>The request isn't understood: 400.</summary>
    public static ProblemHttpResult Refus(params IReadOnlyList<Erreur> erreurs) => De(StatusCodes.Status400BadRequest, erreurs);

    /// <summary>What is asked doesn't exist: 404.</summary>
    public static ProblemHttpResult Introuvable(Erreur erreur) => De(StatusCodes.Status404NotFound, [erreur]);

    /// <summary>Something else stands there already: 409.</summary>
    public static ProblemHttpResult Conflit(Erreur erreur) => De(StatusCodes.Status409Conflict, [erreur]);

    /// <summary>It changed since it was read: 412.</summary>
    public static ProblemHttpResult Depasse(Erreur erreur) => De(StatusCodes.Status412PreconditionFailed, [erreur]);

    /// <summary>It must be said what was read before: 428.</summary>
    public static ProblemHttpResult ConditionManque(Erreur erreur) => De(StatusCodes.Status428PreconditionRequired, [erreur]);

    private static ProblemHttpResult De(int statut, IReadOnlyList<Erreur> erreurs) => TypedResults.Problem(
        string.Join(" ", erreurs.Select(e => e.Message)),
        statusCode: statut,
        extensions: [new(Erreurs, erreurs.Select(FauteDuProbleme.De).ToArray())]);
}
