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
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Preuve;

/// <summary>
/// Before a sensitive act: the second factor again, when it was given more than a quarter of an hour ago. A form that was sent too late comes here with what
/// was typed, and is sent once it is proved: nothing is to be typed again. It stays in the page, never on the server.
/// </summary>
internal sealed class IndexModel(FaireAvecDb db, Demandeur demandeur, SecondFacteur second, ClesDAcces cles, FinDeConnexion fin) : PageModel
{
    /// <summary>Before the name of a field that waits.</summary>
    public const string Prefixe = "saisie.";

    /// <summary>A form longer than that is filled again: no form of ours is.</summary>
    private const int ChampsMax = 100;

    // What proves something is never shown again, and what belongs to the form itself is made anew.
    private static readonly string[] Tus = ["Code", "Graine", "Etat", "__RequestVerificationToken"];

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What was typed in a form that waits for the proof: name and value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Saisie { get; private set; } = [];

    /// <summary>The form that waits had a file: it has to be chosen again.</summary>
    public bool AvecFichier { get; private set; }

    /// <summary>It is proved, and the form that waited may go.</summary>
    public bool AReprendre { get; private set; }

    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? RetourDemande { get; set; }

    public MoyensDeProuver Moyens { get; private set; } = null!;

    public DefiDeCle? Defi { get; private set; }

    /// <summary>An invented person proves nothing: one button.</summary>
    public bool Persona { get; private set; }

    public string Suite => Retour.Local(RetourDemande) ?? LiensComptes.Espace;

    /// <summary>The page of the form, to look at: without the act that its button names.</summary>
    public string PageDuFormulaire => SansActe(Suite);

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
    }

    /// <summary>A form that was sent when the proof was too old.</summary>
    public async Task<IActionResult> OnPostSaisieAsync([FromQuery] string? retour, CancellationToken annulation)
    {
        var formulaire = Request.Form;
        (RetourDemande, Code) = (retour, null);
        // The answer of a device goes with its challenge; elsewhere « Reponse » is a text.
        var cle = formulaire.ContainsKey("Etat");
        Saisie = [.. formulaire.Where(c => !Tus.Contains(c.Key, StringComparer.OrdinalIgnoreCase) && !(cle && c.Key.Equals("Reponse", StringComparison.OrdinalIgnoreCase))).SelectMany(c => c.Value.Select(v => KeyValuePair.Create(c.Key, v ?? ""))).Take(ChampsMax)];
        AvecFichier = formulaire.Files.Count > 0;
        ModelState.Clear();
        await LireAsync(annulation);
        return Page();
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

    private static string SansActe(string adresse)
    {
        var requete = QueryHelpers.ParseQuery(adresse.IndexOf('?', StringComparison.Ordinal) is >= 0 and var i ? adresse[i..] : "");
        return QueryHelpers.AddQueryString(adresse.Split('?')[0], requete.Where(p => !p.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        if (Saisie.Count == 0 && Request.HasFormContentType)
        {
            Saisie = [.. Request.Form.Where(c => c.Key.StartsWith(Prefixe, StringComparison.Ordinal)).SelectMany(c => c.Value.Select(v => KeyValuePair.Create(c.Key[Prefixe.Length..], v ?? ""))).Take(ChampsMax)];
            AvecFichier = Request.Form.ContainsKey("fichier");
        }

        var identite = demandeur.Identite!;
        Moyens = await FacteursDuCompte.MoyensAsync(db, identite.Compte, annulation);
        Persona = identite.Demonstration && await db.Set<Session>().AnyAsync(s => s.Id == identite.Session && s.Facteur == Facteur.Demonstration, annulation);
        Defi = Moyens.Cles > 0 ? await cles.DefiAsync(HttpContext, identite.Compte, annulation) : null;
    }

    private async Task<IActionResult> ProuverAsync(CancellationToken annulation)
    {
        await fin.ProuverAsync(HttpContext, demandeur.Identite!.Compte, demandeur.Identite.Session!.Value, annulation);
        if (Saisie.Count == 0 || AvecFichier)
        {
            return LocalRedirect(PageDuFormulaire);
        }

        ModelState.Clear();
        AReprendre = true;
        return Page();
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
