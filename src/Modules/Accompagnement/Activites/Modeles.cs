using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Templates of acts, and workshops that come back. Row security shows them to their author alone.</summary>
internal sealed class Modeles(FaireAvecDb db, TimeProvider horloge)
{
    public async Task<IReadOnlyList<ModeleDActivite>> ListerAsync(Guid auteur, CancellationToken annulation) =>
        await db.Set<ModeleDActivite>().AsNoTracking().Where(m => m.Auteur == auteur).OrderBy(m => m.Nom).ToListAsync(annulation);

    /// <summary>The form that it starts, without the day nor the people: a template that was kept with counts gives none of them.</summary>
    public async Task<FormulaireDActivite?> LireAsync(Guid id, CancellationToken annulation) =>
        await db.Set<ModeleDActivite>().AsNoTracking().Where(m => m.Id == id).Select(m => m.Contenu).SingleOrDefaultAsync(annulation) is { } contenu ? FormulaireDActivite.Relire(contenu)?.Recommencer() : null;

    public async Task<Resultat<ModeleDActivite>> CreerAsync(Guid auteur, string? nom, FormulaireDActivite formulaire, DateOnly? depuis, DateOnly? jusqua, int semaines, CancellationToken annulation)
    {
        var lu = string.Join(' ', (nom ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (lu.Length is 0 or > ModeleDActivite.NomMax)
        {
            return ErreursActivites.NomDeModele;
        }

        if (jusqua < depuis || semaines is not (1 or 2 or 4))
        {
            return ErreursActivites.RythmeDeModele;
        }

        if (await db.Set<ModeleDActivite>().CountAsync(m => m.Auteur == auteur, annulation) >= ModeleDActivite.Max)
        {
            return ErreursActivites.TropDeModeles;
        }

        var modele = new ModeleDActivite
        {
            Id = Identifiants.Nouveau(horloge),
            Auteur = auteur,
            Nom = lu,
            Contenu = formulaire.Recommencer().Ecrire(),
            Depuis = depuis,
            Jusqua = depuis is null ? null : jusqua,
            Semaines = semaines,
            CreeLe = horloge.GetUtcNow(),
        };
        db.Add(modele);
        try
        {
            await db.SaveChangesAsync(annulation);
            return modele;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursActivites.NomDeModelePris;
        }
    }

    public Task<int> RetirerAsync(Guid id, Guid auteur, CancellationToken annulation) => db.Set<ModeleDActivite>().Where(m => m.Id == id && m.Auteur == auteur).ExecuteDeleteAsync(annulation);

    /// <summary>Those that take place on this day and aren't noted yet.</summary>
    public async Task<IReadOnlyList<ModeleDActivite>> PrevusAsync(Guid auteur, DateOnly jour, CancellationToken annulation)
    {
        var prevus = (await ListerAsync(auteur, annulation)).Where(m => m.APrevoir(jour)).ToList();
        if (prevus.Count == 0)
        {
            return prevus;
        }

        var titres = await db.Set<Activite>().AsNoTracking().Where(a => a.Auteur == auteur && a.Jour == jour && a.SupprimeeLe == null && a.Titre != null).Select(a => a.Titre!).ToListAsync(annulation);
        return prevus.FindAll(m => !titres.Contains(FormulaireDActivite.Relire(m.Contenu)?.Titre ?? m.Nom, StringComparer.CurrentCultureIgnoreCase));
    }
}
