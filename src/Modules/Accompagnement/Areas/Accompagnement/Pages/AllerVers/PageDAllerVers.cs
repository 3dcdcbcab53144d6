using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.AllerVers;

/// <summary>What writing an action and correcting it share: the form, and what it refuses said beside the field.</summary>
[TextesRegardes("F.")]
internal abstract class PageDAllerVers(PartenairesQuiOrientent partenaires, ConfigurationsDAllerVers configurations, ITerritoires territoires, Demandeur demandeur, JourDuMediateur jours, TimeProvider horloge) : PageModel
{
    // From the field of the rule to the one of the form.
    private static readonly Dictionary<string, string> Champs = new(StringComparer.Ordinal)
    {
        ["date"] = "F.Date",
        ["duree"] = "F.Duree",
        ["lieu"] = "F.Lieu",
        ["lieu_libre"] = "F.LieuLibre",
        ["commune"] = "F.Commune",
        ["partenaire"] = "F.Partenaire",
        ["motif"] = "F.Motif",
        ["autre_motif"] = "F.AutreMotif",
        ["configuration"] = "F.Configuration",
        ["contactes"] = "F.Contactes",
        ["interesses"] = "F.Interesses",
        ["inscrits"] = "F.Inscrits",
        ["venus"] = "F.Venus",
        ["revenus"] = "F.Revenus",
        ["engages"] = "F.Engages",
        ["relais"] = "F.Relais",
        ["renonce_oui"] = "F.RenonceOui",
        ["renonce_non"] = "F.RenonceNon",
        ["renonce_ne_sait_pas"] = "F.RenonceNeSaitPas",
        ["faite_oui"] = "F.FaiteOui",
        ["faite_non"] = "F.FaiteNon",
        ["appris"] = "F.Appris",
        ["rappel"] = "F.Rappel",
        ["nom"] = "F.NouveauPartenaire",
        ["nature"] = "F.NatureDuPartenaire",
    };

    [BindProperty]
    public FormulaireDAllerVers F { get; set; } = new();

    /// <summary>Places at hand.</summary>
    public IReadOnlyList<OptionDeChamp> Lieux { get; protected set; } = [];

    public IReadOnlyList<OptionDeChamp> Partenaires { get; private set; } = [];

    public IReadOnlyList<OptionDeChamp> Configurations { get; private set; } = [];

    protected Identite Moi => demandeur.Identite!;

    protected TimeProvider Horloge => horloge;

    protected ITerritoires Territoires => territoires;

    /// <summary>Today and yesterday, at one touch.</summary>
    public ValueTask<IReadOnlyList<(string Jour, string Libelle)>> JoursAsync() => jours.ProposesAsync(Moi, HttpContext.RequestAborted);

    protected ValueTask<DateOnly> AujourdhuiAsync(CancellationToken annulation) => jours.AujourdhuiAsync(Moi, annulation);

    /// <summary>What may be chosen; what the action already has stays there, put away or not.</summary>
    protected async Task ListesAsync(ActionDAllerVers? action, CancellationToken annulation)
    {
        Partenaires = [.. (await partenaires.ListerAsync(Moi.Compte, annulation)).Select(p => new OptionDeChamp(p.Id.ToString(), p.Nom))];
        Configurations = [.. (await configurations.ListerAsync(Moi.Compte, annulation)).Select(c => new OptionDeChamp(c.Id.ToString(), c.Nom))];
        if (action?.Partenaire is { } p && Partenaires.All(o => o.Valeur != p.ToString()) && (await partenaires.NomsAsync(Moi.Compte, annulation)).TryGetValue(p, out var partenaire))
        {
            Partenaires = [.. Partenaires, new OptionDeChamp(p.ToString(), partenaire)];
        }

        if (action?.Configuration is { } c && Configurations.All(o => o.Valeur != c.ToString()) && await configurations.TrouverAsync(c, Moi.Compte, annulation) is { } configuration)
        {
            Configurations = [.. Configurations, new OptionDeChamp(c.ToString(), configuration.Nom)];
        }
    }

    /// <summary>Reads the form; null when it holds something refused, that is then said. A partner that isn't in the list is added to it.</summary>
    protected async Task<SaisieDAllerVers?> LireLeFormulaireAsync(CancellationToken annulation)
    {
        // What isn't a number or a date is said by the binder in its own words: ours say what to write.
        var illisibles = ModelState.Where(e => e.Value!.Errors.Count > 0 && !EstUneDate(e.Key)).ToList();
        foreach (var (_, etat) in illisibles)
        {
            etat!.Errors.Clear();
            etat.Errors.Add(MotsActivites.T("Ecrire.Illisible"));
        }

        var dateFausse = ModelState.Any(e => e.Value!.Errors.Count > 0 && EstUneDate(e.Key) && (F.Quand == FormulaireDAllerVers.Autre || !e.Key.StartsWith("F.Date", StringComparison.Ordinal)));
        F.CodeCommune = territoires.Saisie(F.CodeCommune, F.Commune)?.CodeInsee;
        return illisibles.Count == 0 && !dateFausse && await NouveauPartenaireAsync(annulation) ? F.Lire() with { PasUnTelephone = PasUnTelephone() } : null;
    }

    // Each text that looks so must be told: one box that is ticked says nothing of another text.
    private bool PasUnTelephone()
    {
        var douteux = new[] { ("F.Appris", F.Appris), ("F.LieuLibre", F.LieuLibre), ("F.AutreMotif", F.AutreMotif) }.Where(t => ReperageDeSecrets.Reperer(t.Item2).Count > 0).ToList();
        return douteux.ConvertAll(t => this.PasUnTelephone(t.Item1, t.Item2)).TrueForAll(dit => dit) && douteux.Count > 0;
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

    private static bool EstUneDate(string champ) => champ.StartsWith("F.Date", StringComparison.Ordinal) || champ.StartsWith("F.Rappel", StringComparison.Ordinal);

    private async Task<bool> NouveauPartenaireAsync(CancellationToken annulation)
    {
        if (string.IsNullOrWhiteSpace(F.NouveauPartenaire))
        {
            return true;
        }

        var ajoute = await partenaires.AjouterAsync(Moi.Compte, Moi.Organisation ?? Guid.Empty, F.NouveauPartenaire, F.NatureDuPartenaire, annulation);
        if (!ajoute.Reussi)
        {
            Dire(ajoute.Erreurs);
            return false;
        }

        // It is in the list from now on: sent again after another fault, it isn't added twice.
        (F.Partenaire, F.NouveauPartenaire, F.NatureDuPartenaire) = (ajoute.Valeur.Id, null, null);
        foreach (var champ in (string[])["F.Partenaire", "F.NouveauPartenaire", "F.NatureDuPartenaire"])
        {
            ModelState.Remove(champ);
        }

        Partenaires = [.. Partenaires, new OptionDeChamp(ajoute.Valeur.Id.ToString(), ajoute.Valeur.Nom)];
        return true;
    }
}
