namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>In how many acts each person is, by their number. Not a set: what is taken away again must be counted too.</summary>
internal sealed class OccurrencesDePersonnes
{
    private int[] _nombres = [];

    /// <summary>How many different people.</summary>
    public int Distinctes
    {
        get
        {
            var distinctes = 0;
            foreach (var nombre in _nombres)
            {
                distinctes += nombre > 0 ? 1 : 0;
            }

            return distinctes;
        }
    }

    public bool Contient(int numero) => (uint)numero < (uint)_nombres.Length && _nombres[numero] > 0;

    public void Ajouter(int numero, int nombre)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numero);
        if (numero >= _nombres.Length)
        {
            Array.Resize(ref _nombres, Math.Max(numero + 1, Math.Max(64, _nombres.Length * 2)));
        }

        _nombres[numero] += nombre;
    }

    public void Ajouter(OccurrencesDePersonnes autres)
    {
        for (var i = 0; i < autres._nombres.Length; i++)
        {
            if (autres._nombres[i] != 0)
            {
                Ajouter(i, autres._nombres[i]);
            }
        }
    }

    /// <summary>How many of these people aren't among the others.</summary>
    public int Hors(OccurrencesDePersonnes autres)
    {
        var hors = 0;
        for (var i = 0; i < _nombres.Length; i++)
        {
            hors += _nombres[i] > 0 && !autres.Contient(i) ? 1 : 0;
        }

        return hors;
    }
}
