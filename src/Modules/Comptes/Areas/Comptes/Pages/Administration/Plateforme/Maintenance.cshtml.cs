using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Plateforme;

/// <summary>Announcements of maintenance: those to come, in course, over.</summary>
internal sealed class MaintenanceModel(FaireAvecDb db, TableDesDroits table, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    public DateTimeOffset Maintenant => horloge.GetUtcNow();

    public bool PeutChanger => table.Permet(demandeur.Identite, DroitsDesComptes.GererLaPlateforme);

    public IReadOnlyList<Ligne> Lignes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation) =>
        Lignes = await db.Database.SqlQuery<Ligne>($"SELECT id, texte, debut, fin, lecture_seule AS lecture, retiree_le AS retiree FROM noyau.maintenances ORDER BY debut DESC, id DESC LIMIT 100").ToListAsync(annulation);

    /// <param name="Id">Its id.</param>
    /// <param name="Texte">What is said.</param>
    /// <param name="Debut">From.</param>
    /// <param name="Fin">Until.</param>
    /// <param name="Lecture">True: nothing is written meanwhile.</param>
    /// <param name="Retiree">When it was ended before its end.</param>
    internal sealed record Ligne(Guid Id, string Texte, DateTimeOffset Debut, DateTimeOffset Fin, bool Lecture, DateTimeOffset? Retiree);
}
