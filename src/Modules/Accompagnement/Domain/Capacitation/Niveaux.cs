namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Where one is on a savoir-faire: from 0 to 5. Where one is, never what one is worth.</summary>
internal static class Niveaux
{
    /// <summary>Unknown to the person.</summary>
    public const int Inconnu = 0;

    /// <summary>Done alone, at least in practice: from there one is said to be at ease with it.</summary>
    public const int FaitSeul = 3;

    /// <summary>Able to explain it.</summary>
    public const int Max = 5;

    public static bool Existe(int niveau) => niveau is >= Inconnu and <= Max;
}
