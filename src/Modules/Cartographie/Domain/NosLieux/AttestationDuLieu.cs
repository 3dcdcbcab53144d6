namespace FaireAvec.Cartographie.Domain.NosLieux;

/// <summary>
/// A place and an organisation are the same body when they give the same SIREN. Any organisation may link a place where it receives people, and correct what
/// it sees wrong there, since that is undone in a click; only the one to which the place belongs takes it off the map.
/// </summary>
internal static class AttestationDuLieu
{
    private const int LongueurDuSiren = 9;
    private const int LongueurDuSiret = 14;

    public static bool Atteste(string? pivotDuLieu, string? siretDeLOrganisation) =>
        Siren(pivotDuLieu) is { } siren && siren == Siren(siretDeLOrganisation);

    private static string? Siren(string? numero)
    {
        var chiffres = numero is null ? "" : string.Concat(numero.Where(c => !char.IsWhiteSpace(c)));
        // Many zeros are what a file writes when it doesn't know.
        return chiffres.Length == LongueurDuSiret && chiffres.All(char.IsAsciiDigit) && chiffres.AsSpan(0, LongueurDuSiren).ContainsAnyExcept('0') ? chiffres[..LongueurDuSiren] : null;
    }
}
