using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>A follow-up, in words.</summary>
internal sealed record SuiviEnMots(Guid Id, string Qui, DateTimeOffset Debut, AccordDeSuivi Accord, bool Moi);

/// <summary>Who follows the person: a colleague more, with their agreement, or one less, in two clicks.</summary>
internal sealed class PartageModel(FaireAvecDb db, SuiviDesPersonnes suivi, IGensDesOrganisations gens, INomsDesComptes noms, Demandeur demandeur) : PageDePersonne(db)
{
    /// <summary>Value of « tous les médiateurs ».</summary>
    public const string Organisation = "organisation";

    [BindProperty]
    public string? Avec { get; set; }

    [BindProperty]
    public bool Accord { get; set; }

    public IReadOnlyList<SuiviEnMots> Suivis { get; private set; } = [];

    /// <summary>Those who don't follow the person yet.</summary>
    public IReadOnlyList<OptionDeChamp> Choix { get; private set; } = [];

    public Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return LireAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        if (Choix.All(c => c.Valeur != Avec))
        {
            return Refuser(ErreursPersonnes.CollegueInconnu);
        }

        if (!Accord)
        {
            return Refuser(ErreursPersonnes.AccordDePartage);
        }

        var fait = await suivi.PartagerAsync(Id, Avec == Organisation ? null : Guid.Parse(Avec!), AccordDeSuivi.Oral, annulation);
        return fait.Reussi ? Redirect($"{LiensPersonnes.Partage(Id)}?fait=partage") : Refuser(fait.Erreurs);
    }

    public async Task<IActionResult> OnPostRetirerAsync([FromForm(Name = "suivi")] Guid lequel, CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        var moi = Suivis.FirstOrDefault(s => s.Id == lequel)?.Moi == true;
        var fait = await suivi.FinirAsync(Db, Id, lequel, FinDeSuivi.Retrait, annulation);
        if (!fait.Reussi)
        {
            return Refuser(fait.Erreurs);
        }

        // Without a follow-up of one's own nor of the organisation, the sheet is closed to who asks.
        var encore = Suivis.Any(s => s.Id != lequel && (s.Moi || s.Qui == Tous));
        return Redirect(moi && !encore ? $"{LiensPersonnes.Personnes}?fait=finie" : $"{LiensPersonnes.Partage(Id)}?fait=retire");
    }

    private string Tous => MotsPersonnes.T("Partage.Tous", demandeur.Identite!.NomOrganisation);

    private async Task LireAsync(CancellationToken annulation)
    {
        var (moi, organisation) = (demandeur.Identite!.Compte, demandeur.Identite.Organisation!.Value);
        var lignes = await Db.Set<Suivi>().AsNoTracking().Where(s => s.Personne == Id && s.Fin == null).OrderBy(s => s.Debut).ToListAsync(annulation);
        var enMots = new List<SuiviEnMots>();
        foreach (var s in lignes)
        {
            var ou = s.Organisation == organisation ? demandeur.Identite.NomOrganisation : await gens.NomAsync(s.Organisation, annulation);
            var qui = s.Compte is { } compte ? await noms.NomAsync(compte.ToString(), annulation) ?? MotsMaCarte.T("Suivi.Partie") : MotsPersonnes.T("Partage.Tous", ou);
            enMots.Add(new(s.Id, s.Compte is null || s.Organisation == organisation ? qui : $"{qui}, {ou}", s.Debut, s.Accord, s.Compte == moi && s.Organisation == organisation));
        }

        Suivis = enMots;
        var deja = lignes.Where(s => s.Organisation == organisation).Select(s => s.Compte).ToHashSet();
        var choix = (await gens.MediateursAsync(organisation, annulation)).Where(c => !deja.Contains(c.Compte)).Select(c => new OptionDeChamp(c.Compte.ToString(), c.Nom)).ToList();
        if (!deja.Contains(null))
        {
            choix.Add(new(Organisation, Tous));
        }

        Choix = choix;
    }
}
