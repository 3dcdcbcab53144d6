using System.Security.Cryptography;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>What the person shows on arriving: six characters that say nothing about them. Drawn from what isn't misread: no I, L, O, U, 0 or 1.</summary>
internal static class ReferenceDOrientation
{
    public const int Longueur = 6;

    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Nouvelle() => RandomNumberGenerator.GetString(Alphabet, Longueur);

    /// <summary>« K7P-2RW ».</summary>
    public static string Presenter(string reference) => $"{reference[..3]}-{reference[3..]}";
}
