using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Comptes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ParcoursDUnePersonne;

/// <summary>A page about the path of a person: only one whom who asks follows, whatever the handler; each look is noted in the log that the person reads.</summary>
internal abstract class PageDeParcours(ParcoursDesPersonnes parcours, CatalogueLivre livre) : PageModel
{
    [FromRoute(Name = "id")]
    public Guid Personne { get; set; }

    public CatalogueDeSavoirFaire Catalogue => livre.Catalogue;

    public ParcoursLu Lu { get; protected set; } = null!;

    /// <summary>What one calls the person.</summary>
    public string Appellation { get; private set; } = "";

    protected ParcoursDesPersonnes Parcours => parcours;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var annulation = context.HttpContext.RequestAborted;
        if (!await parcours.SuivieAsync(Personne, annulation))
        {
            context.Result = new NotFoundResult();
            return;
        }

        await context.HttpContext.RequestServices.GetRequiredService<IJournalDAcces>().NoterAsync(Personne, Ressources.MotsCapacitation.Francais("Donnees.Titre"), null, annulation);
        Appellation = (await context.HttpContext.RequestServices.GetRequiredService<AppellationsDesPersonnes>().LireAsync([Personne], annulation))[Personne];
        Lu = await parcours.LireAsync(Personne, annulation);
        await next();
    }

    public SavoirFaire SavoirFaire(string code) => Catalogue.Lire(code)!;
}
