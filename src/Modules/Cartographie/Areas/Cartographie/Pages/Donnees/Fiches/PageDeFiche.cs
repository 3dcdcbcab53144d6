using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>What the pages of one record share: the record, and the same with its corrections.</summary>
internal abstract class PageDeFiche(FaireAvecDb db) : PageModel
{
    /// <summary>The record as its source wrote it.</summary>
    public Lieu Lieu { get; private set; } = null!;

    /// <summary>The record with its corrections.</summary>
    public Lieu Corrigee { get; private set; } = null!;

    /// <summary>All its corrections, those in force and the others.</summary>
    public IReadOnlyList<CorrectionDeChamp> Corrections { get; private set; } = [];

    public IEnumerable<CorrectionDeChamp> EnVigueur => Corrections.Where(c => c.Etat == EtatCorrection.Active);

    /// <summary>Agreements of its manager, when it is a shelter: the one in force and the others.</summary>
    public IReadOnlyList<AccordDHebergement> Accords { get; private set; } = [];

    /// <summary>What holds it back, its corrections laid, before any agreement; null when nothing does.</summary>
    public Retenue? Retenue => Domain.Retenue.De(Corrigee, accord: false);

    /// <summary>State of the record by itself: one of <see cref="EtatsDesFiches.Tous"/>.</summary>
    public string Etat => Lieu.Retenu == Lieu.Depublie ? EtatsDesFiches.Depublie : EtatsDesFiches.De(Retenue, Accords.Any(a => a.RetireLe is null), cachee: false);

    protected FaireAvecDb Db { get; } = db;

    protected virtual async Task<bool> TrouverAsync(string id, CancellationToken annulation)
    {
        if (await Db.Set<Lieu>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, annulation) is not { } lieu)
        {
            return false;
        }

        Lieu = lieu;
        Corrections = await Db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => c.Lieu == id).OrderByDescending(c => c.CreeeLe).ToListAsync(annulation);
        Accords = await Db.Set<AccordDHebergement>().AsNoTracking().Where(a => a.Lieu == id).OrderByDescending(a => a.DonneLe).ToListAsync(annulation);
        Corrigee = CompositionDesLieux.Corriger([lieu], [.. EnVigueur]).Single();
        return true;
    }
}
