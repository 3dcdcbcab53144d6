namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>A row of the table of decision. Its sentence is under « Decision.{Numero} ».</summary>
/// <param name="Vaut">When the row is taken.</param>
/// <param name="Propositions">What it proposes whatever the need said; empty: each need goes to its own trade.</param>
/// <param name="Besoins">The needs said by the person that the row is about.</param>
internal sealed record LigneDeDecision(int Numero, Func<SituationExprimee, bool> Vaut, IReadOnlyList<Proposition> Propositions, Func<BesoinDOrientation, bool> Besoins)
{
    /// <summary>It can't wait.</summary>
    public bool Urgente { get; init; }

    /// <summary>A human voice at once: no form is filled, nothing is written.</summary>
    public bool SansFormulaire { get; init; }

    /// <summary>What the row proposes in this situation.</summary>
    public IReadOnlyList<Proposition> Proposer(SituationExprimee situation) =>
    [
        .. Propositions,
        .. situation.Besoins.Select(BesoinsDOrientation.De).OfType<BesoinDOrientation>().Where(Besoins).Where(b => Propositions.All(p => p.Besoin != b.Code)).Select(b => new Proposition(b.Code, b.Metiers[0])),
    ];
}
