using System.Globalization;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;

/// <summary>What writing an act and correcting it share: the form, and what it refuses said beside the field.</summary>
internal abstract class PageDActivite(INomsDesLieux lieux, TimeProvider horloge) : PageModel
{
    // From the field of the API to the one of the form.
    private static readonly Dictionary<string, string> Champs = new(StringComparer.Ordinal)
    {
        ["type"] = "F.Type", ["date"] = "F.Date", ["duree_minutes"] = "F.Duree", ["type_de_lieu"] = "F.TypeDeLieu", ["lieu"] = "F.Lieu", ["commune"] = "F.Commune",
        ["thematiques"] = "F.Thematiques", ["thematique_principale"] = "F.Principale", ["posture"] = "F.Posture", ["motif_a_la_place"] = "F.Motif", ["situation"] = "F.Situation",
        ["materiels"] = "F.Materiels", ["demarche"] = "F.Demarche", ["suite"] = "F.Suite", ["notes"] = "F.Notes", ["titre"] = "F.Titre", ["niveau"] = "F.Niveau", ["autonomie"] = "F.Autonomie",
        ["structure_de_redirection"] = "F.Redirection", ["personnes"] = "F.Personnes", ["sans_nom"] = "F.Genre", ["sans_nom.genre"] = "F.Genre", ["sans_nom.age"] = "F.Age", ["sans_nom.statut"] = "F.Statut",
        ["effectifs"] = "F.Total", ["coordination"] = "F.Nom", ["coordination.nom"] = "F.Nom", ["coordination.nature"] = "F.Nature", ["coordination.natures"] = "F.Natures", ["coordination.autre"] = "F.NatureAutre",
        ["coordination.mediateurs"] = "F.Mediateurs", ["coordination.structures"] = "F.Structures", ["coordination.autres_acteurs"] = "F.AutresActeurs", ["coordination.participants"] = "F.Participants",
        ["coordination.initiative"] = "F.Initiative", ["coordination.thematiques"] = "F.ThemesDAnimation", ["coordination.organisateurs"] = "F.Organisateurs", ["coordination.echelon"] = "F.Echelon",
        ["coordination.partenaires"] = "F.Partenaires", ["motif"] = "Motif", ["mediateur"] = "F.Date", ["rendez_vous"] = "F.Date",
    };

    [BindProperty]
    public FormulaireDActivite F { get; set; } = new();

    /// <summary>Places and themes at hand.</summary>
    public HabitudesDuMediateur Habitudes { get; protected set; } = null!;

    protected TimeProvider Horloge => horloge;

    /// <summary>Today and yesterday, at one touch.</summary>
    public IReadOnlyList<(string Jour, string Libelle)> Jours
    {
        get
        {
            var aujourdhui = JourDeParis.De(Horloge.GetUtcNow());
            return [(Iso(aujourdhui), Ressources.MotsActivites.T("Ecrire.Quand.Aujourdhui")), (Iso(aujourdhui.AddDays(-1)), Ressources.MotsActivites.T("Ecrire.Quand.Hier"))];
        }
    }

    public RegleDeType Type => TypesDActivite.Lire(F.Type) ?? TypesDActivite.Tous[0];

    /// <summary>Reads the form; null when it holds something refused, that is then said.</summary>
    protected SaisieDActivite? LireLeFormulaire()
    {
        // What isn't a number or a date is said by the binder in its own words: ours say what to write.
        var illisibles = ModelState.Where(e => e.Value!.Errors.Count > 0 && !e.Key.StartsWith("F.Date", StringComparison.Ordinal)).ToList();
        foreach (var (_, etat) in illisibles)
        {
            etat!.Errors.Clear();
            etat.Errors.Add(Ressources.MotsActivites.T("Ecrire.Illisible"));
        }

        var dateFausse = ModelState.Any(e => e.Value!.Errors.Count > 0 && e.Key.StartsWith("F.Date", StringComparison.Ordinal)) && F.Quand == FormulaireDActivite.Autre;

        var textes = this.TexteLibreAccepte("F.Notes", F.Notes) & this.TexteLibreAccepte("F.Suite", F.Suite) & this.TexteLibreAccepte("F.Demarche", F.Demarche);
        var lue = F.Lire(adresse => lieux.Reconnaitre(adresse)?.Id);
        if (!lue.Reussi)
        {
            Dire(lue.Erreurs);
        }

        return lue.Reussi && textes && illisibles.Count == 0 && !dateFausse ? lue.Valeur : null;
    }

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

    protected static string Iso(DateOnly jour) => jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>« 45 min », « 1 h 30 ».</summary>
    public static string EnHeures(int minutes) => minutes < 60 ? $"{minutes}\u00a0min" : minutes % 60 == 0 ? $"{minutes / 60}\u00a0h" : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}\u00a0h\u00a0{minutes % 60:00}");
}
