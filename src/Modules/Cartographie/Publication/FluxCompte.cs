using System.Security.Cryptography;

namespace FaireAvec.Cartographie.Publication;

/// <summary>Counts and hashes what goes through it.</summary>
internal sealed class FluxCompte(Stream sortie, HashAlgorithm empreinte) : Stream
{
    public long Ecrits { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Ecrits;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        empreinte.TransformBlock(buffer, offset, count, null, 0);
        sortie.Write(buffer, offset, count);
        Ecrits += count;
    }

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public override void Flush() => sortie.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
