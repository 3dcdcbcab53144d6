using FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;
using FaireAvec.Cartographie.Domain.NosLieux;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.NosLieux;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Territoires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.NosLieux;

/// <summary>One place of the organisation: what the public reads, what was done, and undoing it.</summary>
internal sealed class LieuModel(LieuxDeLOrganisation lieux, ITerritoires territoires, TimeProvider horloge) : PageDeNotreLieu(lieux)
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public IReadOnlyList<TenueDeLieu> Histoire { get; private set; } = [];

    public IReadOnlyList<JourEnMots> Semaine { get; private set; } = [];

    /// <summary>True when the organisation took it off and may put it back.</summary>
    public bool Rouvrable => Lieu.Etat == EtatDuLieuTenu.Ferme && Histoire.FirstOrDefault(t => t.Geste is GesteDeTenue.Fermeture or GesteDeTenue.Reouverture) is { Geste: GesteDeTenue.Fermeture, DefaiteLe: null };

    /// <summary>What is undone by a button: putting back on the map has its own.</summary>
    public static bool Defaisable(TenueDeLieu tenue) => tenue.DefaiteLe is null && tenue.Geste is not (GesteDeTenue.Fermeture or GesteDeTenue.Reouverture);

    /// <summary>A value as it is read: lists in a line, instants and states in words.</summary>
    public static string Valeur(ValeurTenue valeur, string? texte) =>
        texte is null ? MotsDonnees.T("Nos.Vide") : texte.Replace("|", ", ", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        await LireAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostDefaireAsync(string id, Guid tenue, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var fait = await Lieux.DefaireAsync(Lieu, tenue, annulation);
        return fait.Reussi ? Redirect($"{LiensDonnees.NotreLieu(id)}?fait=defait") : await RefuserAsync(fait.Erreurs, id, annulation);
    }

    public async Task<IActionResult> OnPostRouvrirAsync(string id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var fait = await Lieux.RouvrirAsync(Lieu, annulation);
        return fait.Reussi ? Redirect($"{LiensDonnees.NotreLieu(id)}?fait=rouvert") : await RefuserAsync(fait.Erreurs, id, annulation);
    }

    private async Task<IActionResult> RefuserAsync(IReadOnlyList<Kernel.Resultats.Erreur> erreurs, string id, CancellationToken annulation)
    {
        ModelState.Dire(erreurs.Select(e => e with { Champ = null }));
        Response.StatusCode = StatusCodes.Status409Conflict;
        await TrouverAsync(id, annulation);
        await LireAsync(annulation);
        return Page();
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        Histoire = await Lieux.HistoireAsync(Lieu.Id, annulation);
        var fiche = Lieu.Fiche;
        Semaine = fiche is not null && HorairesDuLieu.Lire(fiche.Horaires) is { } horaires
            ? SemaineEnMots.Composer(horaires, horloge.GetUtcNow(), territoires.DepartementDeInsee(fiche.CodeInsee) ?? territoires.DepartementDuCodePostal(fiche.CodePostal) ?? "75")
            : [];
    }
}
