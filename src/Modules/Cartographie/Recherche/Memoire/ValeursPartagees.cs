namespace FaireAvec.Cartographie.Recherche.Memoire;

/// <summary>Values that many places share, each kept once and known by its number.</summary>
internal sealed class ValeursPartagees<T>(IEqualityComparer<T> egalite)
    where T : notnull
{
    private readonly Dictionary<T, int> _numeros = new(egalite);
    private readonly List<T> _valeurs = [];

    /// <summary>The number of a value; a new one when it wasn't known.</summary>
    public int Numero(T valeur)
    {
        if (!_numeros.TryGetValue(valeur, out var numero))
        {
            _numeros[valeur] = numero = _valeurs.Count;
            _valeurs.Add(valeur);
        }

        return numero;
    }

    /// <summary>The values, at their numbers.</summary>
    public T[] Ranger() => [.. _valeurs];
}
