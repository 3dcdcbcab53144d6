using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>Takes a place off the map, or puts it back; notes that a shelter's manager wants it shown, or no longer: why, then one write.</summary>
internal sealed class EtatModel(FaireAvecDb db, SaisieDesLieux saisie, AccordsDHebergement accords, ContexteEcriture ecriture) : PageDeFiche(db)
{
    private static readonly string[] Gestes = ["depublier", "republier", "accorder", "retirer-accord"];

    /// <summary>"depublier", "republier", "accorder" or "retirer-accord".</summary>
    [BindProperty(SupportsGet = true, Name = "vers")]
    public string? Vers { get; set; }

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Motif { get; set; }

    public bool Possible => Vers switch
    {
        "depublier" => Etat != "depublie",
        "republier" => Etat == "depublie",
        "accorder" => Etat == "retenu",
        _ => Etat == "accord",
    };

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation)
    {
        if (!Gestes.Contains(Vers, StringComparer.Ordinal) || !await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (!Possible)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken annulation)
    {
        if (!Gestes.Contains(Vers, StringComparer.Ordinal) || !await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (!ModelState.LireMotif(Motif, CorrectionDeChamp.MotifMax, MotsDonnees.T("Etat.Motif.Vide"), out var motif) || !this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        ecriture.Motif = motif;
        if (!Possible || !await ChangerAsync(id, annulation))
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect($"{LiensDonnees.Lieu(id)}?fait={(Vers switch { "depublier" => "depublie", "republier" => "republie", "accorder" => "accorde", _ => "accord-retire" })}");
    }

    private async Task<bool> ChangerAsync(string id, CancellationToken annulation) => Vers switch
    {
        "depublier" => (await saisie.DepublierAsync(id, annulation)).Reussi,
        "republier" => (await saisie.RepublierAsync(id, annulation)).Reussi,
        "accorder" => (await accords.DonnerAsync(id, annulation)).Reussi,
        _ => (await accords.RetirerAsync(id, annulation)).Reussi,
    };
}
