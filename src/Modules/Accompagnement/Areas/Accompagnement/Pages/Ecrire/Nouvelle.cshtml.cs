using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Texte;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;

/// <summary>
/// An act, on one screen: the date, the place and the duration are proposed; a theme and a posture are enough. What is typed is kept as a draft as it is
/// typed; the id is made with the form, so that a form sent twice is one act.
/// </summary>
internal sealed class NouvelleModel(
    FaireAvecDb db, EnregistrerActivite enregistrer, Brouillons brouillons, Modeles modeles, Habitudes habitudes, MesureDeSaisie mesure, RegistresDAteliers registres, DepartDActivite depart,
    ITerritoires territoires, INomsDesLieux lieux, SuiviDesPersonnes suivi, Demandeur demandeur, TableDesDroits droits, JourDuMediateur jours, TimeProvider horloge)
    : PageDActivite(lieux, territoires, suivi, demandeur, droits, jours, horloge)
{
    /// <summary>When the form was opened, in Unix seconds: how long writing takes, for the médiateur alone.</summary>
    [BindProperty]
    public long Ouvert { get; set; }

    /// <summary>The act that has just been recorded, when another one follows.</summary>
    [BindProperty(SupportsGet = true, Name = "notee")]
    public Guid? Notee { get; set; }

    /// <summary>The act that this form has already made.</summary>
    public Guid? DejaNotee { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? type, Guid? copie, Guid? brouillon, Guid? modele, Guid? personne, Guid? registre, Guid? rendezvous, Guid? atelier, DateOnly? jour, CancellationToken annulation)
    {
        if (Moi.Organisation is null)
        {
            return Redirect("/espace");
        }

        if (registre is { } deja && await registres.ActeAsync(deja, annulation) is { } acte)
        {
            return Redirect(LiensAccompagnement.Activite(acte));
        }

        await PreparerAsync(annulation);
        var debut = brouillon is { } b ? await brouillons.LireAsync(b, annulation)
            : modele is { } m ? await modeles.LireAsync(m, annulation)
            : copie is { } c ? await CopierAsync(c, annulation)
            : registre is { } r ? await DepuisLeRegistreAsync(r, annulation)
            : rendezvous is { } rdv ? await depart.DuRendezVousAsync(rdv, Moi.Compte, annulation)
            : atelier is { } a ? await depart.DeLAtelierAsync(a, Moi.Compte, annulation)
            : new FormulaireDActivite { Type = TypesDActivite.Lire(type) is { } t ? t.Code : "individuel" };
        if (debut is null)
        {
            return NotFound();
        }

        if (debut.Registre is { } ouvert && (await registres.AJoindreAsync(ouvert, Moi.Compte, Moi.Organisation.Value, annulation)) is { Reussi: false, Erreur: { } refus })
        {
            // Still open: it is closed first. A draft whose register isn't there any more stays a draft.
            if (refus.Code == ErreursRegistres.Ouvert.Code)
            {
                return Redirect(LiensDesRegistres.Registre(ouvert));
            }

            debut.Registre = null;
        }

        F = debut;
        await LireLeRegistreAsync(annulation);
        if (personne is { } p)
        {
            (F.Personnes, AvecQuiDAbord) = ([p], true);
        }

        if (brouillon is null)
        {
            // A workshop that was to take place on that day.
            F.Date ??= jour;
            await ProposerAsync(annulation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool encore, CancellationToken annulation)
    {
        if (Moi.Organisation is not { } organisation || !await LireLeRegistreAsync(annulation) || await LireAvecLaCarteAsync(annulation) is not { } saisie)
        {
            await PreparerAsync(annulation);
            return Refuser();
        }

        var gardee = await enregistrer.ExecuterAsync(saisie, F.Id, Moi.Compte, organisation, OrigineDActivite.Saisie, annulation, Registre);
        if (!gardee.Reussi)
        {
            if (gardee.Erreur == ErreursActivites.IdDejaPris)
            {
                // The way back of the browser: the form comes again with the id of the act that it made.
                DejaNotee = await db.Set<Activite>().AsNoTracking().AnyAsync(a => a.Id == F.Id && a.Auteur == Moi.Compte, annulation) ? F.Id : null;
                ModelState.AddModelError("", MotsActivites.T("Ecrire.DejaNotee"));
                F.Id = Identifiants.Nouveau(Horloge);
            }
            else
            {
                Dire(gardee.Erreurs);
            }

            await PreparerAsync(annulation);
            return Refuser();
        }

        if (gardee.Valeur.Nouvelle)
        {
            await mesure.FinirAsync(F.Id, Moi.Compte, Ouvert, annulation);
        }

        return Redirect(encore ? $"{LiensAccompagnement.NouvelleDeType(F.Type)}&notee={gardee.Valeur.Id}" : $"{LiensAccompagnement.Activites}?notee={gardee.Valeur.Id}");
    }

    /// <summary>Kept for later, right or wrong: by the button without script, by itself with it.</summary>
    public async Task<IActionResult> OnPostBrouillonAsync(bool auto, CancellationToken annulation)
    {
        ModelState.Clear();
        // A draft holds no card: the one that was given is read now, or said to be wrong.
        if (!auto && !await OuvrirLaCarteAsync(annulation))
        {
            await LireLeRegistreAsync(annulation);
            await PreparerAsync(annulation);
            return Refuser();
        }

        var secrets = OublierLesSecrets();
        var garde = F.Id != Guid.Empty && await brouillons.GarderAsync(F, Moi.Compte, annulation);
        if (auto)
        {
            return secrets.Count > 0 ? new StatusCodeResult(Microsoft.AspNetCore.Http.StatusCodes.Status422UnprocessableEntity) : garde ? new NoContentResult() : new StatusCodeResult(Microsoft.AspNetCore.Http.StatusCodes.Status413PayloadTooLarge);
        }

        if (garde && secrets.Count == 0)
        {
            return Redirect($"{LiensAccompagnement.Aujourdhui}?brouillon={F.Id}");
        }

        await LireLeRegistreAsync(annulation);
        await PreparerAsync(annulation);
        if (secrets.Count > 0)
        {
            foreach (var (champ, texte) in secrets)
            {
                F.Ecrire(champ, texte);
                ModelState.AddModelError($"F.{champ}", MotsActivites.T("Ecrire.Brouillon.Secret"));
            }

            return Refuser();
        }

        Dire([ErreursActivites.TropLong("notes", Activite.NotesMax)]);
        return Refuser();
    }

    /// <summary>Another type in the middle of writing, without script: what is typed stays.</summary>
    public async Task<IActionResult> OnPostTypeAsync(string? vers, CancellationToken annulation)
    {
        ModelState.Clear();
        F.Type = TypesDActivite.Lire(vers)?.Code ?? F.Type;
        await LireLeRegistreAsync(annulation);
        await PreparerAsync(annulation);
        return Page();
    }

    // A draft is kept without being read again: what must not be noted isn't noted there either. What was typed stays on the screen.
    private List<(string Champ, string? Texte)> OublierLesSecrets()
    {
        var oublies = new List<(string Champ, string? Texte)>();
        foreach (var (champ, texte) in F.TextesLibres)
        {
            if (ReperageDeSecrets.Reperer(texte).Any(r => r.Refuse))
            {
                oublies.Add((champ, texte));
                F.Ecrire(champ, null);
            }
        }

        return oublies;
    }

    private async Task PreparerAsync(CancellationToken annulation) => Habitudes = await habitudes.LireAsync(Moi.Compte, Moi.Organisation ?? Guid.Empty, annulation);

    private async Task ProposerAsync(CancellationToken annulation)
    {
        F.Id = Identifiants.Nouveau(Horloge);
        F.Quand = F.Date is null ? JourDuMediateur.Iso(await AujourdhuiAsync(annulation)) : FormulaireDActivite.Autre;
        Ouvert = Horloge.GetUtcNow().ToUnixTimeSeconds();
        if (Type.Mediation && F.TypeDeLieu is null)
        {
            F.TypeDeLieu = Habitudes.TypeDeLieu ?? (Habitudes.Lieux.Count > 0 ? Listes.LieuActivite : null);
            F.Lieu = Habitudes.Lieu ?? (Habitudes.Lieux.Count > 0 ? Habitudes.Lieux[0].Valeur : null);
            if (F.TypeDeLieu is Listes.Domicile or Listes.AutreLieu)
            {
                (F.CodeCommune, F.Commune) = (Habitudes.Commune, Territoires.Commune(Habitudes.Commune)?.Nom);
            }
        }

        if (F.Duree is null && Habitudes.Duree is { } duree)
        {
            F.ChoisirLaDuree(duree);
        }
    }

    /// <summary>The register of the form, when it names one; false when it can't be joined, which is then said. Without one nothing is asked.</summary>
    private async Task<bool> LireLeRegistreAsync(CancellationToken annulation)
    {
        if (F.Registre is not { } id)
        {
            return true;
        }

        var lu = await registres.AJoindreAsync(id, Moi.Compte, Moi.Organisation ?? Guid.Empty, annulation);
        if (lu.Reussi)
        {
            Registre = lu.Valeur;
            return true;
        }

        Dire(lu.Erreurs);
        return false;
    }

    private async Task<FormulaireDActivite?> DepuisLeRegistreAsync(Guid id, CancellationToken annulation) =>
        await registres.TrouverAsync(id, Moi.Compte, annulation) is { } registre && registre.Organisation == Moi.Organisation
            ? FormulaireDActivite.DuRegistre(registre, code => Territoires.Commune(code)?.Nom)
            : null;

    private async Task<FormulaireDActivite?> CopierAsync(Guid id, CancellationToken annulation)
    {
        if (await db.Set<Activite>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == Moi.Compte, annulation) is not { } activite)
        {
            return null;
        }

        return FormulaireDActivite.De(activite, null, [], code => Territoires.Commune(code)?.Nom).Recommencer();
    }
}
