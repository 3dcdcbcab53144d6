using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// The name of a commune as people write it, without what doesn't belong to it: « Le Mans Cedex 2 », « PARIS 7 TSA10717 », « 49350 Gennes »,
/// « Marseille 13ème arrondissement », « Bellegarde (Ain) ».
/// </summary>
/// <param name="Nom">The name alone; empty when nothing is left.</param>
/// <param name="Arrondissement">Number of the arrondissement of Paris, Lyon or Marseille, or null.</param>
/// <param name="CodePostal">Five digits found beside the name, or null.</param>
/// <param name="Cedex">True when the name says « CEDEX ».</param>
internal sealed partial record NomDeCommune(string Nom, int? Arrondissement, string? CodePostal, bool Cedex)
{
    private static readonly NomDeCommune Vide = new("", null, null, false);

    private static readonly HashSet<string> MotsDArrondissement = new(StringComparer.Ordinal) { "arrondissement", "arrondissements", "arr", "arrt", "arrdt", "ardt", "e", "er", "ere", "eme", "ieme", "nd", "nde" };

    private static readonly string[] Romains = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

    private static readonly string[] EnTetes = ["commune de ", "commune d'", "commune d’", "ville de ", "ville d'", "ville d’", "mairie de ", "mairie d'", "mairie d’"];

    public static NomDeCommune Lire(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte) || texte.Length > 200)
        {
            return Vide;
        }

        var nom = Texte.Reparer(texte);
        var codePostal = CinqChiffres().Match(nom) is { Success: true } m ? m.Value : null;
        var cedex = Cedex_().IsMatch(nom);
        if (nom.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || nom.Contains('(', StringComparison.Ordinal) || cedex)
        {
            nom = Parenthese().Replace(nom, " ");
            nom = BoitePostale().Replace(nom, " ");
            nom = Cedex_().Replace(nom, " ");
            nom = CinqChiffres().Replace(nom, " ");
        }

        var arrondissement = LireArrondissement(ref nom);
        nom = nom.Trim(' ', '-', ',', '.', '/');
        foreach (var enTete in EnTetes)
        {
            if (nom.StartsWith(enTete, StringComparison.OrdinalIgnoreCase))
            {
                nom = nom[enTete.Length..];
                break;
            }
        }

        return new NomDeCommune(Espaces().Replace(nom, " ").Trim(), arrondissement, codePostal, cedex);
    }

    /// <summary>Other ways to read the name, when it isn't known as it stands: « Chalon s/ Saône », « Alata / Ajaccio ».</summary>
    public IEnumerable<string> Variantes()
    {
        if (Nom.Contains('/', StringComparison.Ordinal))
        {
            yield return Sur().Replace(Nom, " sur ");
            foreach (var part in Nom.Split('/', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                yield return part;
            }
        }

        if (SurAbrege().IsMatch(Nom))
        {
            yield return SurAbrege().Replace(Nom, m => m.Value.Trim(' ', '-').Length == 1 ? " sur " : " sous ");
        }

        var tiret = Nom.IndexOf(" - ", StringComparison.Ordinal);
        if (tiret > 0)
        {
            yield return Nom[..tiret];
            yield return Nom[(tiret + 3)..];
        }

        if (Nom.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
        {
            yield return Chiffres().Replace(Nom, " ");
        }
    }

    private static int? LireArrondissement(ref string nom)
    {
        var mots = TexteRecherche.Normaliser(nom).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (mots.Length == 0)
        {
            return null;
        }

        var ville = mots[0] switch
        {
            "paris" => "Paris",
            "lyon" => "Lyon",
            "marseille" => "Marseille",
            _ when mots.Length == 2 && mots[1].StartsWith("arr", StringComparison.Ordinal) && char.IsAsciiDigit(mots[0][0]) => "",
            _ => null,
        };
        var debut = ville is "" ? 0 : 1;
        if (ville is null || mots.Length <= debut)
        {
            return null;
        }

        var chiffres = mots[debut].AsSpan().IndexOfAnyExceptInRange('0', '9') is var fin && fin < 0 ? mots[debut] : mots[debut][..fin];
        var numero = chiffres.Length is 1 or 2 ? int.Parse(chiffres, CultureInfo.InvariantCulture) : Array.IndexOf(Romains, mots[debut]);
        if (numero is < 1 or > 20 || (chiffres.Length > 0 && chiffres.Length < mots[debut].Length && !MotsDArrondissement.Contains(mots[debut][chiffres.Length..])) || mots.Skip(debut + 1).Any(m => !MotsDArrondissement.Contains(m)))
        {
            return null;
        }

        nom = ville;
        return numero;
    }

    [GeneratedRegex(@"\b[0-9]{5}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CinqChiffres();

    [GeneratedRegex(@"\bcedex\b([ -]*[0-9]{1,2}\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cedex_();

    [GeneratedRegex(@"\b(bp|cs|tsa|b\.p\.)[ n°]*[0-9]+\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoitePostale();

    [GeneratedRegex(@"\([^()]*\)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parenthese();

    [GeneratedRegex(@"\s*\bs\s*/\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sur();

    [GeneratedRegex(@"[ -]ss?[ -]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SurAbrege();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chiffres();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Espaces();
}
