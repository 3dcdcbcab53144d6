using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>A page about one person whom one follows.</summary>
internal abstract class PageDePersonne(FaireAvecDb db) : PageModel
{
    private PersonneLue _lue = null!;

    public PersonneAccompagnee Personne => _lue.Personne;

    /// <summary>The card in use, or null.</summary>
    public CarteDeParcours? Carte => _lue.Carte;

    /// <summary>« Awa Sarr », or the number of their card.</summary>
    public string Appellation => _lue.Appellation;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    protected FaireAvecDb Db => db;

    /// <summary>What was looked at, as the person will read it.</summary>
    protected virtual string Regard => "Votre fiche de suivi";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LecteurDePersonne.LireAsync(context, db, Id, Regard) is { } lue)
        {
            _lue = lue;
            await next();
        }
    }

    /// <summary>The page again, with what was refused said beside its field.</summary>
    protected PageResult Refuser(params IReadOnlyList<Erreur> erreurs)
    {
        ModelState.Dire(erreurs);
        return Page();
    }
}
