using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Revue;

/// <summary>What the corrections in force change of what is held back: few records, looked at one by one.</summary>
internal sealed class RetenuesApresCorrections
{
    private readonly Dictionary<string, Retenue?> _corrigees;

    private RetenuesApresCorrections(Dictionary<string, Retenue?> corrigees, IReadOnlySet<string> accords)
    {
        _corrigees = corrigees;
        Hebergements = [.. corrigees.Where(c => c.Value?.Cause == CauseDeRetenue.Hebergement && !accords.Contains(c.Key)).Select(c => c.Key)];
        HebergementsAvecAccord = [.. corrigees.Where(c => c.Value?.Cause == CauseDeRetenue.Hebergement && accords.Contains(c.Key)).Select(c => c.Key)];
        SansNom = [.. corrigees.Where(c => c.Value?.Cause == CauseDeRetenue.Nom).Select(c => c.Key)];
        Nommees = [.. corrigees.Where(c => c.Value?.Cause != CauseDeRetenue.Nom).Select(c => c.Key)];
    }

    /// <summary>Corrected records that are shelters', whatever their source says, without the agreement of their manager.</summary>
    public string[] Hebergements { get; }

    /// <summary>The same, with it.</summary>
    public string[] HebergementsAvecAccord { get; }

    /// <summary>Corrected records whose name is none.</summary>
    public string[] SansNom { get; }

    /// <summary>Corrected records that have a name.</summary>
    public string[] Nommees { get; }

    /// <summary>Reads them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="parmi">The records to look at; null for all.</param>
    /// <param name="annulation">Gives up.</param>
    public static async Task<RetenuesApresCorrections> LireAsync(FaireAvecDb db, IQueryable<string>? parmi, CancellationToken annulation)
    {
        var enVigueur = db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => c.Etat == EtatCorrection.Active);
        var corrections = await (parmi is null ? enVigueur : enVigueur.Where(c => parmi.Contains(c.Lieu))).ToListAsync(annulation);
        var ids = corrections.Select(c => c.Lieu).Distinct(StringComparer.Ordinal).ToArray();
        var fiches = await db.Set<Lieu>().AsNoTracking().Where(l => ids.Contains(l.Id) && (l.Retenu == null || l.Retenu != Lieu.Depublie)).ToListAsync(annulation);
        var accords = await db.Set<AccordDHebergement>().Where(a => a.RetireLe == null && ids.Contains(a.Lieu)).Select(a => a.Lieu).ToListAsync(annulation);
        return new(CompositionDesLieux.Corriger(fiches, corrections).ToDictionary(f => f.Id, f => Retenue.De(f, accord: false), StringComparer.Ordinal), accords.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>What holds a record back, its corrections laid, before any agreement.</summary>
    public Retenue? De(Lieu ecrite) => _corrigees.TryGetValue(ecrite.Id, out var retenue) ? retenue : Retenue.De(ecrite, accord: false);
}
