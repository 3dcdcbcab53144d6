using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using FaireAvec.Kernel.Texte;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FaireAvec.Ui.Formulaires;

/// <summary>
/// Under the watch of each page, a net for all of them: whatever the field (a name, a code, one that a page forgot), no form brings in a password nor a
/// social-security number. The handler isn't called; a page of refusal says why, and the browser still has what was typed.
/// </summary>
public sealed class FiletDesTextes : IAsyncPageFilter
{
    /// <summary>Where the sentence of the refusal is, for the page that says it.</summary>
    public const string Phrase = "texte-refuse";

    // Longer without a space, a page wrote it (a sealed value, a drawing), not a person.
    private const int SansEspaceMax = 200;

    private static readonly ConcurrentDictionary<Type, (FrozenSet<string> Surveilles, TextesRegardesAttribute? Regardes)> Pages = new();

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.Request.HasFormContentType && Refus(context.HttpContext.Request.Form, context.HandlerInstance.GetType()) is { } refus)
        {
            context.HttpContext.Items[Phrase] = refus;
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return Task.CompletedTask;
        }

        return next();
    }

    /// <summary>What to say of the first field that holds what is never kept and that the page doesn't look at; null when there is none.</summary>
    internal static string? Refus(IFormCollection formulaire, Type page)
    {
        var (surveilles, regardes) = Pages.GetOrAdd(page, static p => (TextesLibres.Champs(p).Select(c => c.Propriete.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase), p.GetCustomAttribute<TextesRegardesAttribute>(inherit: true)));
        return formulaire
            .Where(c => !c.Key.StartsWith("__", StringComparison.Ordinal) && !surveilles.Contains(c.Key) && regardes?.Concerne(c.Key) != true)
            .SelectMany(c => c.Value)
            .Where(v => v is not null && (v.Length <= SansEspaceMax || v.Any(char.IsWhiteSpace)))
            .SelectMany(v => ReperageDeSecrets.Reperer(v))
            .FirstOrDefault(r => r.Refuse)?.Phrase;
    }
}
