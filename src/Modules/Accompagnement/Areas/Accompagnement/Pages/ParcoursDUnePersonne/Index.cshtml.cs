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

    [BindProperty]
    public DateOnly? Jour { get; set; }

    /// <summary>Levels by code, as they were typed.</summary>
    [BindProperty]
    public Dictionary<string, string?> Niveaux { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Preuves { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>True when the exit of this path is to be looked at by somebody else.</summary>
    public bool Tire => Lu.Parcours is { SortieLe: null } p && ControleDeSortie.EstTire(p.Id) && Lu.Moments.Contains(Domain.Capacitation.Moment.Sortie);

    public IReadOnlyList<RendezVousDeSuivi> Suivis => [.. Lu.Rappels.Where(r => r.FaitLe is null).Select(r => new RendezVousDeSuivi(r.Moment, r.APartirDu, r.AuPlusTard))];

    /// <summary>How a level is known when nothing else is said: at the end, somebody saw it.</summary>
    public string PreuveProposee(string code) => Preuves.GetValueOrDefault(code) ?? (Moment == nameof(Domain.Capacitation.Moment.Initial) ? nameof(Preuve.Declare) : nameof(Preuve.Observe));

    public void OnGet()
    {
        Moment = Lu.Moments.Count > 0 ? Lu.Moments[0].ToString() : null;
        Evaluateur = Moment == nameof(Domain.Capacitation.Moment.Initial) ? nameof(Domain.Capacitation.Evaluateur.PersonneSeule) : nameof(Domain.Capacitation.Evaluateur.Mediateur);
        Jour = JourDeParis.De(horloge.GetUtcNow());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        // A date that isn't one was told by its own field.
        var dateFausse = ModelState.TryGetValue(nameof(Jour), out var champ) && champ.Errors.Count > 0;
        ModelState.Remove(nameof(Fait));
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
        foreach (var (code, valeur) in Niveaux.Where(n => !string.IsNullOrEmpty(n.Value)))
        {
            if (!int.TryParse(valeur, NumberStyles.None, CultureInfo.InvariantCulture, out var niveau) || !Domain.Capacitation.Niveaux.Existe(niveau))
            {
                erreurs.Add(ErreursDeCapacitation.NiveauFaux with { Champ = $"Niveaux[{code}]" });
            }
            else if (!Enum.TryParse<Preuve>(PreuveProposee(code), out var preuve) || !Enum.IsDefined(preuve))
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

    public async Task<IActionResult> OnPostObjectifAsync(string? code, string? etat, CancellationToken annulation)
    {
        ModelState.Clear();
        var fait = Enum.TryParse<EtatDApprentissage>(etat, out var vers) && Enum.IsDefined(vers) && vers is EtatDApprentissage.Reporte or EtatDApprentissage.Abandonne or EtatDApprentissage.Choisi
            ? await Parcours.PasserAsync(Personne, code ?? "", vers, annulation)
            : ErreursDeCapacitation.EtatImpossible;
        return fait.Reussi ? Redirect($"{LiensCapacitation.DeLaPersonne(Personne)}?fait=objectif") : await RefuserAsync(fait.Erreurs, annulation);
    }

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

    private static string Champ(string? champ) => champ switch
    {
        "moment" => nameof(Moment),
        "evaluateur" => nameof(Evaluateur),
        "jour" => nameof(Jour),
        null or "niveaux" or "niveau" or "preuve" or "savoir_faire" => "",
        _ => champ,
    };
}
