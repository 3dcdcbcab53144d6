namespace FaireAvec.Tests.Support;

/// <summary>A clock that moves only when a test says so. Timers stay those of the machine.</summary>
public sealed class HorlogeFactice(DateTimeOffset depart) : TimeProvider
{
    /// <summary>Wednesday 18 November 2026, 10:00 in Paris.</summary>
    public static readonly DateTimeOffset Depart = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    private long _instant = depart.UtcTicks;

    public HorlogeFactice()
        : this(Depart)
    {
    }

    public DateTimeOffset Instant
    {
        get => new(Interlocked.Read(ref _instant), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _instant, value.UtcTicks);
    }

    public void Avancer(TimeSpan duree) => Interlocked.Add(ref _instant, duree.Ticks);

    public override DateTimeOffset GetUtcNow() => Instant;
}
