using System.Security.Cryptography;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>What is under the fold of a card, and in its QR code: six characters, kept nowhere in clear.</summary>
internal readonly record struct SecretDeCarte
{
    public const int Longueur = 6;

    private SecretDeCarte(string valeur) => Valeur = valeur;

    public string Valeur { get; }

    /// <summary>« 7QF-2MX », as it is printed.</summary>
    public string Presente => $"{Valeur[..3]}-{Valeur[3..]}";

    public static SecretDeCarte Nouveau() => new(RandomNumberGenerator.GetString(AlphabetDesCartes.Signes, Longueur));

    /// <summary>The secret as typed, or null when it can't be one.</summary>
    public static SecretDeCarte? Lire(string? saisie) => AlphabetDesCartes.Lire(saisie, Longueur) is { } lu ? new SecretDeCarte(lu) : null;

    // A secret that slips into a log says nothing.
    public override string ToString() => "•••-•••";
}
