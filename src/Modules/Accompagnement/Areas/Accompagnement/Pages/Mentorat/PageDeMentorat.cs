using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Accompagnement.Mentorats;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Mentorat;

/// <summary>What the page of the two and the page of the team share.</summary>
internal abstract class PageDeMentorat(MentoratsDesEquipes mentorats, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public IReadOnlyList<MentoratMontre> Liste { get; protected set; } = [];

    public IEnumerable<MentoratMontre> EnCours => Liste.Where(m => m.Mentorat.Etat == EtatDeMentorat.EnCours);

    public IEnumerable<MentoratMontre> Passes => Liste.Where(m => m.Mentorat.Etat != EtatDeMentorat.EnCours);

    protected MentoratsDesEquipes Mentorats => mentorats;

    protected DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    protected Guid NouvelId() => Identifiants.Nouveau(horloge);

    protected abstract string Adresse { get; }

    protected abstract Task ListerAsync(CancellationToken annulation);

    protected async Task<IActionResult> RepondreAsync<T>(Resultat<T>? fait, string mot, CancellationToken annulation)
    {
        if (fait is not { } resultat)
        {
            return NotFound();
        }

        if (resultat.Reussi)
        {
            return Redirect($"{Adresse}?fait={mot}");
        }

        foreach (var erreur in resultat.Erreurs)
        {
            ModelState.AddModelError(erreur.Champ switch { "mentor" => "Mentor", "mentore" => "Mentore", "debut" => "Debut", "jour" => "Jour", _ => "" }, erreur.Message);
        }

        await ListerAsync(annulation);
        Response.StatusCode = resultat.Erreur!.Code == ErreursDeMentorat.Etat.Code ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }
}
