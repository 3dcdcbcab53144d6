using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Revue;

/// <summary>Whether the public sees records, and why not: a person removed it, the rule of shelters, or another record of its place that is a shelter's.</summary>
internal sealed class EtatsDesFiches
{
    public const string Publie = "publie";
    public const string Accord = "accord";
    public const string Retenu = "retenu";
    public const string AvecHebergement = "avec-hebergement";
    public const string Depublie = "depublie";

    /// <summary>All the states, in the order in which one chooses.</summary>
    public static readonly string[] Tous = [Publie, Accord, Retenu, AvecHebergement, Depublie];

    private readonly HashSet<string> _accords;
    private readonly Dictionary<string, string> _groupesCaches;
    private readonly ILookup<string, CorrectionDeChamp> _corrections;

    private EtatsDesFiches(HashSet<string> accords, Dictionary<string, string> groupesCaches, IEnumerable<CorrectionDeChamp> corrections) =>
        (_accords, _groupesCaches, _corrections) = (accords, groupesCaches, corrections.ToLookup(c => c.Lieu, StringComparer.Ordinal));

    public static async Task<EtatsDesFiches> LireAsync(FaireAvecDb db, CancellationToken annulation) => new(
        (await Accords(db).ToListAsync(annulation)).ToHashSet(StringComparer.Ordinal),
        await Caches(db).ToDictionaryAsync(m => m.Lieu, m => m.Groupe, StringComparer.Ordinal, annulation),
        await db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => c.Etat == EtatCorrection.Active).ToListAsync(annulation));

    /// <summary>The records of one state, by what is written of them: a correction in force that makes a shelter of one is told by <see cref="De"/> alone.</summary>
    public static IQueryable<Lieu> Dans(string etat, IQueryable<Lieu> lieux, FaireAvecDb db)
    {
        var (accords, caches) = (Accords(db), Caches(db).Select(m => m.Lieu));
        return etat switch
        {
            Publie => lieux.Where(l => l.Retenu == null && !caches.Contains(l.Id)),
            Accord => lieux.Where(l => l.Retenu != null && l.Retenu != Lieu.Depublie && accords.Contains(l.Id) && !caches.Contains(l.Id)),
            Retenu => lieux.Where(l => l.Retenu != null && l.Retenu != Lieu.Depublie && !accords.Contains(l.Id)),
            AvecHebergement => lieux.Where(l => caches.Contains(l.Id) && (l.Retenu == null || (l.Retenu != Lieu.Depublie && accords.Contains(l.Id)))),
            Depublie => lieux.Where(l => l.Retenu == Lieu.Depublie),
            _ => lieux.Where(l => false),
        };
    }

    /// <summary>The state of a record, and what the rule of shelters saw in it.</summary>
    public (string Etat, string? Motif) De(Lieu l)
    {
        if (l.Retenu == Lieu.Depublie)
        {
            return (Depublie, null);
        }

        var corrigee = _corrections.Contains(l.Id) ? CompositionDesLieux.Corriger([l], _corrections[l.Id]).Single() : l;
        var motif = l.Retenu ?? RetenueHebergement.Motif(corrigee);
        if (motif is not null && !_accords.Contains(l.Id))
        {
            return (Retenu, motif);
        }

        return (_groupesCaches.ContainsKey(l.Id) ? AvecHebergement : motif is null ? Publie : Accord, null);
    }

    /// <summary>The place whose records hide this one; null when none does.</summary>
    public string? GroupeCache(Lieu l) => _groupesCaches.GetValueOrDefault(l.Id);

    private static IQueryable<string> Accords(FaireAvecDb db) => db.Set<AccordDHebergement>().Where(a => a.RetireLe == null).Select(a => a.Lieu);

    private static IQueryable<MembreDeGroupe> Caches(FaireAvecDb db)
    {
        var groupes = GroupesAvecHebergement.Groupes(db);
        return db.Set<MembreDeGroupe>().AsNoTracking().Where(m => groupes.Contains(m.Groupe));
    }
}
