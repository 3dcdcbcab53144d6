using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace FaireAvec.Ui.Composants;

/// <summary>
/// The lines of a table that become cards on a telephone: the same HTML table, whose cells carry the title of their column for the style sheet to write, and whose
/// parts say their role, since browsers forget that a table is one when it isn't laid out as one. A cell that says nothing is left empty: a card doesn't show it.
/// </summary>
internal static partial class TableauEnCartes
{
    public static IHtmlContent De(IHtmlContent lignes)
    {
        using var texte = new StringWriter();
        lignes.WriteTo(texte, HtmlEncoder.Default);
        return new HtmlString(De(texte.ToString()));
    }

    internal static string De(string html)
    {
        var sortie = new StringBuilder(html.Length * 2);
        var titres = new List<string>();
        var (colonne, lu) = (0, 0);
        foreach (Match m in Balise().Matches(html))
        {
            sortie.Append(html, lu, m.Index - lu);
            lu = m.Index + m.Length;
            var (nom, attributs) = (m.Groups["nom"].Value, m.Groups["attributs"].Value);
            colonne = nom == "tr" ? 0 : colonne;
            var role = nom switch
            {
                "tr" => "row",
                "thead" or "tbody" or "tfoot" => "rowgroup",
                "td" => "cell",
                _ when attributs.Contains("scope=\"col\"", StringComparison.Ordinal) => "columnheader",
                _ => "rowheader",
            };
            var titre = "";
            if (role == "columnheader")
            {
                titres.Add(Titre(html, lu));
            }
            else if (role is "cell" or "rowheader")
            {
                titre = colonne < titres.Count ? $" data-libelle=\"{titres[colonne]}\"" : "";
                colonne += Largeur().Match(attributs) is { Success: true } l ? int.Parse(l.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 1;
            }

            sortie.Append('<').Append(nom).Append(attributs).Append(" role=\"").Append(role).Append('"').Append(titre).Append('>');
            if (role == "cell")
            {
                // Blanks alone: « :empty » doesn't see through them.
                var fin = lu;
                while (fin < html.Length && char.IsWhiteSpace(html[fin]))
                {
                    fin++;
                }

                lu = html.AsSpan(fin).StartsWith("</td>", StringComparison.Ordinal) ? fin : lu;
            }
        }

        return sortie.Append(html, lu, html.Length - lu).ToString();
    }

    // What is read of a header: its words, still encoded, without what is only said to some (the state of a sort) nor drawings.
    private static string Titre(string html, int debut)
    {
        var fin = html.IndexOf("</th>", debut, StringComparison.Ordinal);
        var contenu = fin < 0 ? "" : html[debut..fin];
        return string.Join(' ', Signe().Replace(Cache().Replace(contenu, ""), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\"", "&quot;", StringComparison.Ordinal);
    }

    [GeneratedRegex("<(?<nom>tr|td|th|thead|tbody|tfoot)(?<attributs>(?:\\s[^>]*)?)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Balise();

    [GeneratedRegex("(?<=colspan=\")[0-9]{1,2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Largeur();

    [GeneratedRegex("<span class=\"(?:govuk-visually-hidden|fa-cache)\">[^<]*</span>|<svg.*?</svg>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Cache();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Signe();
}
