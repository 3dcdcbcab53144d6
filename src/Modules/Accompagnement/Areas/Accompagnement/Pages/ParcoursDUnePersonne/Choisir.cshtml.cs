using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ParcoursDUnePersonne;

/// <summary>What matters to the person, chosen with them.</summary>
internal sealed class ChoisirModel(ParcoursDesPersonnes parcours, CatalogueLivre livre, ConfigurationsDAllerVers configurations, Demandeur demandeur) : PageDeParcours(parcours, livre)
{
    [BindProperty]
    public List<string> Codes { get; set; } = [];

    [BindProperty]
    public Guid? Configuration { get; set; }

    [BindProperty]
    public string? Langue { get; set; }

    /// <summary>One's own, and the one that the path already has, whoever it is from.</summary>
    public IReadOnlyList<OptionDeChamp> Configurations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        Codes = [.. Lu.Parcours is { Actif: true } ? Lu.Choisis.Select(c => c.SavoirFaire) : []];
        // How at ease with French goes on from a path to the next.
        (Configuration, Langue) = (Lu.Parcours is { Actif: true } p ? p.Configuration : null, Lu.Parcours?.Langue);
        await ListerAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        Codes.RemoveAll(string.IsNullOrEmpty);
        var illisible = ModelState.TryGetValue(nameof(Configuration), out var champ) && champ.Errors.Count > 0;
        var choisi = illisible ? ErreursDeCapacitation.ConfigurationInconnue : await Parcours.ChoisirAsync(Personne, Codes, Configuration, string.IsNullOrEmpty(Langue) ? null : Langue, annulation);
        if (choisi.Reussi)
        {
            return Redirect($"{LiensCapacitation.DeLaPersonne(Personne)}?fait=choisi");
        }

        ModelState.Clear();
        foreach (var erreur in choisi.Erreurs)
        {
            ModelState.AddModelError(erreur.Champ switch { "configuration" => nameof(Configuration), "langue" => nameof(Langue), _ => "" }, erreur.Message);
        }

        await ListerAsync(annulation);
        Response.StatusCode = choisi.Erreur!.Code is "ACC-163" or "ACC-164" or "ACC-167" ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task ListerAsync(CancellationToken annulation)
    {
        Configurations = [.. (await configurations.ListerAsync(demandeur.Identite!.Compte, annulation)).Select(c => new OptionDeChamp(c.Id.ToString(), c.Nom))];
        if (Lu.Parcours?.Configuration is { } gardee && Configurations.All(o => o.Valeur != gardee.ToString()))
        {
            Configurations = [.. Configurations, new OptionDeChamp(gardee.ToString(), MotsCapacitation.T("Choisir.Configuration.Gardee"))];
        }
    }
}
