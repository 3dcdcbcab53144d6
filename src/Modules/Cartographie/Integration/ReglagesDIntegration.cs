using FaireAvec.Cartographie.Domain.Integration;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FaireAvec.Cartographie.Integration;

/// <summary>How the search looks in somebody else's page: from the parameters of the frame's address.</summary>
/// <param name="Theme">Its colours, all of them readable.</param>
/// <param name="Demandees">The parameters as they were given, to be kept in the links of the frame.</param>
internal sealed record ReglagesDIntegration(ThemeDIntegration Theme, IReadOnlyDictionary<string, string> Demandees)
{
    /// <summary>Language of the frame: the site that shows it knows its readers.</summary>
    public const string Langue = "langue";

    public static readonly IReadOnlyList<string> Langues = ["fr", "en"];

    /// <summary>Parameters that say how it looks.</summary>
    public static readonly IReadOnlyList<string> Noms = [ThemeDIntegration.NomDuFond, ThemeDIntegration.NomDuTexte, ThemeDIntegration.NomDeLAccent, Langue];

    /// <summary>What isn't a colour or a language is said, and the rest is kept: a frame in somebody's page shows the search whatever its address says.</summary>
    public static (ReglagesDIntegration Reglages, IReadOnlyList<Erreur> Fautes) Lire(IQueryCollection requete)
    {
        var fautes = new List<Erreur>();
        var erreurs = new ErreursDIntegration(PhrasesDesFautes.DeLaPage);
        var demandees = new Dictionary<string, string>(StringComparer.Ordinal);
        Couleur? Lue(string nom)
        {
            var texte = requete[nom].ToString();
            if (texte.Length == 0)
            {
                return null;
            }

            if (Couleur.Lire(texte) is { } couleur)
            {
                demandees[nom] = couleur.ToString()[1..];
                return couleur;
            }

            fautes.Add(erreurs.Couleur(nom));
            return null;
        }

        var theme = ThemeDIntegration.De(Lue(ThemeDIntegration.NomDuFond), Lue(ThemeDIntegration.NomDuTexte), Lue(ThemeDIntegration.NomDeLAccent));
        if (requete[Langue].ToString() is { Length: > 0 } langue)
        {
            if (Langues.Contains(langue, StringComparer.Ordinal))
            {
                demandees[Langue] = langue;
            }
            else
            {
                fautes.Add(erreurs.Langue);
            }
        }

        return (new(theme, demandees), fautes);
    }

    /// <summary>Address of the style sheet of these colours; null for ours.</summary>
    public string? Feuille
    {
        get
        {
            var suite = new QueryBuilder(Demandees.Where(d => d.Key != Langue));
            return suite.Any() ? $"{Liens.FeuilleIntegree}{suite.ToQueryString()}" : null;
        }
    }
}
