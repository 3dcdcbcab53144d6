namespace FaireAvec.Kernel.Normes;

/// <summary>
/// The numbers of the French register of bodies: SIREN (9 digits, the body) and SIRET (14, one of its places). Their key is Luhn's (ISO/IEC 7812-1),
/// but the places of La Poste: its SIREN ran out of numbers, and INSEE takes for them the sum of the digits, a multiple of 5.
/// </summary>
public static class NumeroSiret
{
    private const string SirenDeLaPoste = "356000000";
    private const string SiegeDeLaPoste = "35600000000048";

    /// <summary>True when the 14 digits can be a SIRET.</summary>
    public static bool Valable(ReadOnlySpan<char> siret)
    {
        if (siret.Length != 14 || siret.ContainsAnyExceptInRange('0', '9') || siret.IndexOfAnyExcept('0') < 0 || !Luhn(siret[..9]))
        {
            return false;
        }

        if (!siret.StartsWith(SirenDeLaPoste, StringComparison.Ordinal) || siret.SequenceEqual(SiegeDeLaPoste))
        {
            return Luhn(siret);
        }

        var somme = 0;
        foreach (var c in siret)
        {
            somme += c - '0';
        }

        return somme % 5 == 0;
    }

    /// <summary>True when the 9 digits can be a SIREN.</summary>
    public static bool SirenValable(ReadOnlySpan<char> siren) =>
        siren.Length == 9 && !siren.ContainsAnyExceptInRange('0', '9') && siren.IndexOfAnyExcept('0') >= 0 && Luhn(siren);

    /// <summary>True when digits end with Luhn's key. Anything else than digits: false.</summary>
    public static bool Luhn(ReadOnlySpan<char> chiffres)
    {
        var somme = 0;
        for (var i = 0; i < chiffres.Length; i++)
        {
            var n = chiffres[chiffres.Length - 1 - i] - '0';
            if (n is < 0 or > 9)
            {
                return false;
            }

            n = i % 2 == 0 ? n : n * 2;
            somme += n > 9 ? n - 9 : n;
        }

        return chiffres.Length > 0 && somme % 10 == 0;
    }
}
