namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>The values of one column of a block, each once: a fact holds the place of its own.</summary>
internal sealed class Repertoire<T>(IEqualityComparer<T>? egalite = null)
    where T : notnull
{
    private readonly Dictionary<T, ushort> _rangs = new(egalite);
    private readonly List<T> _valeurs = [];

    public IReadOnlyList<T> Valeurs => _valeurs;

    /// <exception cref="InvalidOperationException">More than 65,536 values in one block: it must be cut.</exception>
    public ushort Ranger(T valeur)
    {
        if (!_rangs.TryGetValue(valeur, out var rang))
        {
            if (_valeurs.Count > ushort.MaxValue)
            {
                throw new InvalidOperationException("Too many values in one block.");
            }

            rang = (ushort)_valeurs.Count;
            _rangs.Add(valeur, rang);
            _valeurs.Add(valeur);
        }

        return rang;
    }
}

/// <summary>Lists of ids are the same when they hold the same ids in the same order.</summary>
internal sealed class MemesListes : IEqualityComparer<IReadOnlyList<Guid>>
{
    public bool Equals(IReadOnlyList<Guid>? x, IReadOnlyList<Guid>? y) => x is not null && y is not null && x.SequenceEqual(y);

    public int GetHashCode(IReadOnlyList<Guid> obj)
    {
        var empreinte = default(HashCode);
        foreach (var id in obj)
        {
            empreinte.Add(id);
        }

        return empreinte.ToHashCode();
    }
}
