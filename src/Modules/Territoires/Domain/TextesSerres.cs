using System.Text;

namespace FaireAvec.Territoires.Domain;

/// <summary>
/// Many short texts in one array of bytes (UTF-8), found by their number. Forty thousand names weigh a third of as many strings, which are made
/// only when somebody asks for one: few are ever shown.
/// </summary>
internal sealed class TextesSerres
{
    private readonly byte[] _octets;
    private readonly int[] _debuts;

    public TextesSerres(IReadOnlyList<string> textes)
    {
        _debuts = new int[textes.Count + 1];
        for (var i = 0; i < textes.Count; i++)
        {
            _debuts[i + 1] = _debuts[i] + Encoding.UTF8.GetByteCount(textes[i]);
        }

        _octets = new byte[_debuts[^1]];
        for (var i = 0; i < textes.Count; i++)
        {
            Encoding.UTF8.GetBytes(textes[i], _octets.AsSpan(_debuts[i]));
        }
    }

    public string this[int numero] => Encoding.UTF8.GetString(_octets.AsSpan(_debuts[numero].._debuts[numero + 1]));
}
