namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>A local day cut in segments that follow each other from 0 to 1440 without gap nor overlap. Immutable, shared between threads.</summary>
internal sealed class Journee
{
    private readonly Segment[] _segments;

    /// <summary>The segments must cover the day, in order.</summary>
    public Journee(Segment[] segments) => _segments = segments;

    /// <summary>The segments, in order, closed ones included.</summary>
    public ReadOnlySpan<Segment> Segments => _segments;

    /// <summary>The segment that holds a minute, 0 to 1439.</summary>
    public ref readonly Segment A(int minute)
    {
        var i = 0;
        while (_segments[i].Fin <= minute)
        {
            i++;
        }

        return ref _segments[i];
    }
}
