using System.Text;

namespace FaireAvec.Kernel.Memoire;

/// <summary>
/// Many short texts as one block of UTF-8, found by their number: a string costs 22 bytes before its first letter, and two for each, and few of thousands of names are
/// ever shown. In normalised texts, which have no surrogates, the order of the bytes is that of the strings.
/// </summary>
public sealed class TextesEmpaquetes
{
    private readonly byte[] _octets;
    private readonly int[] _debuts;

    /// <param name="textes">The texts, at their numbers.</param>
    public TextesEmpaquetes(IReadOnlyList<string> textes)
    {
        _debuts = new int[textes.Count + 1];
        for (var i = 0; i < textes.Count; i++)
        {
            _debuts[i + 1] = checked(_debuts[i] + Encoding.UTF8.GetByteCount(textes[i]));
        }

        _octets = new byte[_debuts[^1]];
        for (var i = 0; i < textes.Count; i++)
        {
            Encoding.UTF8.GetBytes(textes[i], _octets.AsSpan(_debuts[i]));
        }
    }

    /// <summary>How many texts there are.</summary>
    public int Nombre => _debuts.Length - 1;

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> this[int i] => _octets.AsSpan(_debuts[i].._debuts[i + 1]);

    /// <summary>A text, made again at each call.</summary>
    public string Texte(int i) => Encoding.UTF8.GetString(this[i]);
}
