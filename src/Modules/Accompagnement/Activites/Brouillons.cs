using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Drafts of acts and of actions outside the place, kept as they are typed. Row security shows them to their author alone; the journal doesn't keep what isn't finished.</summary>
internal sealed class Brouillons(FaireAvecDb db, TimeProvider horloge)
{
    public async Task<IReadOnlyList<(Brouillon Brouillon, FormulaireDActivite Formulaire)>> ListerAsync(Guid auteur, CancellationToken annulation) =>
        [.. (await db.Set<Brouillon>().AsNoTracking().Where(b => b.Auteur == auteur && !b.AllerVers).OrderByDescending(b => b.ModifieLe).Take(Brouillon.Max).ToListAsync(annulation))
            .Select(b => (b, FormulaireDActivite.Relire(b.Contenu))).Where(x => x.Item2 is not null).Select(x => (x.b, x.Item2!))];

    public async Task<FormulaireDActivite?> LireAsync(Guid id, CancellationToken annulation) =>
        await db.Set<Brouillon>().AsNoTracking().Where(b => b.Id == id && !b.AllerVers).Select(b => b.Contenu).SingleOrDefaultAsync(annulation) is { } contenu ? FormulaireDActivite.Relire(contenu) : null;

    /// <summary>Keeps what is typed, in place of what was kept under the same id; false when it is too long.</summary>
    public Task<bool> GarderAsync(FormulaireDActivite formulaire, Guid auteur, CancellationToken annulation) => GarderAsync(formulaire.Id, formulaire.Ecrire(), false, auteur, annulation);

    /// <summary>The same for an action outside the place.</summary>
    public Task<bool> GarderAsync(FormulaireDAllerVers formulaire, Guid auteur, CancellationToken annulation) => GarderAsync(formulaire.Id, formulaire.Ecrire(), true, auteur, annulation);

    public async Task<IReadOnlyList<(Brouillon Brouillon, FormulaireDAllerVers Formulaire)>> ListerLAllerVersAsync(Guid auteur, CancellationToken annulation) =>
        [.. (await db.Set<Brouillon>().AsNoTracking().Where(b => b.Auteur == auteur && b.AllerVers).OrderByDescending(b => b.ModifieLe).Take(Brouillon.Max).ToListAsync(annulation))
            .Select(b => (b, FormulaireDAllerVers.Relire(b.Contenu))).Where(x => x.Item2 is not null).Select(x => (x.b, x.Item2!))];

    public async Task<FormulaireDAllerVers?> LireLAllerVersAsync(Guid id, CancellationToken annulation) =>
        await db.Set<Brouillon>().AsNoTracking().Where(b => b.Id == id && b.AllerVers).Select(b => b.Contenu).SingleOrDefaultAsync(annulation) is { } contenu ? FormulaireDAllerVers.Relire(contenu) : null;

    public Task<int> JeterAsync(Guid id, Guid auteur, CancellationToken annulation) =>
        db.Set<Brouillon>().Where(b => b.Id == id && b.Auteur == auteur).ExecuteDeleteAsync(annulation);

    private async Task<bool> GarderAsync(Guid id, string contenu, bool allerVers, Guid auteur, CancellationToken annulation)
    {
        if (contenu.Length > Brouillon.ContenuMax)
        {
            return false;
        }

        var maintenant = horloge.GetUtcNow();
        // An id that is somebody else's isn't seen, and isn't changed either.
        var ecrits = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO accompagnement.brouillons AS b (id, auteur, aller_vers, contenu, modifie_le) VALUES ({id}, {auteur}, {allerVers}, {contenu}, {maintenant})
            ON CONFLICT (id) DO UPDATE SET contenu = excluded.contenu, modifie_le = excluded.modifie_le WHERE b.auteur = excluded.auteur AND b.aller_vers = excluded.aller_vers
            """, annulation);
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM accompagnement.brouillons WHERE auteur = {auteur} AND id IN (
                SELECT id FROM accompagnement.brouillons WHERE auteur = {auteur} ORDER BY modifie_le DESC OFFSET {Brouillon.Max})
            """, annulation);
        return ecrits > 0;
    }
}
