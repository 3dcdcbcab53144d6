using System.Globalization;

namespace FaireAvec.Kernel.Donnees;

/// <summary>An amount in euro cents. Sums are checked: an overflow throws instead of lying.</summary>
/// <param name="Centimes">Cents; negative for a debt.</param>
public readonly record struct Argent(long Centimes) : IComparable<Argent>
{
    /// <summary>Nothing.</summary>
    public static Argent Zero => default;

    /// <summary>Adds.</summary>
    public static Argent operator +(Argent a, Argent b) => new(checked(a.Centimes + b.Centimes));

    /// <summary>Subtracts.</summary>
    public static Argent operator -(Argent a, Argent b) => new(checked(a.Centimes - b.Centimes));

    /// <summary>A share in basis points (1/10 000), rounded half away from zero, as invoices are.</summary>
    public Argent Part(int pointsDeBase) => new((long)decimal.Round((decimal)Centimes * pointsDeBase / 10_000m, MidpointRounding.AwayFromZero));

    /// <inheritdoc/>
    public int CompareTo(Argent other) => Centimes.CompareTo(other.Centimes);

    /// <summary>Less than.</summary>
    public static bool operator <(Argent a, Argent b) => a.Centimes < b.Centimes;

    /// <summary>More than.</summary>
    public static bool operator >(Argent a, Argent b) => a.Centimes > b.Centimes;

    /// <summary>At most.</summary>
    public static bool operator <=(Argent a, Argent b) => a.Centimes <= b.Centimes;

    /// <summary>At least.</summary>
    public static bool operator >=(Argent a, Argent b) => a.Centimes >= b.Centimes;

    /// <summary>« 1 234,50 € », as a French reader expects it.</summary>
    public override string ToString() => string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{Centimes / 100m:N2}\u00a0€");
}
