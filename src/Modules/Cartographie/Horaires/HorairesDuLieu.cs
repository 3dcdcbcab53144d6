namespace FaireAvec.Cartographie.Horaires;

/// <summary>The hours of a place, as far as they can be relied on to say that it is open.</summary>
internal static class HorairesDuLieu
{
    /// <summary>Null when nothing is written, when it isn't understood, or when it is a form's filler (<see cref="HorairesDouteux"/>): the text is then shown as it is.</summary>
    public static HorairesOsm? Lire(string? texte) => HorairesOsm.Analyser(texte) is { Reussi: true } lus && !HorairesDouteux.Sont(lus.Valeur) ? lus.Valeur : null;

    /// <summary>True when the text is understood and isn't to be relied on.</summary>
    public static bool SontAVerifier(string? texte) => HorairesOsm.Analyser(texte) is { Reussi: true } lus && HorairesDouteux.Sont(lus.Valeur);
}
