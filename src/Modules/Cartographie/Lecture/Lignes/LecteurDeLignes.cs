using System.Buffers;

namespace FaireAvec.Cartographie.Lecture.Lignes;

/// <summary>
/// Cuts a stream in lines, in bounded memory whatever the input: a line longer than the maximum is skipped to its end and told as such.
/// A byte order mark at the start and the carriage returns of Windows are dropped.
/// </summary>
internal sealed class LecteurDeLignes(Stream flux, int maximum) : IDisposable
{
    private byte[] _tampon = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _debut;
    private int _fin;
    private bool _termine;
    private bool _premiere = true;

    /// <summary>True when the line is not entirely in memory: reading it may wait for the producer, so that answers should be sent first.</summary>
    public bool VaAttendre => !_termine && _tampon.AsSpan(_debut, _fin - _debut).IndexOf((byte)'\n') < 0;

    /// <summary>The next line, valid until the next call; null at the end. <c>TropLongue</c> comes with an empty line.</summary>
    public async ValueTask<(ReadOnlyMemory<byte> Ligne, bool TropLongue)?> LireAsync(CancellationToken annulation)
    {
        var tropLongue = false;
        var vus = 0;
        while (true)
        {
            var saut = _tampon.AsSpan(_debut + vus, _fin - _debut - vus).IndexOf((byte)'\n');
            if (saut >= 0)
            {
                var ligne = _tampon.AsMemory(_debut, vus + saut);
                _debut += vus + saut + 1;
                return tropLongue || ligne.Length > maximum ? (default, true) : (Nettoyer(ligne), false);
            }

            vus = _fin - _debut;
            if (_termine)
            {
                var reste = _tampon.AsMemory(_debut, vus);
                _debut = _fin;
                return tropLongue || vus > maximum ? (default, true) : vus == 0 ? null : (Nettoyer(reste), false);
            }

            if (vus > maximum)
            {
                tropLongue = true;
            }

            if (tropLongue)
            {
                _debut = _fin;
                vus = 0;
            }

            await RemplirAsync(annulation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_tampon);

    private async ValueTask RemplirAsync(CancellationToken annulation)
    {
        if (_debut > 0)
        {
            _tampon.AsSpan(_debut, _fin - _debut).CopyTo(_tampon);
            _fin -= _debut;
            _debut = 0;
        }

        if (_fin == _tampon.Length)
        {
            var plusGrand = ArrayPool<byte>.Shared.Rent(2 * _tampon.Length);
            _tampon.AsSpan(0, _fin).CopyTo(plusGrand);
            ArrayPool<byte>.Shared.Return(_tampon);
            _tampon = plusGrand;
        }

        var lus = await flux.ReadAsync(_tampon.AsMemory(_fin), annulation);
        _termine = lus == 0;
        _fin += lus;
    }

    private ReadOnlyMemory<byte> Nettoyer(ReadOnlyMemory<byte> ligne)
    {
        if (_premiere)
        {
            _premiere = false;
            ligne = ligne.Span.StartsWith("\uFEFF"u8) ? ligne[3..] : ligne;
        }

        return ligne.Span.EndsWith("\r"u8) ? ligne[..^1] : ligne;
    }
}
