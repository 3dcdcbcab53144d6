using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>The person of a page, with the card in use.</summary>
internal sealed record PersonneLue(PersonneAccompagnee Personne, CarteDeParcours? Carte)
{
    /// <summary>How the page calls them: « Awa Sarr », or the number of their card.</summary>
    public string Appellation => Personne.NomComplet ?? (Carte is { } c ? MotsPersonnes.T("Personne.Carte", NumeroDeCarte.Lire(c.Numero)!.Value.Presente) : MotsPersonnes.T("Personne.SansCarte"));
}

/// <summary>
/// Finds the person of a page under the rights of who asks, whatever the handler. One who was joined to another leads to the kept one. Each look is noted
/// in the log that the person reads.
/// </summary>
internal static class LecteurDePersonne
{
    /// <summary>Null when the page ends there: its result is set.</summary>
    public static async Task<PersonneLue?> LireAsync(PageHandlerExecutingContext contexte, FaireAvecDb db, Guid id, string regard)
    {
        var annulation = contexte.HttpContext.RequestAborted;
        var personne = await db.Set<PersonneAccompagnee>().FirstOrDefaultAsync(p => p.Id == id, annulation);
        if (personne is null || personne.EffaceeLe is not null)
        {
            contexte.Result = new NotFoundResult();
            return null;
        }

        if (personne.FusionneeDans is { } retenue)
        {
            contexte.Result = new RedirectResult($"{LiensPersonnes.Personne(retenue)}?fait=reunie");
            return null;
        }

        var carte = await db.Set<CarteDeParcours>().FirstOrDefaultAsync(c => c.Personne == id && c.FinieLe == null, annulation);
        await contexte.HttpContext.RequestServices.GetRequiredService<IJournalDAcces>().NoterAsync(id, regard, null, annulation);
        return new(personne, carte);
    }
}
