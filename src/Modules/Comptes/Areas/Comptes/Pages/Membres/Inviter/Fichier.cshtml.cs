using System.Text;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Invitations;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Fichiers;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Inviter;

/// <summary>A file of people to invite: looked at line by line, then sent when that is confirmed. Nothing of the file is kept in between but in the page itself.</summary>
[RequestSizeLimit(RequeteMax)]
[RequestFormLimits(MultipartBodyLengthLimit = RequeteMax, ValueLengthLimit = RequeteMax)]
[TextesRegardes(nameof(Contenu))]
internal sealed class FichierModel(AccesAuxOrganisations acces, GestionDesRoles roles, Demandeur demandeur, EnvoiDInvitations envoi) : PageDInvitation(acces, roles, demandeur)
{
    // The file, what the form puts around it, and its text again when it is confirmed: an accent takes up to nine characters in a form.
    private const int RequeteMax = (9 * FichierDInvitations.OctetsMax) + (64 * 1024);

    [BindProperty]
    public IFormFile? Fichier { get; set; }

    /// <summary>The text of the file that was looked at.</summary>
    [BindProperty]
    public string? Contenu { get; set; }

    /// <summary>How many good lines were shown.</summary>
    [BindProperty]
    public int? Attendues { get; set; }

    public IReadOnlyList<(LigneDeFichier Ligne, Resultat<InvitationLue> Lue)>? Lignes { get; private set; }

    public int Bonnes => Lignes?.Count(l => l.Lue.Reussi) ?? 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        Response.StatusCode = Organisation.Ouverte ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>A file to fill: the columns, and a line to be replaced.</summary>
    public async Task<IActionResult> OnGetModeleAsync(CancellationToken annulation) =>
        await TrouverAsync(annulation) ? Affichage.Csv("invitations.csv", ["courriel", "prenom", "nom", "role"], [["prenom.nom@example.org", "Prénom", "Nom", "mediateur"]]) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        if (Fichier is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Fichier), MotsMembres.T("Fichier.Vide"));
            return Refuser();
        }

        if (Fichier.Length > FichierDInvitations.OctetsMax)
        {
            ModelState.Dire([ErreursMembres.FichierTropLong]);
            return Refuser();
        }

        using var memoire = new MemoryStream();
        await Fichier.CopyToAsync(memoire, annulation);
        if (ControleDesFichiers.Controler(memoire, TypeDeFichier.Texte, FichierDInvitations.OctetsMax, nameof(Fichier)) is { Reussi: false } refuse)
        {
            ModelState.Dire(refuse.Erreurs);
            return Refuser();
        }

        await RegarderAsync(FichierDInvitations.Lire(memoire.ToArray()), annulation);
        return Lignes is null ? Refuser() : Page();
    }

    public async Task<IActionResult> OnPostEnvoyerAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        // Read again from the beginning: the page only carried it, and things may have changed.
        var vues = Attendues;
        await RegarderAsync(FichierDInvitations.Lire(Contenu), annulation);
        if (Lignes is null || Bonnes == 0)
        {
            return Refuser();
        }

        if (vues != Bonnes)
        {
            ModelState.Clear();
            ModelState.AddModelError("", MotsMembres.T("Fichier.Change"));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var faites = await envoi.InviterAsync(Organisation, [.. Lignes.Where(l => l.Lue.Reussi).Select(l => l.Lue.Valeur)], annulation);
        if (faites.Reussi)
        {
            return Redirect($"{LiensMembres.Invitations}?organisation={Organisation.Id}&fait=envoyees");
        }

        ModelState.Dire(faites.Erreurs.Select(e => e with { Champ = null }));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuser()
    {
        Response.StatusCode = Organisation.Ouverte ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task RegarderAsync(Resultat<IReadOnlyList<LigneDeFichier>> fichier, CancellationToken annulation)
    {
        if (!fichier.Reussi)
        {
            ModelState.Dire(fichier.Erreurs);
            return;
        }

        var lues = await envoi.LireAsync(Organisation, [.. fichier.Valeur.Select(l => l.Saisie)], annulation);
        Lignes = [.. fichier.Valeur.Zip(lues)];
        Contenu = Ecrire(fichier.Valeur);
        ModelState.Remove(nameof(Contenu));
        Attendues = Bonnes;
        ModelState.Remove(nameof(Attendues));
    }

    // One form for every file: the same lines, in the same order.
    private static string Ecrire(IEnumerable<LigneDeFichier> lignes)
    {
        var texte = new StringBuilder("courriel;prenom;nom;role\n");
        foreach (var l in lignes)
        {
            texte.AppendJoin(';', new[] { l.Courriel, l.Prenom, l.Nom, l.Role }.Select(c => $"\"{c?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        return texte.ToString();
    }
}
