namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>Something to look at again.</summary>
/// <param name="Mediateur">Who entered it, and sees it first.</param>
/// <param name="Personne">Whose path it is; null when it is about a day of the médiateur.</param>
/// <param name="Jour">The day that it is about.</param>
internal sealed record Signal(NatureDeSignal Nature, Guid Mediateur, Guid? Personne, DateOnly Jour);

/// <summary>A level as it was entered: what it says, who entered it, when.</summary>
internal sealed record EvaluationSaisie(Evaluation Evaluation, Guid Mediateur, DateTimeOffset SaisieLe);
