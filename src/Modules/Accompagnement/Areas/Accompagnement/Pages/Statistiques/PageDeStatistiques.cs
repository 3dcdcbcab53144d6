using System.Globalization;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Statistiques;

/// <summary>What a page of figures and the page that keeps them read in the same way: whose they are, and what is asked.</summary>
internal abstract class PageDeStatistiques(PerimetresPermis permis, StatistiquesDemandees statistiques, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "Du"), DateRecente]
    public DateOnly? Du { get; set; }

    [BindProperty(SupportsGet = true, Name = "Au"), DateRecente]
    public DateOnly? Au { get; set; }

    public ChoixDePerimetre Choix { get; private set; } = null!;

    /// <summary>Null when what is asked can't be counted: the reasons are in the model state.</summary>
    public ChiffresDemandes? Demandes { get; private set; }

    protected PerimetresPermis Permis => permis;

    protected StatistiquesDemandees Statistiques => statistiques;

    protected Identite Moi => demandeur.Identite!;

    /// <summary>The values of a parameter, as they were typed.</summary>
    public IReadOnlyList<string> Tapees(string nom) => nom switch
    {
        "du" => Du is { } du ? [du.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : [],
        "au" => Au is { } au ? [au.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : [],
        _ => [.. Request.Query[nom].OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0)],
    };

    /// <summary>A refusal to give as it is; null when the figures, or the reasons why there are none, are there.</summary>
    protected async Task<IActionResult?> LireAsync(CancellationToken annulation)
    {
        var (niveau, cle) = (this.LireParmi("niveau", PerimetresPermis.Niveaux), this.LireTexte("de"));
        var reponse = await permis.LireAsync(Moi, niveau, cle, annulation);
        if (reponse.Choix is not { } choix)
        {
            return reponse.Existe ? Forbid() : NotFound();
        }

        Choix = choix;
        var lue = await statistiques.LireAsync(choix, Tapees, annulation);
        // A day that doesn't exist is one fault, said by its field: the period that is left isn't the one that was meant.
        foreach (var erreur in lue.Erreurs)
        {
            ModelState.AddModelError(erreur.Champ switch { "du" => nameof(Du), "au" => nameof(Au), _ => "" }, erreur.Message);
        }

        if (ModelState.ErrorCount == 0)
        {
            Demandes = await statistiques.CompterAsync(choix, lue.Valeur, annulation);
        }

        return null;
    }
}
