using FaireAvec.Comptes.Annuaire;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Annuaire;

/// <summary>Those who help people in one's département, for colleagues: who, where, for whom, and their address when they agreed.</summary>
internal sealed class IndexModel(AnnuaireDesMediateurs annuaire, ITerritoires territoires, IJournalDAcces journal) : PageModel
{
    public static IReadOnlyList<Role> RolesAuChoix { get; } = [Role.Mediateur, Role.ConseillerNumerique, Role.Coordinateur];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Texte { get; set; }

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? Departement { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? RoleChoisi { get; set; }

    /// <summary>The département that was asked for, by its name.</summary>
    public string? NomDuDepartement => territoires.Departement(Departement)?.Nom;

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Confrere> Lignes { get; private set; } = [];

    public bool Filtree => new[] { Texte, Departement, RoleChoisi }.Any(f => !string.IsNullOrEmpty(f));

    public string AdresseCsv => QueryHelpers.AddQueryString(LiensMembres.Annuaire, new[] { ("handler", "Csv"), ("q", Texte), ("departement", Departement), ("role", RoleChoisi) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal));

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var trouves = await ChercherAsync(annulation);
        NumeroDePage = Request.NumeroDePage();
        Total = trouves.Count;
        Lignes = [.. trouves.Skip((NumeroDePage - 1) * Affichage.ParPage).Take(Affichage.ParPage)];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation)
    {
        var trouves = await ChercherAsync(annulation);
        await journal.NoterAsync([.. trouves.Select(c => c.Compte).Distinct()], MotsMembres.T("Annuaire.Consultation"), null, annulation);
        return Affichage.Csv(
            "annuaire.csv",
            ["prenom", "nom", "roles", "organisation", "commune", "departement", "equipes", "courriel"],
            trouves.Select(c => new[] { c.Prenom, c.Nom, string.Join(' ', c.Roles.Select(r => r.Cle())), c.Organisation, c.Commune, c.Departement, c.Equipes, c.Courriel }));
    }

    private Task<IReadOnlyList<Confrere>> ChercherAsync(CancellationToken annulation) => annuaire.ChercherAsync(Affichage.Recherche(Texte), Departement, ClesDesRoles.Lire(RoleChoisi), annulation);
}
