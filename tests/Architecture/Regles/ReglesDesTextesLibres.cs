using System.Reflection;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>A page where people write what they want looks at it before the write: a password or a social-security number never enters.</summary>
internal static class ReglesDesTextesLibres
{
    private const BindingFlags Tout = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The pages that have a watched field.</summary>
    public static IEnumerable<Type> Pages(Assembly assembly) => assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract && TextesLibres.Champs(t).Count > 0);

    public static IEnumerable<string> Surveilles(IEnumerable<Type> pages) =>
        from page in pages
        where !SesClasses(page).SelectMany(Corps).SelectMany(RegleDuDomaine.Appeles).Any(m => m?.DeclaringType == typeof(TextesLibres))
        select $"{page.FullName} has a [TexteLibre] field and never asks this.TextesLibresAcceptes().";

    // What several pages share asks in their base class.
    private static IEnumerable<Type> SesClasses(Type page)
    {
        for (var t = page; t is not null && t != typeof(PageModel); t = t.BaseType)
        {
            yield return t;
        }
    }

    // An asynchronous method is a nested type.
    private static IEnumerable<MethodBase> Corps(Type type) => type.GetMethods(Tout).Concat<MethodBase>(type.GetNestedTypes(Tout).SelectMany(Corps));
}
