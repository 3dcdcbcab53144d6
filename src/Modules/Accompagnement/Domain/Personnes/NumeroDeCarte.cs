using System.Security.Cryptography;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>
/// The number of a carte de parcours: seven characters drawn at random, the eighth checks them. Any single wrong character and any swap of two
/// neighbours is seen before anything is looked for. Alone it finds nobody: the secret under the fold goes with it.
/// </summary>
internal readonly record struct NumeroDeCarte
{
    public const int Longueur = 8;

    private NumeroDeCarte(string valeur) => Valeur = valeur;

    /// <summary>« K7PD2RWX », as it is kept.</summary>
    public string Valeur { get; }

    /// <summary>« K7PD-2RWX », as it is shown.</summary>
    public string Presente => $"{Valeur[..4]}-{Valeur[4..]}";

    /// <summary>A new one. Whether somebody has it already is seen by the database.</summary>
    public static NumeroDeCarte Nouveau()
    {
        var signes = RandomNumberGenerator.GetString(AlphabetDesCartes.Signes, Longueur - 1);
        return new($"{signes}{AlphabetDesCartes.Controle(signes)}");
    }

    /// <summary>The number as typed, or null when it can't be one.</summary>
    public static NumeroDeCarte? Lire(string? saisie) =>
        AlphabetDesCartes.Lire(saisie, Longueur) is { } lu && AlphabetDesCartes.Controle(lu.AsSpan(0, Longueur - 1)) == lu[^1] ? new NumeroDeCarte(lu) : null;

    public override string ToString() => Presente;
}
