namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>Days that thousands of hours have in common (« 9 h – 12 h, 14 h – 17 h »), each kept once.</summary>
internal sealed class JourneesPartagees : IEqualityComparer<Journee>
{
    private readonly HashSet<Journee> _connues;

    public JourneesPartagees() => _connues = new(this);

    /// <summary>The day known with the same segments; this one when there is none.</summary>
    public Journee Partager(Journee journee)
    {
        if (_connues.TryGetValue(journee, out var connue))
        {
            return connue;
        }

        _connues.Add(journee);
        return journee;
    }

    bool IEqualityComparer<Journee>.Equals(Journee? a, Journee? b) => ReferenceEquals(a, b) || (a is not null && b is not null && a.Segments.SequenceEqual(b.Segments));

    int IEqualityComparer<Journee>.GetHashCode(Journee journee)
    {
        var hachage = default(HashCode);
        foreach (ref readonly var segment in journee.Segments)
        {
            hachage.Add(segment);
        }

        return hachage.ToHashCode();
    }
}
