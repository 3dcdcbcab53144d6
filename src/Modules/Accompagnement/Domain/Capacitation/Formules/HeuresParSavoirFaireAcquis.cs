namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// <c>hours given / savoir-faire acquired</c>. Acquired: under 3 at the start, 3 or more at the exit. All hours count, those given to people who were lost too.
/// </summary>
internal readonly record struct HeuresParSavoirFaireAcquis(long Minutes, int Acquis)
{
    /// <summary>Null when nothing was acquired.</summary>
    public double? Valeur => Acquis == 0 ? null : Minutes / 60.0 / Acquis;

    public static HeuresParSavoirFaireAcquis De(IEnumerable<int> minutes, IEnumerable<Progression> progressions) =>
        new(minutes.Sum(m => (long)m), progressions.Count(p => p.Debut < Niveaux.FaitSeul && p.Fin >= Niveaux.FaitSeul));
}
