using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Integration;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Integrer;

/// <summary>
/// The search in a frame of another site: the only page that others may frame. It changes nothing, sets no cookie, reads none, and works without script.
/// </summary>
[DansUnCadre]
internal sealed class RechercheModel(RechercheIntegree recherche) : PageModel
{
    public ReponseIntegree? Reponse { get; private set; }

    public ReglagesDIntegration Reglages { get; private set; } = null!;

    public IReadOnlyList<Erreur> Erreurs { get; private set; } = [];

    /// <summary>The field: what was typed.</summary>
    public string Ou => Request.Query["ou"].Count == 1 ? Request.Query["ou"].ToString() : "";

    public Besoin? Besoin => Domain.Besoin.De(Request.Query["besoin"]);

    /// <summary>What the form keeps without showing it: colours, language, and the territory of the site.</summary>
    public IEnumerable<KeyValuePair<string, string>> Gardes => Reglages.Demandees.Concat(((string[])["commune", "departement"]).Where(n => Request.Query[n].Count == 1).Select(n => KeyValuePair.Create(n, Request.Query[n].ToString())));

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        (Reglages, var fautes) = ReglagesDIntegration.Lire(Request.Query);
        var lue = recherche.Lire(Request.Query, strict: false);
        if (!lue.Reussi || fautes.Count > 0)
        {
            Erreurs = [.. lue.Erreurs, .. fautes];
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            Response.Headers.CacheControl = "public, max-age=60";
        }

        if (lue.Reussi)
        {
            Reponse = await recherche.ChercherAsync(lue.Valeur, annulation);
        }

        return Page();
    }

    /// <summary>This frame with these parameters changed (null removes one).</summary>
    public string Adresse(params (string Nom, string? Valeur)[] changes)
    {
        var suite = new QueryBuilder();
        foreach (var (nom, valeur) in Gardes.Concat(((string[])["ou", "besoin"]).Where(n => Request.Query[n].Count == 1 && Request.Query[n].ToString().Length > 0).Select(n => KeyValuePair.Create(n, Request.Query[n].ToString()))))
        {
            if (!changes.Any(c => c.Nom == nom))
            {
                suite.Add(nom, valeur);
            }
        }

        foreach (var (nom, valeur) in changes)
        {
            if (valeur is not null)
            {
                suite.Add(nom, valeur);
            }
        }

        return $"{Liens.RechercheIntegree}{suite.ToQueryString()}";
    }
}
