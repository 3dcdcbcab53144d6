using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Demandes;

/// <summary>One request: taken in hand, prolonged, answered or refused, each with its words, then one write. The person reads them.</summary>
internal sealed class DemandeModel(DemandesDeDroits demandes, IJournalDAcces acces, INomsDesComptes noms, Demandeur demandeur, ContexteEcriture ecriture, TimeProvider horloge) : PageModel
{
    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Reponse { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public DemandeDeDroits Demande { get; private set; } = null!;

    public string? Nom { get; private set; }

    /// <summary>Nobody answers their own request.</summary>
    public bool Sienne => Demande.Personne == demandeur.Identite!.Compte;

    public DateOnly Aujourdhui => DelaiDeReponse.Jour(horloge.GetUtcNow());

    public bool Permet(EtatDeDemande vers) => EtatsDeDemande.Permet(Demande.Etat, vers);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await LireAsync(id, annulation))
        {
            return NotFound();
        }

        await acces.NoterAsync(Demande.Personne, MotsDonneesPersonnelles.T("Consultation.Demande"), null, annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? vers, CancellationToken annulation)
    {
        if (!await LireAsync(id, annulation))
        {
            return NotFound();
        }

        if (!Enum.TryParse<EtatDeDemande>(vers, out var etat) || etat is not (EtatDeDemande.EnCours or EtatDeDemande.Prolongee or EtatDeDemande.Repondue or EtatDeDemande.Refusee) || vers != etat.ToString())
        {
            return BadRequest();
        }

        ModelState.Clear();
        var mots = Reponse?.Trim().ReplaceLineEndings("\n") ?? "";
        if (etat != EtatDeDemande.EnCours && mots.Length is 0 or > DemandeDeDroits.MotifMax)
        {
            ModelState.Dire(mots.Length == 0 ? ErreursDeDonnees.ReponseManque : ErreursDeDonnees.ReponseLongue);
        }

        if (!(this.TextesLibresAcceptes() & ModelState.IsValid))
        {
            return Page();
        }

        ecriture.Motif = MotsDonneesPersonnelles.T($"Demande.Etat.{etat}");
        var resultat = await demandes.PasserAsync(Demande, etat, etat == EtatDeDemande.EnCours ? null : mots, HttpContext, annulation);
        if (!resultat.Reussi)
        {
            ModelState.AddModelError("", resultat.Erreur!.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect($"{LiensDonneesPersonnelles.Demande(id)}?fait={etat}");
    }

    private async Task<bool> LireAsync(Guid id, CancellationToken annulation)
    {
        if (await demandes.TrouverAsync(id, annulation) is not { } demande)
        {
            return false;
        }

        Demande = demande;
        Nom = await noms.NomAsync(demande.Personne.ToString(), annulation);
        return true;
    }
}
