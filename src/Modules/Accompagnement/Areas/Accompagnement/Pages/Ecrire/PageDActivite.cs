using System.Globalization;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;

/// <summary>What writing an act and correcting it share: the form, and what it refuses said beside the field.</summary>
[TextesRegardes("F.")]
internal abstract class PageDActivite(INomsDesLieux lieux, ITerritoires territoires, SuiviDesPersonnes suivi, Demandeur demandeur, TableDesDroits droits, JourDuMediateur jours, TimeProvider horloge) : PageModel
{
    // From the field of the API to the one of the form.
    private static readonly Dictionary<string, string> Champs = new(StringComparer.Ordinal)
    {
        ["type"] = "F.Type",
        ["date"] = "F.Date",
        ["duree_minutes"] = "F.Duree",
        ["type_de_lieu"] = "F.TypeDeLieu",
        ["lieu"] = "F.Lieu",
        ["commune"] = "F.Commune",
        ["thematiques"] = "F.Thematiques",
        ["thematique_principale"] = "F.Principale",
        ["posture"] = "F.Posture",
        ["motif_a_la_place"] = "F.Motif",
        ["situation"] = "F.Situation",
        ["materiels"] = "F.Materiels",
        ["demarche"] = "F.Demarche",
        ["suite"] = "F.Suite",
        ["notes"] = "F.Notes",
        ["titre"] = "F.Titre",
        ["niveau"] = "F.Niveau",
        ["service"] = "F.NomDuService",
        ["cause"] = "F.Cause",
        ["minutes_perdues"] = "F.Perdu",
        ["autonomie"] = "F.Autonomie",
        ["structure_de_redirection"] = "F.Redirection",
        ["personnes"] = "F.Personnes",
        ["sans_nom"] = "F.Genre",
        ["sans_nom.genre"] = "F.Genre",
        ["sans_nom.age"] = "F.Age",
        ["sans_nom.statut"] = "F.Statut",
        ["effectifs"] = "F.Total",
        ["coordination"] = "F.Nom",
        ["coordination.nom"] = "F.Nom",
        ["coordination.nature"] = "F.Nature",
        ["coordination.natures"] = "F.Natures",
        ["coordination.autre"] = "F.NatureAutre",
        ["coordination.mediateurs"] = "F.Mediateurs",
        ["coordination.structures"] = "F.Structures",
        ["coordination.autres_acteurs"] = "F.AutresActeurs",
        ["coordination.participants"] = "F.Participants",
        ["coordination.initiative"] = "F.Initiative",
        ["coordination.thematiques"] = "F.ThemesDAnimation",
        ["coordination.organisateurs"] = "F.Organisateurs",
        ["coordination.echelon"] = "F.Echelon",
        ["coordination.partenaires"] = "F.LignesDePartenaires[0].Nom",
        ["etiquettes"] = "F.Etiquettes",
        ["motif"] = "Motif",
        ["mediateur"] = "F.Date",
        ["Numero"] = nameof(CarteNumero),
        ["Secret"] = nameof(CarteSecret),
        ["rendez_vous"] = "F.Date",
    };

    [BindProperty]
    public FormulaireDActivite F { get; set; } = new();

    /// <summary>Places and themes at hand.</summary>
    public HabitudesDuMediateur Habitudes { get; protected set; } = null!;

    /// <summary>True when the form was opened from somebody's sheet: they are known first, and stay first while what is missing is asked again.</summary>
    [BindProperty]
    public bool AvecQuiDAbord { get; set; }

    /// <summary>Number of the card that the person gives. Neither it nor the secret is kept: no draft and no template holds them.</summary>
    [BindProperty]
    public string? CarteNumero { get; set; }

    /// <summary>The secret under the fold.</summary>
    [BindProperty]
    public string? CarteSecret { get; set; }

    /// <summary>The register that the act is noted from, when it was read.</summary>
    public RegistreAJoindre? Registre { get; protected set; }

    /// <summary>True when a card may be read: whoever coordinates writes acts and follows nobody.</summary>
    public bool PeutSuivre => droits.Permet(demandeur.Identite, DroitsDeLAccompagnement.SuivreDesPersonnes);

    protected Identite Moi => demandeur.Identite!;

    /// <summary>Labels that the act has before it is corrected.</summary>
    public IReadOnlyCollection<Guid> EtiquettesDeja { get; protected set; } = [];

    protected TimeProvider Horloge => horloge;

