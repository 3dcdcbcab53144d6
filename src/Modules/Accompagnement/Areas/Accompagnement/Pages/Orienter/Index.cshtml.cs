using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Orienter;

/// <summary>Where one is in the sending.</summary>
internal enum EtapeDOrientation
{
    Besoin,

    /// <summary>A human voice at once.</summary>
    Urgence,
    Lieu,
    Accord,
}

/// <summary>
/// Somebody is sent on in two minutes: what they need, who can receive them now, their yes. Three pages of one form; nothing is written before the last.
/// </summary>
[TextesRegardes("F.Structure", "F.Precision")]
internal sealed class IndexModel(
    FaireAvecDb db, EnvoyerUneOrientation envoyer, ReceveursPossibles receveurs, PrevenirLeReceveur prevenir, ITerritoires territoires, IEmplois emplois, Demandeur demandeur, TimeProvider horloge)
    : PageModel
{
    [BindProperty]
    public FormulaireDOrientation F { get; set; } = new();

    public EtapeDOrientation Etape { get; private set; }

    public Decision? Decision { get; private set; }

    /// <summary>The need that is sent.</summary>
    public BesoinDOrientation Besoin { get; private set; } = null!;

    public IReadOnlyList<LieuPropose> Lieux { get; private set; } = [];

    /// <summary>The place that was chosen.</summary>
    public LieuQuiRecoit? Choisi { get; private set; }

    /// <summary>A need that is kept already.</summary>
    public BesoinExprime? Garde { get; private set; }

    public IReadOnlyList<OptionDeChamp> Metiers => [.. Besoin.Metiers.Select(m => new OptionDeChamp(m.ToString(), MotsOrientation.T($"Metier.{m}")))];

    private Identite Moi => demandeur.Identite!;

    public async Task<IActionResult> OnGetAsync(Guid? besoin, CancellationToken annulation)
    {
        ModelState.Clear();
        if (Moi.Organisation is not { } organisation)
        {
            return Redirect("/espace");
        }

        F = new FormulaireDOrientation { Id = Identifiants.Nouveau(horloge), Besoin = besoin, Forme = nameof(FormeDAccord.Oral) };
        if (besoin is null)
        {
            var moi = Moi.Compte;
            var commune = await db.Set<BesoinExprime>().AsNoTracking().Where(b => b.Auteur == moi).OrderByDescending(b => b.CreeLe).Select(b => b.Commune).FirstOrDefaultAsync(annulation)
                ?? (await emplois.LeJourAsync(moi, organisation, JourDeParis.De(horloge.GetUtcNow()), annulation))?.CommuneDuSiege;
            (F.CodeCommune, F.Commune) = (commune, territoires.Commune(commune)?.NomComplet);
            return Page();
        }

        if (!await GardeAsync(annulation))
        {
            return NotFound();
        }

        return await ALEtapeDuLieuAsync(annulation);
    }

    /// <summary>The need is said: where can the person go?</summary>
    public async Task<IActionResult> OnPostLieuxAsync(CancellationToken annulation)
    {
        if (await ArreterAsync(annulation) is { } arret)
        {
            return arret;
        }

        return await ALEtapeDuLieuAsync(annulation);
    }

    /// <summary>Back to the need, with what was said.</summary>
    public IActionResult OnPostBesoin()
    {
        ModelState.Clear();
        (F.Receveur, Etape) = (null, EtapeDOrientation.Besoin);
        return Page();
    }

    /// <summary>The place is chosen: does the person say yes?</summary>
    public async Task<IActionResult> OnPostAccordAsync(CancellationToken annulation)
    {
        if (await ArreterAsync(annulation) is { } arret)
        {
            return arret;
        }

        return await ReceveurAsync(annulation) is { } faute ? await RefuserLeLieuAsync(faute, annulation) : ALEtapeDeLAccord();
    }

    public async Task<IActionResult> OnPostEnvoyerAsync(CancellationToken annulation)
    {
        if (await ArreterAsync(annulation, lisible: F.Id != Guid.Empty) is { } arret)
        {
            return arret;
        }

        if (await ReceveurAsync(annulation) is { } faute)
        {
            return await RefuserLeLieuAsync(faute, annulation);
        }

        var maintenant = horloge.GetUtcNow();
        var envoyee = await envoyer.ExecuterAsync(
            new DemandeDOrientation
            {
                Id = F.Id,
                Besoin = F.Besoin,
                Decision = Decision,
                Code = Besoin.Code,
                Commune = territoires.Commune(F.CodeCommune)?.CodeInsee,
                Lieu = Choisi?.Lieu.Id,
                Structure = F.Structure,
                Metier = F.MetierLu,
                Accords = F.Accords(maintenant),
                Parties = F.Parties,
                RetourConsenti = F.Retour,
                Langue = string.IsNullOrEmpty(F.Langue) ? null : F.Langue,
                Interprete = F.Interprete,
                Amenagements = F.Amenagements,
                Disponibilites = F.Disponibilites,
                Precision = F.Precision,
                PasUnTelephone = this.PasUnTelephone("F.Precision", F.Precision),
                Candidats = [.. (await ProposerAsync(annulation)).Select(l => l.Lieu.Lieu.Id)],
            },
            annulation);
        if (!envoyee.Reussi)
        {
            var erreur = envoyee.Erreur!;
            if (erreur.Champ == "Receveur")
            {
                return await RefuserLeLieuAsync(erreur, annulation);
            }

            Dire(erreur);
            ALEtapeDeLAccord();
            Response.StatusCode = erreur.Champ is null || erreur == ErreursOrientation.TropDeReorientations ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return Page();
        }

        return Redirect($"{LiensDesOrientations.Orientation(envoyee.Valeur.Id)}?fait=envoyee&lien={await prevenir.ExecuterAsync(envoyee.Valeur, Choisi, annulation)}");
    }

    public static string Indice(LieuPropose propose)
    {
        var l = propose.Lieu;
        return string.Join(" · ", new[]
        {
            l.DistanceEnMots, l.OuvertureEnMots,
            propose.Vu.Libres is { } libres ? MotsOrienter.N("Lieu.Libres", libres) : MotsOrienter.T(propose.Receveur is null ? "Lieu.PasDit" : "Lieu.SansCompte"),
            propose.Convient > 0 ? MotsOrienter.T("Lieu.Convient") : null,
            l.Adresse, l.Complement,
        }.OfType<string>());
    }

    /// <summary>What leaves, word for word.</summary>
    public IReadOnlyList<(string Quoi, string Valeur)> Lignes =>
        [(MotsOrientation.T("Part.Besoin"), MotsOrientation.T($"Besoin.{Besoin.Code}")), .. CeQuiPart.De(F.Langue, F.Interprete, F.Amenagements, F.Disponibilites, null)];

    // What every step begins by: the need is read again; what can't be read, and what a human voice answers, goes no further.
    private async Task<IActionResult?> ArreterAsync(CancellationToken annulation, bool lisible = true)
    {
        ModelState.Clear();
        if (!lisible || !await LireAsync(annulation))
        {
            return Garde is null && F.Besoin is not null ? NotFound() : Refuser(EtapeDOrientation.Besoin);
        }

        if (Decision is not { Ligne.SansFormulaire: true })
        {
            return null;
        }

        Etape = EtapeDOrientation.Urgence;
        return Page();
    }

    private async Task<bool> LireAsync(CancellationToken annulation)
    {
        if (F.Besoin is not null)
        {
            return await GardeAsync(annulation);
        }

        if (F.Besoins.Exists(b => BesoinsDOrientation.De(b) is null))
        {
            Dire(ErreursOrientation.BesoinInconnu);
        }

        if (F.JoursIllisibles)
        {
            Dire(ErreursOrientation.Jours);
        }

        Decision = TableDeDecision.Decider(F.Situation);
        if (Decision is { Ligne.SansFormulaire: true })
        {
            return true;
        }

        if (LireLaCommune() is not { Latitude: not null, Longitude: not null })
        {
            Dire(ErreursOrientation.Commune);
        }

        if (Decision is null)
        {
            Dire(ErreursOrientation.RienDit);
            return false;
        }

        Besoin = BesoinsDOrientation.De(Decision.Maintenant[0].Besoin)!;
        return ModelState.ErrorCount == 0;
    }

    private async Task<bool> GardeAsync(CancellationToken annulation)
    {
        var moi = Moi.Compte;
        Garde = await db.Set<BesoinExprime>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == F.Besoin && b.Auteur == moi, annulation);
        if (Garde is null || BesoinsDOrientation.De(Garde.Code) is not { } besoin)
        {
            Garde = null;
            return false;
        }

        (Besoin, F.CodeCommune, F.Commune) = (besoin, Garde.Commune, territoires.Commune(Garde.Commune)?.NomComplet);
        if (Garde.DemandeUnReferent)
        {
            Dire(ErreursOrientation.TropDeReorientations);
        }

        return true;
    }

    // Chosen in the list, or typed: without script the text alone comes.
    private Commune? LireLaCommune()
    {
        var commune = territoires.Saisie(F.CodeCommune, F.Commune);
        F.CodeCommune = commune?.CodeInsee;
        return commune;
    }

    private async Task<IActionResult> ALEtapeDuLieuAsync(CancellationToken annulation)
    {
        Etape = EtapeDOrientation.Lieu;
        Lieux = await ProposerAsync(annulation);
        if (string.IsNullOrEmpty(F.Receveur) && Lieux.Count == 0)
        {
            F.Receveur = FormulaireDOrientation.Ailleurs;
        }

        F.Metier ??= Decision?.Maintenant[0].Metier.ToString() ?? Besoin.Metiers[0].ToString();
        if (ModelState.ErrorCount > 0)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    private async Task<IReadOnlyList<LieuPropose>> ProposerAsync(CancellationToken annulation)
    {
        if (territoires.Commune(F.CodeCommune) is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return [];
        }

        var proposes = await receveurs.AutourAsync(Besoin.Code, latitude, longitude, Moi.Organisation ?? Guid.Empty, F.Amenagements, string.IsNullOrEmpty(F.Langue) ? null : F.Langue, F.Interprete, annulation);
        if (F.Besoin is not { } besoin)
        {
            return proposes;
        }

        // Where they were already sent is no longer proposed.
        var deja = await db.Set<Orientation>().AsNoTracking().Where(o => o.Besoin == besoin && o.Lieu != null).Select(o => o.Lieu!).ToListAsync(annulation);
        return [.. proposes.Where(p => !deja.Contains(p.Lieu.Lieu.Id))];
    }

    private async Task<Erreur?> ReceveurAsync(CancellationToken annulation)
    {
        if (string.IsNullOrEmpty(F.Receveur))
        {
            return ErreursOrientation.ReceveurManque;
        }

        if (F.Receveur == FormulaireDOrientation.Ailleurs)
        {
            return TextesCourts.Lire(F.Structure, Orientation.StructureMax) is null || Kernel.Texte.ReperageDeSecrets.Reperer(F.Structure).Count > 0 ? ErreursOrientation.Structure
                : F.MetierLu is not { } metier || !BesoinsDOrientation.Repond(metier, Besoin.Code) ? ErreursOrientation.HorsListe with { Champ = "Metier" }
                : F.Verifie ? null
                : ErreursOrientation.Verifie;
        }

        var (lieu, _, vu) = await receveurs.VoirAsync(Besoin.Code, F.Receveur, Moi.Organisation ?? Guid.Empty, annulation);
        Choisi = lieu;
        return vu.Refus;
    }

    private PageResult ALEtapeDeLAccord()
    {
        Etape = EtapeDOrientation.Accord;
        return Page();
    }

    // What was chosen stays chosen but for a place that can no longer receive.
    private async Task<IActionResult> RefuserLeLieuAsync(Erreur faute, CancellationToken annulation)
    {
        Dire(faute);
        if (faute.Champ == "Receveur")
        {
            F.Receveur = null;
        }

        await ALEtapeDuLieuAsync(annulation);
        // What was sent is at fault, not what the step found: it says 409.
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private PageResult Refuser(EtapeDOrientation etape)
    {
        (Etape, Response.StatusCode) = (etape, StatusCodes.Status400BadRequest);
        return Page();
    }

    private void Dire(Erreur erreur) => ModelState.AddModelError(
        erreur.Champ switch
        {
            null or "Referent" => "",
            // Several groups of answers share the name: the sentence is above them.
            "Besoins" => "Besoins",
            var champ => $"F.{champ}",
        },
        erreur.Message);
}
