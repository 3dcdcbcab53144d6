using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Registres;

/// <summary>Opens the register of a workshop: today and the usual place are proposed, a title and the hours are enough.</summary>
internal sealed class NouveauModel(RegistresDAteliers registres, Habitudes habitudes, ITerritoires territoires, Demandeur demandeur, JourDuMediateur jours, TimeProvider horloge) : PageModel
{
    // From the field of the rule to the one of the form.
    private static readonly Dictionary<string, string> Champs = new(StringComparer.Ordinal)
    {
        ["titre"] = nameof(Titre),
        ["jour"] = nameof(Jour),
        ["debut"] = nameof(Debut),
        ["fin"] = nameof(Fin),
        ["type_de_lieu"] = nameof(TypeDeLieu),
        ["lieu"] = nameof(Lieu),
        ["commune"] = nameof(Commune),
    };

    /// <summary>Made with the form: sent twice, it is one register.</summary>
    [BindProperty]
    public Guid Registre { get; set; }

    [BindProperty, TexteLibre]
    public string? Titre { get; set; }

    [BindProperty]
    public DateOnly? Jour { get; set; }

    [BindProperty]
    public string? Debut { get; set; }

    [BindProperty]
    public string? Fin { get; set; }

    [BindProperty]
    public string? TypeDeLieu { get; set; }

    [BindProperty]
    public string? Lieu { get; set; }

    [BindProperty]
    public string? Commune { get; set; }

    [BindProperty]
    public string? CodeCommune { get; set; }

    public IReadOnlyList<OptionDeChamp> Lieux { get; private set; } = [];

    private Identite Moi => demandeur.Identite!;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (Moi.Organisation is not { } organisation)
        {
            return Redirect("/espace");
        }

        ModelState.Clear();
        var h = await habitudes.LireAsync(Moi.Compte, organisation, annulation);
        (Lieux, Registre, Jour) = (h.Lieux, Identifiants.Nouveau(horloge), await jours.AujourdhuiAsync(Moi, annulation));
        TypeDeLieu = h.Lieux.Count > 0 ? Listes.LieuActivite : Listes.AutreLieu;
        Lieu = h.Lieux.Any(l => l.Valeur == h.Lieu) ? h.Lieu : h.Lieux is [var premier, ..] ? premier.Valeur : null;
        (CodeCommune, Commune) = (h.Commune, territoires.Commune(h.Commune)?.Nom);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        Lieux = (await habitudes.LireAsync(Moi.Compte, Moi.Organisation ?? Guid.Empty, annulation)).Lieux;
        // A date that can't be read says so itself.
        if (!this.TextesLibresAcceptes() || !ModelState.IsValid)
        {
            return Refuser();
        }

        CodeCommune = territoires.Saisie(CodeCommune, Commune)?.CodeInsee;
        var saisie = new SaisieDeRegistre { Titre = Titre, Jour = Jour, Debut = Debut, Fin = Fin, TypeDeLieu = TypeDeLieu, Lieu = Lieu, Commune = CodeCommune };
        var ouvert = await registres.OuvrirAsync(saisie, Registre, Moi.Compte, Moi.Organisation ?? Guid.Empty, annulation);
        if (ouvert.Reussi)
        {
            return Redirect($"{LiensDesRegistres.Registre(ouvert.Valeur)}?fait=ouvert");
        }

        foreach (var erreur in ouvert.Erreurs)
        {
            ModelState.AddModelError(Champs.GetValueOrDefault(erreur.Champ ?? "", ""), MotsRegistres.Erreur(erreur));
        }

        return Refuser();
    }

    private PageResult Refuser()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
