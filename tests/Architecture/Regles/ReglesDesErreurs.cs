using System.Reflection;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>A code says one thing: whoever reads it in an answer, a journal or a translation finds one sentence.</summary>
internal static class ReglesDesErreurs
{
    /// <summary>The errors that the lists of errors among these types (<c>Erreurs…</c>) declare, with where.</summary>
    public static IReadOnlyList<(string Code, string Ou)> Declarees(IEnumerable<Type> types) =>
    [
        .. from t in types
           where t.Name.StartsWith("Erreurs", StringComparison.Ordinal)
           from f in t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where f.FieldType == typeof(Erreur) && f.GetValue(null) is Erreur
           select (((Erreur)f.GetValue(null)!).Code, $"{t.Name}.{f.Name}"),
    ];

    public static IEnumerable<string> EnDouble(IEnumerable<(string Code, string Ou)> erreurs) =>
        from e in erreurs
        group e.Ou by e.Code into g
        where g.Skip(1).Any()
        orderby g.Key
        select $"{g.Key}: {string.Join(", ", g.Order(StringComparer.Ordinal))}";
}
