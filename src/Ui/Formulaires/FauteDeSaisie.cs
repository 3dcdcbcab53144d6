using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Ui.Formulaires;

/// <summary>A page shown with errors has status 400, whatever its method; a page that chose another status keeps it.</summary>
internal sealed class FauteDeSaisie : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.ModelState.ErrorCount > 0 && context.Result is PageResult { StatusCode: null } && context.HttpContext.Response.StatusCode == StatusCodes.Status200OK)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>What the binding of the framework says by itself, in the language of the page.</summary>
    public static void Phrases(DefaultModelBindingMessageProvider phrases)
    {
        phrases.SetAttemptedValueIsInvalidAccessor((valeur, _) => Textes.SaisieRefusee(Court(valeur)));
        phrases.SetNonPropertyAttemptedValueIsInvalidAccessor(valeur => Textes.SaisieRefusee(Court(valeur)));
        phrases.SetValueIsInvalidAccessor(valeur => Textes.SaisieRefusee(Court(valeur)));
        phrases.SetUnknownValueIsInvalidAccessor(_ => Textes.ErreurGenerique);
        phrases.SetNonPropertyUnknownValueIsInvalidAccessor(() => Textes.ErreurGenerique);
        phrases.SetValueMustBeANumberAccessor(_ => Textes.SaisieNombre);
        phrases.SetNonPropertyValueMustBeANumberAccessor(() => Textes.SaisieNombre);
        phrases.SetMissingBindRequiredValueAccessor(_ => Textes.SaisieManque);
        phrases.SetMissingKeyOrValueAccessor(() => Textes.SaisieManque);
        phrases.SetMissingRequestBodyRequiredValueAccessor(() => Textes.SaisieManque);
        phrases.SetValueMustNotBeNullAccessor(_ => Textes.SaisieManque);
    }

    private static string Court(string valeur) => valeur.Length > 60 ? valeur[..60] + "…" : valeur;
}
