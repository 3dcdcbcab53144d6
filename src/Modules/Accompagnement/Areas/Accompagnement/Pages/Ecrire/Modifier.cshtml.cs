using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;

/// <summary>Corrects an act; after 30 days, with a reason.</summary>
internal sealed class ModifierModel(
    FaireAvecDb db, CorrigerActivite corriger, Habitudes habitudes, ITerritoires territoires, INomsDesLieux lieux, SuiviDesPersonnes suivi, Demandeur demandeur, TableDesDroits droits, JourDuMediateur jours, TimeProvider horloge)
    : PageDActivite(lieux, territoires, suivi, demandeur, droits, jours, horloge)
{
    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    public bool Verrouillee { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (await TrouverAsync(id, annulation) is not { } activite)
        {
            return NotFound();
        }

        if (activite.SupprimeeLe is not null)
        {
            return Redirect(LiensAccompagnement.Activite(id));
        }

        var note = await db.Set<NoteDActivite>().AsNoTracking().Where(n => n.Activite == id).Select(n => n.Texte).SingleOrDefaultAsync(annulation);
        var personnes = await db.Set<UnAccompagnement>().AsNoTracking().Where(a => a.Activite == id).Select(a => a.Personne).ToListAsync(annulation);
        F = FormulaireDActivite.De(activite, note, personnes, code => Territoires.Commune(code)?.Nom);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (await TrouverAsync(id, annulation) is not { } activite)
        {
            return NotFound();
        }

        F.Id = id;
        F.Type = activite.Type.Regle().Code;
        var textes = this.TextesLibresAcceptes();
        if (await LireAvecLaCarteAsync(annulation) is not { } saisie || !textes)
        {
            return Refuser();
        }

        var corrigee = await corriger.CorrigerAsync(activite, saisie, F.Version, Motif, annulation);
        if (corrigee.Reussi)
        {
            return Redirect($"{LiensAccompagnement.Activite(id)}?corrigee=true");
        }

        Dire(corrigee.Erreurs);
        // Said once: sent again after that, one's answers take the place of what was written meanwhile.
        F.Version = activite.Version;
        return Refuser(corrigee.Erreur!.Code == ErreursActivites.ModifieeEntreTemps.Code || corrigee.Erreur.Code == ErreursActivites.Supprimee.Code ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
    }

    private async Task<Activite?> TrouverAsync(Guid id, CancellationToken annulation)
    {
        if (await db.Set<Activite>().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == Moi.Compte, annulation) is not { } activite)
        {
            return null;
        }

        EtiquettesDeja = activite.Etiquettes;
        Verrouillee = await corriger.EstVerrouilleeAsync(activite, annulation);
        Habitudes = await habitudes.LireAsync(Moi.Compte, activite.Organisation, annulation);
        return activite;
    }
}
