namespace FaireAvec.Cartographie.Recherche.Memoire;

/// <summary>Lists are equal when they have the same values in the same order.</summary>
internal sealed class EgaliteDeListes : IEqualityComparer<string[]>
{
    public static readonly EgaliteDeListes Ordinale = new();

    public bool Equals(string[]? a, string[]? b) => ReferenceEquals(a, b) || (a is not null && b is not null && a.AsSpan().SequenceEqual(b));

    public int GetHashCode(string[] liste)
    {
        var hachage = default(HashCode);
        foreach (var valeur in liste)
        {
            hachage.Add(valeur, StringComparer.Ordinal);
        }

        return hachage.ToHashCode();
    }
}
