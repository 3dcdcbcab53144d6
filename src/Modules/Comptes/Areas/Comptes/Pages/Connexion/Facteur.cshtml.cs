using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;

/// <summary>The mailbox is proved; a code or a passkey ends the sign-in.</summary>
internal sealed class FacteurModel(EtapesDeConnexion etapes, SecondFacteur second, ClesDAcces cles, FinDeConnexion fin) : PageDeConnexion
{
    [BindProperty]
    public string? Code { get; set; }

    public EtapeDeConnexion Etape { get; private set; } = null!;

    public DefiDeCle? Defi { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation) => await LireAsync(annulation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (await LireAsync(annulation) is { } ailleurs)
        {
            return ailleurs;
        }

        var facteur = await second.VerifierAsync(HttpContext, Etape.Compte.Id, Code, db => FinirAsync(db, annulation), annulation);
        return facteur.Reussi ? await OuvrirAsync(facteur.Valeur, annulation) : Montrer(facteur.Erreur!);
    }

    public async Task<IActionResult> OnPostCleAsync(string? reponse, string? etat, CancellationToken annulation)
    {
        ModelState.Clear();
        if (await LireAsync(annulation) is { } ailleurs)
        {
            return ailleurs;
        }

        var preuve = await cles.ProuverAsync(HttpContext, Etape.Compte.Id, reponse, etat, db => FinirAsync(db, annulation), annulation);
        return preuve.Reussi ? await OuvrirAsync(Facteur.Passkey, annulation) : Montrer(preuve.Erreur!);
    }

    private async Task<IActionResult?> LireAsync(CancellationToken annulation)
    {
        if (await etapes.LireAsync(HttpContext, annulation) is not { } etape)
        {
            return Redirect($"{LiensComptes.Connexion}?recommencer=true");
        }

        Etape = etape;
        if (etape.AEnroler)
        {
            return Redirect(LiensComptes.PremierFacteur);
        }

        Defi = etape.Moyens.Cles > 0 ? await cles.DefiAsync(HttpContext, etape.Compte.Id, annulation) : null;
        return null;
    }

    private async Task<Resultat<bool>> FinirAsync(FaireAvecDb db, CancellationToken annulation) =>
        await etapes.FinirAsync(db, Etape.Lien.Id, annulation) ? true : ErreursDeConnexion.EtapeFinie;

    private async Task<IActionResult> OuvrirAsync(Facteur facteur, CancellationToken annulation)
    {
        var session = await fin.OuvrirAsync(HttpContext, Etape.Compte.Id, facteur, Etape.Lien.PostePartage, annulation);
        return session.Reussi ? LocalRedirect(Retour.Local(Etape.Lien.Retour) ?? LiensComptes.Espace) : Montrer(session.Erreur!);
    }

    private IActionResult Montrer(Erreur erreur)
    {
        // A code that was refused isn't shown again: it is to be read again where it comes from.
        Code = null;
        return erreur == ErreursDeConnexion.EtapeFinie ? Redirect($"{LiensComptes.Connexion}?recommencer=true") : Refuser(erreur);
    }
}
