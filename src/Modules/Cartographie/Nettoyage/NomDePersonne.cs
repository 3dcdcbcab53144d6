using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Tells a text that is most likely somebody's name: « Prénom NOM », « NOM Prénom », « NOM*USAGE/PRENOM » as the register of companies writes it. A place
/// named after somebody (« Médiathèque Simone Veil ») isn't one: another word comes first.
/// </summary>
internal static partial class NomDePersonne
{
    private static readonly HashSet<string> MotsDeLieux =
    [
        "association", "asso", "atelier", "ateliers", "batiment", "bibliotheque", "bus", "ccas", "centre", "chateau", "cite", "club", "college", "commune", "cyberbase", "ecole", "ecrivain", "ehpad", "emploi",
        "domaine", "espace", "cabine", "cantine", "fablab", "famille", "familles", "fondation", "formation", "foyer", "france", "galerie", "groupe", "gymnase", "hotel", "immeuble", "informatique", "justice", "lycee", "mairie", "maison", "mediatheque", "mission", "numerique", "office", "point",
        "parc", "place", "pole", "public", "quartier", "regie", "relais", "residence", "rue", "saint", "sainte", "salle", "service", "services", "social", "solidarite", "ville",
        "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur",
    ];

    /// <param name="texte">A name, or a part of one.</param>
    /// <param name="uneLettrePres">Where a person is expected: a first name with one wrong letter is one too.</param>
    public static bool Est(string texte, bool uneLettrePres = false)
    {
        if (texte.Length > 60)
        {
            return false;
        }

        if (Registre().IsMatch(texte))
        {
            return true;
        }

        if (!Lettres().IsMatch(texte))
        {
            return false;
        }

        // A double first name or family name counts for one word.
        var mots = texte.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TexteRecherche.Normaliser).ToArray();
        return mots.Length is 2 or 3 && !mots.SelectMany(m => m.Split(' ')).Any(MotsDeLieux.Contains) && (EstPrenom(mots[0]) || EstPrenom(mots[^1]) || (uneLettrePres && Prenoms.Ressemble(mots[0])));
    }

    private static bool EstPrenom(string mot) => mot.Split(' ').All(m => Prenoms.Contient(m));

    [GeneratedRegex(@"^\p{L}[\p{L}'’ -]*\*[\p{L}'’ -]*/|^\p{Lu}[\p{Lu}' -]+/\p{Lu}[\p{Lu} -]+/$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Registre();

    [GeneratedRegex(@"^[\p{L}'’ -]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lettres();
}
