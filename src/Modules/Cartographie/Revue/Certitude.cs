namespace FaireAvec.Cartographie.Revue;

/// <summary>The probability of a pair, in three words.</summary>
internal enum Certitude
{
    /// <summary>From 80 %.</summary>
    Forte,

    /// <summary>From 50 %.</summary>
    Moyenne,

    Faible,
}

/// <summary>The bounds, in one place.</summary>
internal static class Certitudes
{
    public const double Forte = 0.8;
    public const double Moyenne = 0.5;

    public static Certitude De(double probabilite) => probabilite >= Forte ? Certitude.Forte : probabilite >= Moyenne ? Certitude.Moyenne : Certitude.Faible;

    /// <summary>From the first bound, included, to the second one, excluded.</summary>
    public static (double De, double A) Bornes(Certitude certitude) => certitude switch
    {
        Certitude.Forte => (Forte, double.PositiveInfinity),
        Certitude.Moyenne => (Moyenne, Forte),
        Certitude.Faible => (0, Moyenne),
        _ => throw new ArgumentOutOfRangeException(nameof(certitude)),
    };
}
