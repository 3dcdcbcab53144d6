using System.Globalization;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ParcoursDUnePersonne;

/// <summary>Where the person is on what they chose: one form, filled with them, for each moment of the path.</summary>
internal sealed class IndexModel(ParcoursDesPersonnes parcours, CatalogueLivre livre, TimeProvider horloge) : PageDeParcours(parcours, livre)
{
    [BindProperty]
    public string? Moment { get; set; }

    [BindProperty]
    public string? Evaluateur { get; set; }

    /// <summary>How the levels are known, unless one says otherwise.</summary>
    [BindProperty]
    public string? Preuve { get; set; }

    [BindProperty]
    public DateOnly? Jour { get; set; }

    /// <summary>The savoir-faire that is put off or given up.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    /// <summary>Until when it is put off.</summary>
    [BindProperty]
    public DateOnly? Report { get; set; }

    /// <summary>Why it is given up.</summary>
    [BindProperty]
    public string? Motif { get; set; }

    /// <summary>Levels by code, as they were typed.</summary>
    public Dictionary<string, string> Niveaux { get; private set; } = [];

    /// <summary>Kinds of proof by code, as they were typed.</summary>
    public Dictionary<string, string> Preuves { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>True when the exit of this path is to be looked at by somebody else.</summary>
    public bool Tire => Lu.Parcours is { SortieLe: null } p && ControleDeSortie.EstTire(p.Id) && Lu.Moments.Contains(Domain.Capacitation.Moment.Sortie);

    public IReadOnlyList<RendezVousDeSuivi> Suivis => [.. Lu.Rappels.Where(r => r.FaitLe is null).Select(r => new RendezVousDeSuivi(r.Moment, r.APartirDu, r.AuPlusTard))];

    public void OnGet()
    {
        Moment = Lu.Moments.Count > 0 ? Lu.Moments[0].ToString() : null;
        Evaluateur = Moment == nameof(Domain.Capacitation.Moment.Initial) ? nameof(Domain.Capacitation.Evaluateur.PersonneSeule) : nameof(Domain.Capacitation.Evaluateur.Mediateur);
        Preuve = Moment == nameof(Domain.Capacitation.Moment.Initial) ? nameof(Domain.Capacitation.Preuve.Declare) : nameof(Domain.Capacitation.Preuve.Observe);
        Jour = JourDeParis.De(horloge.GetUtcNow());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        // A date that isn't one was told by its own field.
        var dateFausse = ModelState.TryGetValue(nameof(Jour), out var champ) && champ.Errors.Count > 0;
        ModelState.Remove(nameof(Fait));
        (Niveaux, Preuves) = (ParCode(nameof(Niveaux)), ParCode(nameof(Preuves)));
        var erreurs = new List<Erreur>();
        if (!Enum.TryParse<Moment>(Moment, out var moment) || !Enum.IsDefined(moment))
        {
            erreurs.Add(ErreursDeCapacitation.MomentImpossible);
        }

        if (!Enum.TryParse<Evaluateur>(Evaluateur, out var evaluateur) || !Enum.IsDefined(evaluateur))
        {
            erreurs.Add(ErreursDeCapacitation.EvaluateurFaux);
        }

        if (Jour is null && !dateFausse)
        {
            erreurs.Add(ErreursDeCapacitation.JourManque);
        }

        var niveaux = new List<NiveauSaisi>();
        foreach (var (code, valeur) in Niveaux.Where(n => n.Value.Length > 0))
        {
            if (!int.TryParse(valeur, NumberStyles.None, CultureInfo.InvariantCulture, out var niveau) || !Domain.Capacitation.Niveaux.Existe(niveau))
            {
                erreurs.Add(ErreursDeCapacitation.NiveauFaux with { Champ = $"Niveaux[{code}]" });
            }
            else if (!Enum.TryParse<Preuve>(Preuves.GetValueOrDefault(code) is { Length: > 0 } autre ? autre : Preuve, out var preuve) || !Enum.IsDefined(preuve))
            {
                erreurs.Add(ErreursDeCapacitation.PreuveFausse with { Champ = $"Preuves[{code}]" });
            }
            else
            {
                niveaux.Add(new(code, niveau, preuve));
            }
        }

        if (erreurs.Count == 0 && !dateFausse)
        {
            var fait = await Parcours.PositionnerAsync(Personne, new(moment, Jour!.Value, evaluateur, niveaux), annulation);
            if (fait.Reussi)
            {
                return Redirect($"{LiensCapacitation.DeLaPersonne(Personne)}?fait=note");
            }

            erreurs.AddRange(fait.Erreurs);
        }

        return await RefuserAsync(erreurs, annulation);
    }

    public Task<IActionResult> OnPostPerdueAsync(CancellationToken annulation) => DePerdueAsync(true, annulation);

    public Task<IActionResult> OnPostRetrouveeAsync(CancellationToken annulation) => DePerdueAsync(false, annulation);

    public async Task<IActionResult> OnPostReprendreAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return await DObjectifAsync(await Parcours.ReprendreAsync(Personne, Code ?? "", annulation), annulation);
    }

