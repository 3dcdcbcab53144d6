using System.Security.Cryptography;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;

/// <summary>The first time, or after everything was lost: a passkey, else an application; then ten codes to print, shown once.</summary>
internal sealed class PremierFacteurModel(EtapesDeConnexion etapes, FacteursDuCompte facteurs, ClesDAcces cles, JetonsDeFormulaire jetons, FinDeConnexion fin) : PageDeConnexion
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The seed that is shown, closed: the same page comes back with it after a wrong code.</summary>
    [BindProperty]
    public string? Graine { get; set; }

    public EtapeDeConnexion Etape { get; private set; } = null!;

    public DefiDeCle? Defi { get; private set; }

    public byte[] Secret { get; private set; } = [];

    /// <summary>The printed codes, once the first factor is there.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Suite => Retour.Local(Etape.Lien.Retour) ?? LiensComptes.Espace;

    private string But => $"graine:{Etape.Compte.Id:N}";

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation) => await LireAsync(annulation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (await LireAsync(annulation) is { } ailleurs)
        {
            return ailleurs;
        }

        var garde = await facteurs.GarderLApplicationAsync(HttpContext, Etape.Compte.Id, Secret, Code, db => FinirAsync(db, annulation), annulation);
        return garde.Reussi ? await OuvrirAsync(Facteur.LienEtCode, annulation) : Montrer(garde.Erreur!);
    }

    public async Task<IActionResult> OnPostCleAsync(string? reponse, string? etat, string? nom, CancellationToken annulation)
    {
        ModelState.Clear();
        if (await LireAsync(annulation) is { } ailleurs)
        {
            return ailleurs;
        }

        var garde = await cles.GarderAsync(HttpContext, Etape.Compte.Id, reponse, etat, nom, db => FinirAsync(db, annulation), annulation);
        return garde.Reussi ? await OuvrirAsync(Facteur.Passkey, annulation) : Montrer(garde.Erreur!);
    }

    private async Task<IActionResult?> LireAsync(CancellationToken annulation)
    {
        if (await etapes.LireAsync(HttpContext, annulation) is not { } etape)
        {
            return Redirect($"{LiensComptes.Connexion}?recommencer=true");
        }

        Etape = etape;
        if (!etape.AEnroler)
        {
            return Redirect(LiensComptes.Facteur);
        }

        Defi = await cles.DefiDeCreationAsync(HttpContext, etape.Compte, annulation);
        Secret = Base32.Lire(jetons.Ouvrir(But, Graine)) ?? RandomNumberGenerator.GetBytes(CodeTemporel.OctetsDeGraine);
        Graine = jetons.Fermer(But, Base32.Ecrire(Secret));
        return null;
    }

    // Asked again under the lock of the account: of two browsers at this page at once, one makes the first factor and the other has to give it.
    private async Task<Resultat<bool>> FinirAsync(FaireAvecDb db, CancellationToken annulation) =>
        (await FacteursDuCompte.MoyensAsync(db, Etape.Compte.Id, annulation)).Aucun && await etapes.FinirAsync(db, Etape.Lien.Id, annulation) ? true : ErreursDeConnexion.EtapeFinie;

    private async Task<IActionResult> OuvrirAsync(Facteur facteur, CancellationToken annulation)
    {
        var depuis = Etape.Lien.Usage == UsageDeLien.Operateur ? Facteur.LienDOperateur : facteur;
        var session = await fin.OuvrirAsync(HttpContext, Etape.Compte.Id, depuis, Etape.Lien.PostePartage, annulation);
        if (!session.Reussi)
        {
            return Montrer(session.Erreur!);
        }

        Codes = await facteurs.TirerDesCodesAsync(HttpContext, Etape.Compte.Id, annulation);
        return Page();
    }

    private IActionResult Montrer(Erreur erreur)
    {
        Code = null;
        return erreur == ErreursDeConnexion.EtapeFinie ? Redirect($"{LiensComptes.Connexion}?recommencer=true") : Refuser(erreur);
    }
}
