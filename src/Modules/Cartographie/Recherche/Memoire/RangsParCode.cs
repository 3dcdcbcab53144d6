using FaireAvec.Kernel.Memoire;

namespace FaireAvec.Cartographie.Recherche.Memoire;

/// <summary>The rows of each territory, in order.</summary>
internal sealed class RangsParCode
{
    private readonly Dictionary<string, int> _numeros = new(StringComparer.Ordinal);
    private readonly string[] _codes;
    private readonly int[] _numeroDuRang;
    private readonly ListesEmpaquetees _rangs;

    /// <param name="codes">The code of each row; empty when it has none.</param>
    public RangsParCode(IReadOnlyList<string> codes)
    {
        _numeroDuRang = new int[codes.Count];
        for (var rang = 0; rang < codes.Count; rang++)
        {
            if (!_numeros.TryGetValue(codes[rang], out var numero))
            {
                _numeros[codes[rang]] = numero = _numeros.Count;
            }

            _numeroDuRang[rang] = numero;
        }

        _codes = [.. _numeros.Keys];
        _rangs = new ListesEmpaquetees(_codes.Length, _numeroDuRang);
    }

    /// <summary>How many rows each code has, without those that have no code.</summary>
    public IEnumerable<(string Code, int Nombre)> Nombres => _codes.Select((code, i) => (code, _rangs[i].Length)).Where(c => c.code.Length > 0);

    public string CodeDe(int rang) => _codes[_numeroDuRang[rang]];

    /// <summary>The rows of a code, in order.</summary>
    public ReadOnlySpan<int> Rangs(string code) => _numeros.TryGetValue(code, out var i) ? _rangs[i] : [];

    /// <summary>For the numbers of codes, whether they are among those; null when none is asked.</summary>
    public bool[]? Membres(IReadOnlyCollection<string> codes)
    {
        if (codes.Count == 0)
        {
            return null;
        }

        var membres = new bool[_codes.Length];
        foreach (var code in codes)
        {
            if (_numeros.TryGetValue(code, out var numero))
            {
                membres[numero] = true;
            }
        }

        return membres;
    }

    /// <summary>True when the code of a row is among the members.</summary>
    public bool Est(int rang, bool[] membres) => membres[_numeroDuRang[rang]];
}
