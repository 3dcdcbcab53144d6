using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Revue;

/// <summary>The pairs that wait for a person, the most probable first.</summary>
internal sealed class FileDesPaires(FaireAvecDb db, MoteurDeRapprochement rapprochement, TimeProvider horloge)
{
    /// <summary>The pairs of the filter, in no order.</summary>
    public IQueryable<PaireARevoir> Chercher(FiltreDePaires filtre)
    {
        IQueryable<PaireARevoir> paires = db.Set<PaireARevoir>().AsNoTracking();
        if (filtre.Certitude is { } certitude)
        {
            var (de, a) = Certitudes.Bornes(certitude);
            paires = paires.Where(p => p.Probabilite >= de && p.Probabilite < a);
        }

        if (!string.IsNullOrEmpty(filtre.Source))
        {
            paires = Avec(paires, db.Set<Lieu>().Where(l => l.Source == filtre.Source));
        }

        return string.IsNullOrEmpty(filtre.Departement) ? paires : Avec(paires, db.Set<Lieu>().Where(LieuxDuDepartement.De(filtre.Departement)));
    }

    /// <summary>The keys of the pairs, in the order of the review. A few thousand at most: they are read at once.</summary>
    public async Task<IReadOnlyList<ClePaire>> OrdonnerAsync(FiltreDePaires filtre, CancellationToken annulation) =>
        await Chercher(filtre).OrderByDescending(p => p.Probabilite).ThenBy(p => p.LieuA).ThenBy(p => p.LieuB).Select(p => new ClePaire(p.LieuA, p.LieuB)).ToListAsync(annulation);

    /// <summary>A pair with its two records, whether it waits in the queue or not; null when one of them is unknown.</summary>
    public async Task<PaireLue?> LireAsync(ClePaire cle, CancellationToken annulation)
    {
        if (cle.A == cle.B)
        {
            return null;
        }

        var (a, b) = DecisionHumaine.Ordonner(cle.A, cle.B);
        var lieux = await db.Set<Lieu>().AsNoTracking().Where(l => l.Id == a || l.Id == b).ToDictionaryAsync(l => l.Id, StringComparer.Ordinal, annulation);
        if (lieux.Count < 2)
        {
            return null;
        }

        var attente = await db.Set<PaireARevoir>().AsNoTracking().SingleOrDefaultAsync(p => p.LieuA == a && p.LieuB == b, annulation);
        var decision = await db.Set<DecisionHumaine>().AsNoTracking().SingleOrDefaultAsync(d => d.LieuA == a && d.LieuB == b && d.AnnuleeLe == null, annulation);
        return new PaireLue(lieux[a], lieux[b], attente ?? Calculer(lieux[a], lieux[b]), decision);
    }

    /// <summary>Puts a pair back in the queue, when the verdict on it was taken back: nobody has to wait for the next grouping to decide again.</summary>
    public async Task RemettreAsync(ClePaire cle, CancellationToken annulation)
    {
        var (a, b) = DecisionHumaine.Ordonner(cle.A, cle.B);
        var lieux = await db.Set<Lieu>().AsNoTracking().Where(l => l.Id == a || l.Id == b).ToDictionaryAsync(l => l.Id, StringComparer.Ordinal, annulation);
        if (lieux.Count == 2 && !await db.Set<PaireARevoir>().AnyAsync(p => p.LieuA == a && p.LieuB == b, annulation))
        {
            db.Add(Calculer(lieux[a], lieux[b]));
            await db.SaveChangesAsync(annulation);
        }
    }

    private PaireARevoir Calculer(Lieu a, Lieu b)
    {
        var (verdict, raisons) = rapprochement.Moteur.Rapprocher(a, b);
        return new PaireARevoir { LieuA = a.Id, LieuB = b.Id, Probabilite = verdict.Probabilite, Raisons = [.. raisons], CalculeeLe = horloge.GetUtcNow() };
    }

    private static IQueryable<PaireARevoir> Avec(IQueryable<PaireARevoir> paires, IQueryable<Lieu> lieux) =>
        paires.Where(p => lieux.Any(l => l.Id == p.LieuA || l.Id == p.LieuB));
}
