using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Revue;

/// <summary>A shelter's manager opts in, or out again. The reason is the <see cref="ContexteEcriture.Motif"/>, and is required: hiding is the rule.</summary>
internal sealed class AccordsDHebergement(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    public async Task<Resultat<AccordDHebergement>> DonnerAsync(string id, CancellationToken annulation)
    {
        if (!await db.Set<Lieu>().AnyAsync(l => l.Id == id, annulation))
        {
            return ErreursSources.LieuInconnu(id);
        }

        if (await EnVigueur(id).AnyAsync(annulation))
        {
            return ErreursSources.DejaAinsi(id);
        }

        var accord = new AccordDHebergement
        {
            Id = Identifiants.Nouveau(horloge),
            Lieu = id,
            Auteur = ecriture.Acteur,
            Motif = ecriture.Motif ?? throw new InvalidOperationException("An agreement has a reason."),
            DonneLe = horloge.GetUtcNow(),
        };
        db.Add(accord);
        await EnregistrerAsync(annulation);
        return accord;
    }

    public async Task<Resultat<AccordDHebergement>> RetirerAsync(string id, CancellationToken annulation)
    {
        if (await EnVigueur(id).SingleOrDefaultAsync(annulation) is not { } accord)
        {
            return ErreursSources.DejaAinsi(id);
        }

        accord.Retirer(ecriture.Motif, horloge.GetUtcNow());
        await EnregistrerAsync(annulation);
        return accord;
    }

    private IQueryable<AccordDHebergement> EnVigueur(string id) => db.Set<AccordDHebergement>().Where(a => a.Lieu == id && a.RetireLe == null);

    private async Task EnregistrerAsync(CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.SaveChangesAsync(annulation);
        await CatalogueLieux.AnnoncerAsync(db, annulation);
        await transaction.CommitAsync(annulation);
    }
}