    public async Task<IActionResult> OnPostReporterAsync(CancellationToken annulation)
    {
        // A date that isn't one was told by its own field.
        var dateFausse = ModelState.TryGetValue(nameof(Report), out var champ) && champ.Errors.Count > 0;
        return dateFausse ? await RefuserAsync([], annulation) : await DObjectifAsync(await Parcours.ReporterAsync(Personne, Code ?? "", Report, annulation), annulation);
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(CancellationToken annulation) =>
        await DObjectifAsync(await Parcours.AbandonnerAsync(Personne, Code ?? "", Motif, annulation), annulation);

    private async Task<IActionResult> DObjectifAsync(Resultat<Parcours> fait, CancellationToken annulation) =>
        fait.Reussi ? Redirect($"{LiensCapacitation.DeLaPersonne(Personne)}?fait=objectif") : await RefuserAsync(fait.Erreurs, annulation);

    private async Task<IActionResult> DePerdueAsync(bool perdue, CancellationToken annulation)
    {
        ModelState.Clear();
        var fait = await Parcours.DePerdueAsync(Personne, perdue, annulation);
        return fait.Reussi ? Redirect($"{LiensCapacitation.DeLaPersonne(Personne)}?fait={(perdue ? "perdue" : "retrouvee")}") : await RefuserAsync(fait.Erreurs, annulation);
    }

    private async Task<IActionResult> RefuserAsync(IReadOnlyList<Erreur> erreurs, CancellationToken annulation)
    {
        foreach (var e in erreurs)
        {
            ModelState.AddModelError(Champ(e.Champ), e.Message);
        }

        Response.StatusCode = erreurs.Any(e => e.Code is "ACC-150" or "ACC-162" or "ACC-163" or "ACC-164") ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        Lu = await Parcours.LireAsync(Personne, annulation);
        if (string.IsNullOrEmpty(Moment))
        {
            OnGet();
        }

        return Page();
    }

    // Read by hand: a dictionary that the form doesn't have would be bound to all its other fields.
    private Dictionary<string, string> ParCode(string nom) => Request.Form
        .Where(c => c.Key.StartsWith($"{nom}[", StringComparison.Ordinal) && c.Key.EndsWith(']'))
        .Take(ParcoursDesPersonnes.SavoirFaireMax + 1)
        .ToDictionary(c => c.Key[(nom.Length + 1)..^1], c => c.Value.ToString(), StringComparer.Ordinal);

    private static string Champ(string? champ) => champ switch
    {
        "moment" => nameof(Moment),
        "evaluateur" => nameof(Evaluateur),
        "jour" => nameof(Jour),
        "report" => nameof(Report),
        "motif" => nameof(Motif),
        null or "niveaux" or "niveau" or "preuve" or "savoir_faire" => "",
        _ => champ,
    };
}
