using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>A row after cleaning.</summary>
/// <param name="Fiche">The place, ready to publish unless <paramref name="Issue"/> says no.</param>
/// <param name="Issue">Accepted, corrected or rejected.</param>
/// <param name="Releve">Corrections, anomalies and values held back.</param>
internal sealed record LieuNettoye(FicheLieu Fiche, IssueNettoyage Issue, Releve Releve)
{
    public IReadOnlyList<Correction> Corrections => Releve.Corrections;

    public IReadOnlyList<AnomalieDeValeur> Anomalies => Releve.Anomalies;

    public IReadOnlyList<ValeurRetenue> Retenues => Releve.Retenues;
}
