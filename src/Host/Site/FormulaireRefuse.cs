using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FaireAvec.Host.Site;

/// <summary>Why a form wasn't taken, when it isn't for what is written in it.</summary>
internal enum RefusDeFormulaire
{
    /// <summary>The session ended while it was filled.</summary>
    SessionFinie,

    /// <summary>Another account or another organisation was chosen in another tab, or the browser forgot the page.</summary>
    PasAJour,
}

/// <summary>A form that wasn't taken, for the page that says so: why, and the words that were in it.</summary>
internal sealed record FormulaireRefuse(RefusDeFormulaire Raison, IReadOnlyList<string> Ecrits)
{
    private static readonly object Cle = new();

    public static FormulaireRefuse? De(HttpContext contexte) => contexte.Items[Cle] as FormulaireRefuse;

    /// <summary>The page of the refusal will say why, and give the words back.</summary>
    public static async Task NoterAsync(HttpContext contexte, RefusDeFormulaire raison) =>
        contexte.Items[Cle] = new FormulaireRefuse(raison, await TextesTapes.LireAsync(contexte.Request, contexte.RequestAborted));

    /// <summary>Sees the forms whose token isn't the one of who sends them.</summary>
    internal sealed class Jetons : IAsyncAlwaysRunResultFilter
    {
        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            if (context.Result is IAntiforgeryValidationFailedResult)
            {
                await NoterAsync(context.HttpContext, RefusDeFormulaire.PasAJour);
            }

            await next();
        }
    }
}
