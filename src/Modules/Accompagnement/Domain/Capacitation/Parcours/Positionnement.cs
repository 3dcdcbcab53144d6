using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>A level of somebody on one savoir-faire, with the kind of proof. One for each moment: looked at again at the same moment, it is put right and keeps its day.</summary>
internal sealed class Positionnement : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Parcours { get; init; }
    public required Guid Personne { get; init; }
    public required string SavoirFaire { get; init; }
    public required Moment Moment { get; init; }

    [Personnel]
    public required int Niveau { get; set; }

    [Personnel]
    public required Preuve Preuve { get; set; }

    public required Evaluateur Evaluateur { get; set; }

    /// <summary>The médiateur who entered it.</summary>
    public required Guid Auteur { get; set; }

    public required DateOnly Jour { get; init; }
    public required DateTimeOffset SaisiLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Personne;
}
