namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// <c>hours given / savoir-faire acquired</c>. Acquired: under 3 at the start, 3 or more at the exit. All hours count, those given to people who were lost too.
/// </summary>
/// <param name="AApprendre">Savoir-faire under 3 at the start and looked at again at the exit: what the acquired ones are out of.</param>
internal readonly record struct HeuresParSavoirFaireAcquis(long Minutes, int Acquis, int AApprendre)
{
    /// <summary>Null when nothing was acquired.</summary>
    public double? Valeur => Acquis == 0 ? null : Minutes / 60.0 / Acquis;

    /// <summary>What the hours would be at the ends of the interval of the share acquired.</summary>
    public (double Bas, double Haut)? Intervalle => Acquis > 0 && new Proportion(Acquis, AApprendre).Intervalle is var (bas, haut)
        ? (Minutes / 60.0 / (AApprendre * haut), Minutes / 60.0 / (AApprendre * bas))
        : null;

    public static HeuresParSavoirFaireAcquis De(IEnumerable<int> minutes, IEnumerable<Progression> progressions)
    {
        var (acquis, tous) = (0, 0);
        foreach (var p in progressions.Where(p => p.Debut < Niveaux.FaitSeul))
        {
            (acquis, tous) = (acquis + (p.Fin >= Niveaux.FaitSeul ? 1 : 0), tous + 1);
        }

        return new(minutes.Sum(m => (long)m), acquis, tous);
    }
}
