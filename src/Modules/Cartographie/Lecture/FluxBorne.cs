using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>
/// A part of an archive as it is unpacked, counted: an archive of some kilobytes may hold gigabytes, and the sizes that it announces are its author's.
/// </summary>
internal sealed class FluxBorne(Stream flux, long taille, BudgetDArchive budget) : Stream
{
    // XML of a workbook is packed 10 to 40 times.
    private const int RapportMax = 100;
    private const long RapportDes = 4 << 20;

    // A cell holds 32,767 characters; a tag, some attributes. What is longer would be held whole by the XML reader.
    private const int EntreBalises = 4 << 20;
    private long _lus;
    private long _derniereBalise;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _lus;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var n = flux.Read(buffer);
        var balise = buffer[..n].LastIndexOf((byte)'<');
        _derniereBalise = balise >= 0 ? _lus + balise : _derniereBalise;
        _lus += n;
        budget.Prendre(n);
        if (_lus - _derniereBalise > EntreBalises)
        {
            throw new FichierIllisibleException("Le classeur contient un texte de plusieurs mégaoctets : ce n’est pas l’œuvre d’un tableur.");
        }

        if (_lus > RapportDes && _lus / RapportMax > taille)
        {
            throw new FichierIllisibleException($"Le classeur contient plus de {RapportMax} fois sa taille : ce n’est pas un fichier de données.");
        }

        return n;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            flux.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>What may still be unpacked of an archive, all its parts together.</summary>
internal sealed class BudgetDArchive(long octets)
{
    private long _reste = octets;

    public void Prendre(int octets)
    {
        _reste -= octets;
        if (_reste < 0)
        {
            throw new FichierIllisibleException("Le classeur décompressé dépasse 2 Go.");
        }
    }
}
