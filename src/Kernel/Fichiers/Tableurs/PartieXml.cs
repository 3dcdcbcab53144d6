using System.Text;

namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>One part of a workbook, being written: text gathered by some tens of kilobytes, so that a line costs no trip to the network.</summary>
internal sealed class PartieXml(ArchiveEnFlux archive, Stream partie)
{
    private const int Seuil = 32_768;

    private readonly StringBuilder _texte = new(Seuil + 8_192);
    private readonly Encoder _encodeur = Encoding.UTF8.GetEncoder();
    private byte[] _tampon = [];

    public PartieXml Ajouter(string xml)
    {
        _texte.Append(xml);
        return this;
    }

    public PartieXml Texte(ReadOnlySpan<char> texte)
    {
        while (texte.IndexOfAny("<>&\"\r") is >= 0 and var i)
        {
            // A lone carriage return would be read as a line feed.
            _texte.Append(texte[..i]).Append(texte[i] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => "" });
            texte = texte[(i + 1)..];
        }

        _texte.Append(texte);
        return this;
    }

    public Task AuBesoinAsync(CancellationToken annulation) => _texte.Length < Seuil ? Task.CompletedTask : VerserAsync(annulation);

    public Task FermerAsync(CancellationToken annulation)
    {
        Verser();
        partie.Dispose();
        return archive.EnvoyerAsync(annulation);
    }

    private Task VerserAsync(CancellationToken annulation)
    {
        Verser();
        return archive.EnvoyerAsync(annulation);
    }

    private void Verser()
    {
        foreach (var morceau in _texte.GetChunks())
        {
            // A character of two halves may be cut between two chunks: the encoder remembers the first one.
            var octets = _encodeur.GetByteCount(morceau.Span, flush: false);
            _tampon = _tampon.Length < octets ? new byte[octets] : _tampon;
            _encodeur.GetBytes(morceau.Span, _tampon, flush: false);
            partie.Write(_tampon, 0, octets);
        }

        _texte.Clear();
    }
}
