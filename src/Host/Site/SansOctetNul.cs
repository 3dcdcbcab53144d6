using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Host.Site;

/// <summary>
/// A form with « %00 » in it can't be read by the framework at all: it would look like a form without its token, and all that was typed would be lost. These are left out of
/// what pages receive; the other characters that nobody types are left out once the form is read.
/// </summary>
internal sealed class SansOctetNul(RequestDelegate suite)
{
    public Task InvokeAsync(HttpContext contexte)
    {
        var requete = contexte.Request;
        if (requete.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true && contexte.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            requete.Body = new Filtre(requete.Body);
        }

        return suite(contexte);
    }

    /// <summary>The bytes of another stream, without those three, in one pass: what was made so that three others come together is refused by the framework, as before.</summary>
    internal sealed class Filtre(Stream source) : Stream
    {
        private readonly byte[] _lus = new byte[4096];
        private int _debut, _fin;
        private bool _termine;

        private static ReadOnlySpan<byte> Nul => "%00"u8;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            while (true)
            {
                if (Passer(buffer.Span) is > 0 and var passes)
                {
                    return passes;
                }

                if (_termine || buffer.IsEmpty)
                {
                    return 0;
                }

                // What is left is the beginning of the three, perhaps.
                _lus.AsSpan(_debut.._fin).CopyTo(_lus);
                (_debut, _fin) = (0, _fin - _debut);
                var lus = await source.ReadAsync(_lus.AsMemory(_fin), cancellationToken);
                _fin += lus;
                _termine = lus == 0;
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body of a request is read without blocking.");

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Passer(Span<byte> vers)
        {
            var passes = 0;
            while (_debut < _fin && passes < vers.Length)
            {
                var reste = _lus.AsSpan(_debut.._fin);
                if (reste.StartsWith(Nul))
                {
                    _debut += Nul.Length;
                    continue;
                }

                if (!_termine && Nul.StartsWith(reste))
                {
                    break;
                }

                vers[passes++] = reste[0];
                _debut++;
            }

            return passes;
        }
    }
}
