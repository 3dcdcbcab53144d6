namespace FaireAvec.Cartographie.Domain.Integration;

/// <summary>
/// Colours of the search in somebody else's page. Every pair that is read has the contrast that the law asks for: a colour that hasn't is replaced, whatever
/// the site wanted, and <see cref="Remplacees"/> tells which.
/// </summary>
/// <param name="Fond">Behind everything.</param>
/// <param name="Texte">What is read.</param>
/// <param name="Accent">Links, and the fill of the button.</param>
/// <param name="SurAccent">On the button.</param>
/// <param name="Remplacees">Names of the parameters whose colour wasn't taken.</param>
internal sealed record ThemeDIntegration(Couleur Fond, Couleur Texte, Couleur Accent, Couleur SurAccent, IReadOnlyList<string> Remplacees)
{
    /// <summary>Contrast of a text with what is behind it (WCAG 2, 1.4.3).</summary>
    public const double Minimum = 4.5;

    public const string NomDuFond = "fond";
    public const string NomDuTexte = "texte";
    public const string NomDeLAccent = "couleur";

    private static readonly Couleur Encre = new(0x17, 0x25, 0x2a);

    private static readonly Couleur Canard = new(0x0b, 0x4f, 0x5c);

    /// <summary>The colours of the product where nothing is asked for; a readable one where what is asked for can't be read.</summary>
    public static ThemeDIntegration De(Couleur? fond, Couleur? texte, Couleur? accent)
    {
        var remplacees = new List<string>();
        var derriere = fond ?? Couleur.Blanc;
        var lu = Choisir(texte, derriere, Encre, NomDuTexte);
        var lien = Choisir(accent, derriere, Canard, NomDeLAccent);
        return new(derriere, lu, lien, MeilleureSur(lien), remplacees);

        Couleur Choisir(Couleur? voulue, Couleur sur, Couleur parDefaut, string nom)
        {
            if (voulue is { } v && v.Contraste(sur) >= Minimum)
            {
                return v;
            }

            if (voulue is not null)
            {
                remplacees.Add(nom);
            }

            return parDefaut.Contraste(sur) >= Minimum ? parDefaut : MeilleureSur(sur);
        }
    }

    // Against any colour, black or white has at least 4.58.
    private static Couleur MeilleureSur(Couleur couleur) => Couleur.Blanc.Contraste(couleur) >= Couleur.Noir.Contraste(couleur) ? Couleur.Blanc : Couleur.Noir;
}
