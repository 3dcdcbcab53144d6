using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Preuve;

/// <summary>Before a sensitive act: the second factor again, when it was given more than a quarter of an hour ago.</summary>
internal sealed class IndexModel(FaireAvecDb db, Demandeur demandeur, SecondFacteur second, ClesDAcces cles, FinDeConnexion fin) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? RetourDemande { get; set; }

    public MoyensDeProuver Moyens { get; private set; } = null!;

    public DefiDeCle? Defi { get; private set; }

    /// <summary>An invented person proves nothing: one button.</summary>
    public bool Persona { get; private set; }

    public string Suite => Retour.Local(RetourDemande) ?? LiensComptes.Espace;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        var facteur = await second.VerifierAsync(HttpContext, demandeur.Identite!.Compte, Code, null, annulation);
        return facteur.Reussi ? await ProuverAsync(annulation) : Refuser(facteur.Erreur!);
    }

    public async Task<IActionResult> OnPostCleAsync(string? reponse, string? etat, CancellationToken annulation)
    {
        await LireAsync(annulation);
        var preuve = await cles.ProuverAsync(HttpContext, demandeur.Identite!.Compte, reponse, etat, null, annulation);
        return preuve.Reussi ? await ProuverAsync(annulation) : Refuser(preuve.Erreur!);
    }

    public async Task<IActionResult> OnPostDemonstrationAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        return Persona ? await ProuverAsync(annulation) : StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var identite = demandeur.Identite!;
        Moyens = await FacteursDuCompte.MoyensAsync(db, identite.Compte, annulation);
        Persona = identite.Demonstration && await db.Set<Session>().AnyAsync(s => s.Id == identite.Session && s.Facteur == Facteur.Demonstration, annulation);
        Defi = Moyens.Cles > 0 ? await cles.DefiAsync(HttpContext, identite.Compte, annulation) : null;
    }

    private async Task<IActionResult> ProuverAsync(CancellationToken annulation)
    {
        await fin.ProuverAsync(HttpContext, demandeur.Identite!.Compte, demandeur.Identite.Session!.Value, annulation);
        return LocalRedirect(Suite);
    }

    private PageResult Refuser(Erreur erreur)
    {
        ModelState.Clear();
        Code = null;
        ModelState.AddModelError(erreur.Champ ?? "", MotsConnexion.Erreur(erreur));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