    protected ITerritoires Territoires => territoires;

    /// <summary>Today and yesterday, at one touch.</summary>
    public ValueTask<IReadOnlyList<(string Jour, string Libelle)>> JoursAsync() => jours.ProposesAsync(Moi, HttpContext.RequestAborted);

    protected ValueTask<DateOnly> AujourdhuiAsync(CancellationToken annulation) => jours.AujourdhuiAsync(Moi, annulation);

    public RegleDeType Type => TypesDActivite.Lire(F.Type) ?? TypesDActivite.Tous[0];

    /// <summary>Reads the form; null when it holds something refused, that is then said.</summary>
    protected SaisieDActivite? LireLeFormulaire()
    {
        // What isn't a number or a date is said by the binder in its own words: ours say what to write.
        var illisibles = ModelState.Where(e => e.Value!.Errors.Count > 0 && !e.Key.StartsWith("F.Date", StringComparison.Ordinal)).ToList();
        foreach (var (_, etat) in illisibles)
        {
            etat!.Errors.Clear();
            etat.Errors.Add(MotsActivites.T("Ecrire.Illisible"));
        }

        var dateFausse = ModelState.Any(e => e.Value!.Errors.Count > 0 && e.Key.StartsWith("F.Date", StringComparison.Ordinal)) && F.Quand == FormulaireDActivite.Autre;

        F.CodeCommune = territoires.Saisie(F.CodeCommune, F.Commune)?.CodeInsee;
        var textes = this.TexteLibreAccepte("F.Notes", F.Notes) & this.TexteLibreAccepte("F.Suite", F.Suite) & this.TexteLibreAccepte("F.Demarche", F.Demarche) & this.TexteLibreAccepte("F.Titre", F.Titre);
        var lue = F.Lire(adresse => lieux.Reconnaitre(adresse)?.Id);
        if (!lue.Reussi)
        {
            Dire(lue.Erreurs);
        }

        return lue.Reussi && textes && illisibles.Count == 0 && !dateFausse ? lue.Valeur : null;
    }

    /// <summary>
    /// Reads the form with the card that the person gave, if they gave one: they are followed from then on, and in the act. The card comes after, so that a
    /// form that can't be read opens nothing. Without a card nothing is asked.
    /// </summary>
    protected async Task<SaisieDActivite?> LireAvecLaCarteAsync(CancellationToken annulation)
    {
        var saisie = LireLeFormulaire();
        return saisie is null || SansCarte ? saisie : await OuvrirLaCarteAsync(annulation) ? F.Lire(adresse => lieux.Reconnaitre(adresse)?.Id).Valeur : null;
    }

    /// <summary>The card that was given, read: whose it is is ticked in the form. False when it can't be, which is then said.</summary>
    protected async Task<bool> OuvrirLaCarteAsync(CancellationToken annulation)
    {
        if (SansCarte)
        {
            return true;
        }

        if (!PeutSuivre || !Type.Mediation)
        {
            ModelState.AddModelError(nameof(CarteNumero), MotsRegistres.T("Carte.SansDroit"));
            return false;
        }

        var ouverte = await suivi.OuvrirParCarteAsync(CarteNumero, CarteSecret, annulation);
        if (!ouverte.Reussi)
        {
            Dire(ouverte.Erreurs);
            return false;
        }

        if (!F.Personnes.Contains(ouverte.Valeur))
        {
            F.Personnes.Add(ouverte.Valeur);
        }

        // Whatever is refused afterwards, the person is ticked and the card isn't read again.
        (CarteNumero, CarteSecret) = (null, null);
        foreach (var champ in (string[])[nameof(CarteNumero), nameof(CarteSecret), "F.Personnes"])
        {
            ModelState.Remove(champ);
        }

        return true;
    }

    private bool SansCarte => string.IsNullOrWhiteSpace(CarteNumero) && string.IsNullOrWhiteSpace(CarteSecret);

    protected void Dire(IEnumerable<Erreur> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(Champs.GetValueOrDefault(erreur.Champ ?? "", ""), erreur.Message);
        }
    }

    protected PageResult Refuser(int statut = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = statut;
        return Page();
    }

    /// <summary>« 45 min », « 1 h 30 ».</summary>
    public static string EnHeures(int minutes) => minutes < 60 ? $"{minutes}\u00a0min" : minutes % 60 == 0 ? $"{minutes / 60}\u00a0h" : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}\u00a0h\u00a0{minutes % 60:00}");
}
