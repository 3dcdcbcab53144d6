using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.AllerVers;

/// <summary>An action on one screen: today, the last commune and the last duration are proposed; how many people and what drew them are enough.</summary>
internal sealed class NoterModel(
    FaireAvecDb db, ActionsDAllerVers actions, PartenairesQuiOrientent partenaires, ConfigurationsDAllerVers configurations, Habitudes habitudes, ITerritoires territoires, Demandeur demandeur, JourDuMediateur jours, TimeProvider horloge)
    : PageDAllerVers(partenaires, configurations, territoires, demandeur, jours, horloge)
{
    private readonly ConfigurationsDAllerVers _configurations = configurations;

    /// <summary>The action that has just been recorded, when another one follows.</summary>
    [BindProperty(SupportsGet = true, Name = "notee")]
    public Guid? Notee { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid? configuration, Guid? partenaire, CancellationToken annulation)
    {
        if (Moi.Organisation is null)
        {
            return Redirect("/espace");
        }

        await PreparerAsync(annulation);
        await ProposerAsync(annulation);
        if (configuration is { } c)
        {
            if (await _configurations.TrouverAsync(c, Moi.Compte, annulation) is not { RetireeLe: null } choisie)
            {
                return NotFound();
            }

            (F.Configuration, F.Motif, F.AutreMotif, F.LieuLibre) = (c, choisie.Motif, choisie.AutreMotif, choisie.Lieu);
            if (choisie.Duree is { } duree)
            {
                F.ChoisirLaDuree(duree);
            }
        }

        if (partenaire is { } p)
        {
            if (Partenaires.All(o => o.Valeur != p.ToString()))
            {
                return NotFound();
            }

            F.Partenaire = p;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool encore, CancellationToken annulation)
    {
        await PreparerAsync(annulation);
        if (Moi.Organisation is not { } organisation || F.Id == Guid.Empty || await LireLeFormulaireAsync(annulation) is not { } saisie)
        {
            return Refuser();
        }

        var notee = await actions.NoterAsync(saisie, F.Id, Moi.Compte, organisation, annulation);
        if (notee.Reussi)
        {
            return Redirect($"{(encore ? LiensDeLAllerVers.Noter : LiensDeLAllerVers.Liste)}?notee={notee.Valeur.Id}");
        }

        Dire(notee.Erreurs);
        return Refuser();
    }

    private async Task PreparerAsync(CancellationToken annulation)
    {
        Lieux = (await habitudes.LireAsync(Moi.Compte, Moi.Organisation ?? Guid.Empty, annulation)).Lieux;
        await ListesAsync(null, annulation);
    }

    private async Task ProposerAsync(CancellationToken annulation)
    {
        F.Id = Identifiants.Nouveau(Horloge);
        F.Quand = Iso(await AujourdhuiAsync(annulation));
        var moi = Moi.Compte;
        var derniere = await db.Set<ActionDAllerVers>().AsNoTracking().Where(a => a.Auteur == moi && a.SupprimeeLe == null).OrderByDescending(a => a.Jour).ThenByDescending(a => a.Id)
            .Select(a => new { a.Commune, a.Duree }).FirstOrDefaultAsync(annulation);
        if (derniere is not null)
        {
            (F.CodeCommune, F.Commune) = (derniere.Commune, Territoires.Commune(derniere.Commune)?.Nom);
            F.ChoisirLaDuree(derniere.Duree);
        }
    }
}
