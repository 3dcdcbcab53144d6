using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage.Communes;

/// <summary>The commune that a name means, exactly or nearly.</summary>
internal static class NomsProches
{
    /// <summary>The only one, or the only one of today, or the only one of today with this very article.</summary>
    public static Commune? Meilleure(string nom, List<CommuneTrouvee> trouvees)
    {
        var distinctes = trouvees.DistinctBy(t => NomsOfficiels.Mere(t.Commune)).ToList();
        if (distinctes is [var seule])
        {
            return seule.Commune;
        }

        var actuelles = distinctes.Where(t => t.Correspondance == Correspondance.Nom).ToList();
        if (actuelles is [var actuelle])
        {
            return actuelle.Commune;
        }

        var cle = Proximite.Cle(nom);
        return actuelles.Where(t => Proximite.Cle(NomsOfficiels.De(t.Commune)) == cle).ToList() is [var exacte] ? exacte.Commune : null;
    }

    /// <summary>The commune of a list whose name is nearly the one written, when there is only one.</summary>
    public static Commune? Proche(string nom, IReadOnlyList<Commune> communes)
    {
        var cle = Proximite.Cle(nom);
        if (cle.Length < 4)
        {
            return null;
        }

        var perdues = nom.Count(c => c == '�');
        var tolerance = Math.Max(Proximite.Tolerance(cle.Length), perdues);
        var candidates = communes.Select(c => (Commune: c, Distance: Proximite.Distance(cle, Proximite.Cle(NomsOfficiels.De(c)), tolerance))).Where(c => c.Distance <= tolerance).DistinctBy(c => NomsOfficiels.Mere(c.Commune)).OrderBy(c => c.Distance).ToList();
        if (candidates.Count > 0)
        {
            return candidates.Count == 1 || candidates[0].Distance < candidates[1].Distance ? candidates[0].Commune : null;
        }

        // The beginning of one name only: « Grandchamps » for Grandchamps-des-Fontaines.
        var debuts = communes.Where(c => cle.Length >= 5 && Proximite.Cle(NomsOfficiels.De(c)).StartsWith(cle, StringComparison.Ordinal)).DistinctBy(NomsOfficiels.Mere).ToList();
        return debuts is [var seule] ? seule : null;
    }
}
