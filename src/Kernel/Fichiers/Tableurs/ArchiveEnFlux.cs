using System.IO.Compression;

namespace FaireAvec.Kernel.Fichiers.Tableurs;

/// <summary>
/// A zip archive sent as it is made. What zips is written at once, a web answer is written without holding a thread: some tens of kilobytes wait between the two.
/// Never closed unless it is finished: closing writes the list of the parts, as if the file were whole.
/// </summary>
internal sealed class ArchiveEnFlux
{
    private readonly Tampon _tampon;
    private readonly ZipArchive _archive;
    private readonly Stream _sortie;

    private ArchiveEnFlux(Stream sortie, Tampon tampon, ZipArchive archive) => (_sortie, _tampon, _archive) = (sortie, tampon, archive);

    public static ArchiveEnFlux Vers(Stream sortie)
    {
        var tampon = new Tampon();
        return new(sortie, tampon, new ZipArchive(tampon, ZipArchiveMode.Create, leaveOpen: true));
    }

    /// <summary>Begins a part: one at a time.</summary>
    public PartieXml Ouvrir(string nom, bool comprimee = true) => new(this, _archive.CreateEntry(nom, comprimee ? CompressionLevel.Fastest : CompressionLevel.NoCompression).Open());

    /// <summary>Writes a whole part.</summary>
    public Task EcrireAsync(string nom, string texte, CancellationToken annulation, bool comprimee = true) => Ouvrir(nom, comprimee).Ajouter(texte).FermerAsync(annulation);

    /// <summary>Sends what waits.</summary>
    public async Task EnvoyerAsync(CancellationToken annulation)
    {
        await _sortie.WriteAsync(_tampon.Octets, annulation);
        _tampon.Vider();
    }

    /// <summary>Writes the list of the parts: the file is whole.</summary>
    public Task FinirAsync(CancellationToken annulation)
    {
        _archive.Dispose();
        return EnvoyerAsync(annulation);
    }

    /// <summary>Only forward: the archive then says the length of each part after it.</summary>
    private sealed class Tampon : Stream
    {
        private readonly MemoryStream _memoire = new();
        private long _envoyes;

        public ReadOnlyMemory<byte> Octets => _memoire.GetBuffer().AsMemory(0, (int)_memoire.Length);
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _envoyes + _memoire.Length; set => throw new NotSupportedException(); }

        public void Vider()
        {
            _envoyes += _memoire.Length;
            _memoire.SetLength(0);
        }

        public override void Flush()
        {
            // Sent when we say.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _memoire.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => _memoire.Write(buffer);
    }
}
