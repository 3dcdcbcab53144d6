using System.Globalization;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Ui.Formulaires;

/// <summary>
/// Parameters of a page's address, read with the checks that all share. A wrong one puts a sentence in the error summary, with the accepted values, and
/// gives the default: the page is shown with status 400 (<see cref="FauteDeSaisie"/>).
/// </summary>
public static class ParametresDAdresse
{
    /// <summary>Longest value.</summary>
    public const int LongueurMax = 200;

    /// <summary>A text, or null when there is none or when it can't be one.</summary>
    public static string? LireTexte(this PageModel page, string nom)
    {
        var valeurs = page.Request.Query[nom];
        if (valeurs.Count > 1)
        {
            return page.Refuser(Textes.ParametreUneFois(nom));
        }

        var texte = valeurs.ToString().Trim();
        if (texte.Length > LongueurMax)
        {
            return page.Refuser(Textes.ParametreTropLong(nom, LongueurMax));
        }

        return texte.Any(char.IsControl) ? page.Refuser(Textes.ParametreInvisible(nom)) : texte.Length == 0 ? null : texte;
    }

    /// <summary>One of the values of a closed list, or null.</summary>
    public static string? LireParmi(this PageModel page, string nom, params IReadOnlyList<string> valeurs)
    {
        var texte = page.LireTexte(nom);
        return texte is null || valeurs.Contains(texte, StringComparer.Ordinal) ? texte : page.Refuser(Textes.ParametreParmi(nom, string.Join(", ", valeurs)));
    }

    /// <summary>The number of a page of results, 1 by default.</summary>
    public static int LirePage(this PageModel page, int max)
    {
        if (page.LireTexte("page") is not { } texte)
        {
            return 1;
        }

        if (int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var numero) && numero >= 1 && numero <= max)
        {
            return numero;
        }

        page.Refuser(Textes.ParametreEntier("page", 1, max));
        return 1;
    }

    /// <summary>A sort by one of the columns, "nom" or "-nom".</summary>
    public static Tri LireTri(this PageModel page, string parDefaut, params string[] colonnes) =>
        Tri.Lire(page.LireParmi("tri", [.. colonnes.SelectMany(c => (string[])[c, $"-{c}"])]), parDefaut, colonnes);

    private static string? Refuser(this PageModel page, string phrase)
    {
        page.ModelState.AddModelError("", phrase);
        return null;
    }
}
