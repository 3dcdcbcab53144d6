using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte;

/// <summary>First name, last name, and whether one is an employee, a volunteer or in service civique.</summary>
internal sealed class IdentiteModel(FaireAvecDb db, Demandeur demandeur) : PageDuCompte(demandeur)
{
    [BindProperty]
    public string? Prenom { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public StatutDAidant? Statut { get; set; }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var moi = Moi;
        var compte = await db.Set<Compte>().AsNoTracking().SingleAsync(c => c.Id == moi, annulation);
        (Prenom, Nom, Statut) = (compte.Prenom, compte.Nom, compte.Statut);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (Lire(Prenom) is not { } prenom)
        {
            return Refuser((string.IsNullOrWhiteSpace(Prenom) ? ErreursDeConnexion.NomVide : ErreursDeConnexion.NomLong) with { Champ = nameof(Prenom) });
        }

        if (Lire(Nom) is not { } nom)
        {
            return Refuser(string.IsNullOrWhiteSpace(Nom) ? ErreursDeConnexion.NomVide : ErreursDeConnexion.NomLong);
        }

        var moi = Moi;
        var compte = await db.Set<Compte>().SingleAsync(c => c.Id == moi, annulation);
        (compte.Prenom, compte.Nom) = (prenom, nom);
        if (Statut is null || Enum.IsDefined(Statut.Value))
        {
            compte.Statut = Statut;
        }

        await db.SaveChangesAsync(annulation);
        return Redirect($"{LiensComptes.MonCompte}?fait=identite");
    }

    private static string? Lire(string? saisi) => saisi?.Trim() is { Length: > 0 and <= Compte.NomMax } nom && !nom.Any(char.IsControl) ? nom : null;
}
