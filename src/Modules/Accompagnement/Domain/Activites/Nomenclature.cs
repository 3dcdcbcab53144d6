using System.Collections.Frozen;

namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>One entry of a closed list.</summary>
/// <param name="Code">Stable, in the database, in the API and in files.</param>
/// <param name="Libelle">The exact label that médiateurs know.</param>
internal sealed record Terme(string Code, string Libelle);

/// <summary>A closed list, in its order on screen. Codes are never used again for something else.</summary>
internal sealed class Nomenclature
{
    private readonly FrozenDictionary<string, Terme> _parCode;

    public Nomenclature(params IReadOnlyList<(string Code, string Libelle)> termes)
    {
        Termes = [.. termes.Select(t => new Terme(t.Code, t.Libelle))];
        Codes = [.. Termes.Select(t => t.Code)];
        _parCode = Termes.ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<Terme> Termes { get; }

    public IReadOnlyList<string> Codes { get; }

    public bool Contient(string? code) => code is not null && _parCode.ContainsKey(code);

    /// <summary>The label of a code, or null.</summary>
    public string? Libelle(string? code) => code is not null && _parCode.TryGetValue(code, out var terme) ? terme.Libelle : null;

    /// <summary>Its place in the list, from 0, or -1.</summary>
    public int Rang(string code) => Codes.IndexOf(code);
}

/// <summary>IndexOf on a read-only list.</summary>
internal static class ListesOrdonnees
{
    public static int IndexOf<T>(this IReadOnlyList<T> liste, T valeur)
    {
        for (var i = 0; i < liste.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(liste[i], valeur))
            {
                return i;
            }
        }

        return -1;
    }
}
