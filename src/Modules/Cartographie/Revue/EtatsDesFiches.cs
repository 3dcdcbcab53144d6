using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Revue;

/// <summary>Whether the public sees records, and why not: a person removed it, the rule of shelters, a name that is none, or another record of its place that is a shelter's. Corrections in force count.</summary>
internal sealed class EtatsDesFiches
{
    public const string Publie = "publie";
    public const string Accord = "accord";
    public const string Retenu = "retenu";
    public const string AvecHebergement = "avec-hebergement";
    public const string SansNom = "sans-nom";
    public const string Depublie = "depublie";

    /// <summary>All the states, in the order in which one chooses.</summary>
    public static readonly string[] Tous = [Publie, Accord, Retenu, AvecHebergement, SansNom, Depublie];

    private readonly RetenuesApresCorrections _corrections;
    private readonly HashSet<string> _accords;
    private readonly Dictionary<string, string> _groupesCaches;

    private EtatsDesFiches(RetenuesApresCorrections corrections, HashSet<string> accords, Dictionary<string, string> groupesCaches) =>
        (_corrections, _accords, _groupesCaches) = (corrections, accords, groupesCaches);

    public static async Task<EtatsDesFiches> LireAsync(FaireAvecDb db, CancellationToken annulation)
    {
        var corrections = await RetenuesApresCorrections.LireAsync(db, null, annulation);
        return new(
            corrections,
            (await Accords(db).ToListAsync(annulation)).ToHashSet(StringComparer.Ordinal),
            await Caches(db, corrections).ToDictionaryAsync(m => m.Lieu, m => m.Groupe, StringComparer.Ordinal, annulation));
    }

    /// <summary>The records of one state.</summary>
    public IQueryable<Lieu> Dans(string etat, IQueryable<Lieu> lieux, FaireAvecDb db)
    {
        var (accords, caches) = (Accords(db), Caches(db, _corrections).Select(m => m.Lieu));
        var (parCorrection, accordes, sansNom, nommees) = (_corrections.Hebergements, _corrections.HebergementsAvecAccord, _corrections.SansNom, _corrections.Nommees);
        var presents = lieux.Where(l => l.Retenu == null || l.Retenu != Lieu.Depublie);
        var hebergements = presents.Where(l => parCorrection.Contains(l.Id) || accordes.Contains(l.Id) || (l.Retenu != null && !NomDeLieu.Motifs.Contains(l.Retenu)));
        var ordinaires = presents.Where(l => !parCorrection.Contains(l.Id) && !accordes.Contains(l.Id) && (l.Retenu == null || NomDeLieu.Motifs.Contains(l.Retenu)));
        return etat switch
        {
            Publie => ordinaires.Where(l => !caches.Contains(l.Id) && !sansNom.Contains(l.Id) && (l.Retenu == null || nommees.Contains(l.Id))),
            Accord => hebergements.Where(l => accords.Contains(l.Id) && !caches.Contains(l.Id)),
            Retenu => hebergements.Where(l => !accords.Contains(l.Id)),
            AvecHebergement => presents.Where(l => caches.Contains(l.Id) && (accords.Contains(l.Id) || (!parCorrection.Contains(l.Id) && (l.Retenu == null || NomDeLieu.Motifs.Contains(l.Retenu))))),
            SansNom => ordinaires.Where(l => !caches.Contains(l.Id) && (sansNom.Contains(l.Id) || (l.Retenu != null && !nommees.Contains(l.Id)))),
            Depublie => lieux.Where(l => l.Retenu == Lieu.Depublie),
            _ => lieux.Where(l => false),
        };
    }

    /// <summary>The state of a record, and what the rule saw in it.</summary>
    public (string Etat, string? Motif) De(Lieu l)
    {
        if (l.Retenu == Lieu.Depublie)
        {
            return (Depublie, null);
        }

        var retenue = _corrections.De(l);
        var etat = De(retenue, _accords.Contains(l.Id), _groupesCaches.ContainsKey(l.Id));
        return (etat, etat is Retenu or SansNom ? retenue?.Motif : null);
    }

    /// <summary>The state of a record that nobody removed.</summary>
    /// <param name="retenue">What holds it back, its corrections laid, before any agreement.</param>
    /// <param name="accord">The agreement of the shelter's manager.</param>
    /// <param name="cachee">Another record of its place is a shelter's.</param>
    public static string De(Retenue? retenue, bool accord, bool cachee) => (retenue?.Cause, accord) switch
    {
        (CauseDeRetenue.Hebergement, false) => Retenu,
        _ when cachee => AvecHebergement,
        (CauseDeRetenue.Hebergement, true) => Accord,
        (CauseDeRetenue.Nom, _) => SansNom,
        _ => Publie,
    };

    /// <summary>The place whose records hide this one; null when none does.</summary>
    public string? GroupeCache(Lieu l) => _groupesCaches.GetValueOrDefault(l.Id);

    private static IQueryable<string> Accords(FaireAvecDb db) => db.Set<AccordDHebergement>().Where(a => a.RetireLe == null).Select(a => a.Lieu);

    private static IQueryable<MembreDeGroupe> Caches(FaireAvecDb db, RetenuesApresCorrections corrections)
    {
        var groupes = GroupesAvecHebergement.Groupes(db, corrections.Hebergements);
        return db.Set<MembreDeGroupe>().AsNoTracking().Where(m => groupes.Contains(m.Groupe));
    }
}
