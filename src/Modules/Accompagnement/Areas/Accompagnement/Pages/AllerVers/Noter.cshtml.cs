using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Texte;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.AllerVers;

/// <summary>An action on one screen: today, the last commune and the last duration are proposed; how many people and what drew them are enough.</summary>
internal sealed class NoterModel(
    FaireAvecDb db, ActionsDAllerVers actions, PartenairesQuiOrientent partenaires, ConfigurationsDAllerVers configurations, Habitudes habitudes, Brouillons brouillons, ITerritoires territoires, Demandeur demandeur, JourDuMediateur jours, TimeProvider horloge)
    : PageDAllerVers(partenaires, configurations, territoires, demandeur, jours, horloge)
{
    private readonly ConfigurationsDAllerVers _configurations = configurations;

    /// <summary>The action that has just been recorded, when another one follows.</summary>
    [BindProperty(SupportsGet = true, Name = "notee")]
    public Guid? Notee { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid? configuration, Guid? partenaire, Guid? brouillon, CancellationToken annulation)
    {
        if (Moi.Organisation is null)
        {
            return Redirect("/espace");
        }

        await PreparerAsync(annulation);
        if (brouillon is { } b)
        {
            if (await brouillons.LireLAllerVersAsync(b, annulation) is not { } garde)
            {
                return NotFound();
            }

            F = garde;
            return Page();
        }

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
            await brouillons.JeterAsync(F.Id, Moi.Compte, annulation);
            return Redirect($"{(encore ? LiensDeLAllerVers.Noter : LiensDeLAllerVers.Liste)}?notee={notee.Valeur.Id}");
        }

        Dire(notee.Erreurs);
        return Refuser();
    }

    /// <summary>Kept for later, right or wrong: by the button without script, by itself with it. What nobody leaves here isn't left in a draft either.</summary>
    public async Task<IActionResult> OnPostBrouillonAsync(bool auto, CancellationToken annulation)
    {
        ModelState.Clear();
        var oublies = F.TextesLibres.Where(t => ReperageDeSecrets.Reperer(t.Texte).Count > 0).ToList();
        oublies.ForEach(t => F.Ecrire(t.Champ, null));
        var garde = F.Id != Guid.Empty && await brouillons.GarderAsync(F, Moi.Compte, annulation);
        if (auto)
        {
            return oublies.Count > 0 ? new StatusCodeResult(StatusCodes.Status422UnprocessableEntity) : garde ? new NoContentResult() : new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }

        if (garde && oublies.Count == 0)
        {
            return Redirect($"{LiensAccompagnement.Aujourdhui}?brouillon={F.Id}");
        }

        await PreparerAsync(annulation);
        foreach (var (champ, texte) in oublies)
        {
            F.Ecrire(champ, texte);
            ModelState.AddModelError($"F.{champ}", MotsActivites.T("Ecrire.Brouillon.Secret"));
        }

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
        F.Quand = JourDuMediateur.Iso(await AujourdhuiAsync(annulation));
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
