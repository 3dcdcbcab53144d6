using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;

/// <summary>Where one signs in: a passkey, or a link by e-mail. The answer is the same whether an account has this address or not.</summary>
internal sealed class IndexModel(ClesDAcces cles, DemandesDeLien demandes, FinDeConnexion fin, Demandeur demandeur) : PageDeConnexion
{
    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public bool PostePartage { get; set; }

    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? RetourDemande { get; set; }

    /// <summary>A link has been asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "envoye")]
    public bool Envoye { get; set; }

    /// <summary>A sign-in waited too long, or was done elsewhere.</summary>
    [BindProperty(SupportsGet = true, Name = "recommencer")]
    public bool Recommencer { get; set; }

    public DefiDeCle? Defi { get; private set; }

    public string? RetourSur => Retour.Local(RetourDemande);

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (demandeur.Connecte)
        {
            return LocalRedirect(RetourSur ?? LiensComptes.Espace);
        }

        Defi = await cles.DefiAsync(HttpContext, null, annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var demande = await demandes.DemanderAsync(HttpContext, Courriel, PostePartage, RetourSur, annulation);
        if (!demande.Reussi)
        {
            Defi = await cles.DefiAsync(HttpContext, null, annulation);
            return Refuser(demande.Erreur!);
        }

        return Redirect($"{LiensComptes.Connexion}?envoye=true");
    }

    public async Task<IActionResult> OnPostCleAsync(string? reponse, string? etat, CancellationToken annulation)
    {
        ModelState.Clear();
        var preuve = await cles.ProuverAsync(HttpContext, null, reponse, etat, null, annulation);
        var ouverte = preuve.Reussi ? await fin.OuvrirAsync(HttpContext, preuve.Valeur, Facteur.Passkey, PostePartage, annulation) : preuve;
        if (!ouverte.Reussi)
        {
            Defi = await cles.DefiAsync(HttpContext, null, annulation);
            return Refuser(ouverte.Erreur!);
        }

        return LocalRedirect(RetourSur ?? LiensComptes.Espace);
    }
}
