namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Draws that are the same each time, on every machine: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal struct HasardFixe(ulong graine)
{
    private ulong _etat = graine;

    /// <summary>From 0 included to <paramref name="borne"/> excluded.</summary>
    public int Prochain(int borne)
    {
        _etat += 0x9E3779B97F4A7C15;
        var z = (_etat ^ (_etat >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)(((UInt128)(z ^ (z >> 31)) * (ulong)borne) >> 64);
    }
}
