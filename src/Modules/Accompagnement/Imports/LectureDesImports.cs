using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>What is asked of imports from several places.</summary>
internal static class LectureDesImports
{
    /// <summary>How many acts of the file are what, and what was done of them.</summary>
    public static async Task<BilanDImport> BilanAsync(this FaireAvecDb db, Guid import, CancellationToken annulation)
    {
        var sortes = await db.Set<LigneDImport>().Where(l => l.Import == import).GroupBy(l => new { l.Sort, l.Fait }).Select(g => new { g.Key.Sort, g.Key.Fait, Nombre = g.Count() }).ToListAsync(annulation);
        int Sort(SortDeLigne sort) => sortes.Where(s => s.Sort == sort).Sum(s => s.Nombre);
        int Fait(FaitDeLigne fait) => sortes.Where(s => s.Fait == fait).Sum(s => s.Nombre);
        return new BilanDImport
        {
            Actes = sortes.Sum(s => s.Nombre),
            Nouveaux = Sort(SortDeLigne.Nouveau),
            Deja = Sort(SortDeLigne.Deja),
            Corriges = Sort(SortDeLigne.Corrige),
            Conflits = Sort(SortDeLigne.Conflit),
            Doubles = Sort(SortDeLigne.Double),
            SupprimesIci = Sort(SortDeLigne.SupprimeIci),
            Refuses = Sort(SortDeLigne.Refuse) + sortes.Where(s => s.Sort != SortDeLigne.Refuse && s.Fait == FaitDeLigne.Refuse).Sum(s => s.Nombre),
            Ecrits = Fait(FaitDeLigne.Ecrit),
            CorrectionsFaites = Fait(FaitDeLigne.Corrige),
            Lies = Fait(FaitDeLigne.Lie),
        };
    }

    /// <summary>Erases the files of these imports and what was read of them.</summary>
    public static async Task EffacerLesContenusAsync(this FaireAvecDb db, IQueryable<ImportDActivites> imports, CancellationToken annulation)
    {
        await db.Set<MorceauDImport>().Where(m => imports.Any(i => i.Id == m.Import)).ExecuteDeleteAsync(annulation);
        await db.Set<LigneDImport>().Where(l => imports.Any(i => i.Id == l.Import)).ExecuteDeleteAsync(annulation);
    }

    /// <summary>Acts that came from the other tool, in the time of the file, and that the file doesn't have any more. Nothing is removed for it.</summary>
    public static IQueryable<IdentifiantExterne> Disparus(this FaireAvecDb db, ImportDActivites import) =>
        db.Set<IdentifiantExterne>().AsNoTracking().Where(e => e.Organisation == import.Organisation && e.Outil == import.Outil && e.Auteur == import.Auteur
            && db.Set<Domain.Activites.Activite>().Any(a => a.Id == e.Activite && a.SupprimeeLe == null && a.Jour >= import.Du && a.Jour <= import.Au)
            && !db.Set<LigneDImport>().Any(l => l.Import == import.Id && l.Cle == e.Cle));
}
