using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>How long writing takes in a week, told to the médiateur alone.</summary>
internal sealed class MesureDeSaisie(FaireAvecDb db, TimeProvider horloge)
{
    /// <summary>
    /// An act is written: its draft goes, and the time since the form was opened (Unix seconds) is added. A form open for long, or from the future, counts as
    /// little as it can.
    /// </summary>
    public async Task FinirAsync(Guid acte, Guid auteur, long ouvert, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var secondes = (int)Math.Clamp(maintenant.ToUnixTimeSeconds() - ouvert, 0, TempsDeSaisie.SecondesMax);
        var lundi = TempsDeSaisie.Lundi(JourDeParis.De(maintenant));
        await db.Database.ExecuteSqlAsync($"""
            WITH jete AS (DELETE FROM accompagnement.brouillons WHERE id = {acte} AND auteur = {auteur})
            INSERT INTO accompagnement.temps_de_saisie AS t (auteur, semaine, secondes, actes) VALUES ({auteur}, {lundi}, {secondes}, 1)
            ON CONFLICT (auteur, semaine) DO UPDATE SET secondes = t.secondes + excluded.secondes, actes = t.actes + 1
            """, annulation);
    }

    public Task<TempsDeSaisie?> CetteSemaineAsync(Guid auteur, CancellationToken annulation)
    {
        var lundi = TempsDeSaisie.Lundi(JourDeParis.De(horloge.GetUtcNow()));
        return db.Set<TempsDeSaisie>().AsNoTracking().SingleOrDefaultAsync(t => t.Auteur == auteur && t.Semaine == lundi, annulation);
    }
}
