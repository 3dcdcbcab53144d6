using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Rapports;

/// <summary>Keeps the figures of an address with a title and a comment: what was looked at, counted again at this moment.</summary>
internal sealed class EnregistrerModel(PerimetresPermis permis, StatistiquesDemandees statistiques, RapportsGardes rapports, Demandeur demandeur, TimeProvider horloge) : PageDeStatistiques(permis, statistiques, demandeur)
{
    /// <summary>Made with the form: sent twice, it is one report.</summary>
    [BindProperty]
    public Guid Rapport { get; set; }

    [BindProperty, TexteLibre]
    public string? Titre { get; set; }

    [BindProperty, TexteLibre]
    public string? Commentaire { get; set; }

    public string Choisi { get; private set; } = "";

    public string Action => LiensDesStatistiques.De(LiensDesStatistiques.Enregistrer, Demandes!);

    public string Retour => LiensDesStatistiques.De(LiensDesStatistiques.Statistiques, Demandes!);

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        Rapport = Identifiants.Nouveau(horloge);
        return await PreparerAsync(annulation) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (await PreparerAsync(annulation) is { } refus)
        {
            return refus;
        }

        if (this.TextesLibresAcceptes())
        {
            var garde = await rapports.GarderAsync(Rapport == Guid.Empty ? Identifiants.Nouveau(horloge) : Rapport, Demandes!, Titre, Commentaire, annulation);
            if (garde.Reussi)
            {
                return Redirect($"{LiensDesStatistiques.Rapport(garde.Valeur)}?fait=garde");
            }

            foreach (var erreur in garde.Erreurs)
            {
                ModelState.AddModelError(erreur.Champ ?? "", erreur.Message);
            }
        }

        return Page();
    }

    // What can't be counted is said where it was chosen.
    private async Task<IActionResult?> PreparerAsync(CancellationToken annulation)
    {
        if (Moi.Organisation is null)
        {
            return Redirect("/espace");
        }

        if (await LireAsync(annulation) is { } refus)
        {
            return refus;
        }

        if (Demandes is null)
        {
            return Redirect($"{LiensDesStatistiques.Statistiques}{Request.QueryString}");
        }

        Choisi = Statistiques.EnMots(Demandes);
        return null;
    }
}
