namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The level of somebody on one savoir-faire, on one day.</summary>
internal sealed record Evaluation(Guid Personne, string SavoirFaire, int Niveau, Preuve Preuve, Moment Moment, Evaluateur Evaluateur, DateOnly Jour);
