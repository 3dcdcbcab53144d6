namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// How many people reached each step, of one action or of the visits of a period: counts, never a row per person. Null is « not known »: the steps after
/// the first one are told by the weeks that follow, and visits say nothing of those who were met and never came.
/// </summary>
internal sealed record EffectifsDEnrolement(int? Contactes = null, int? Interesses = null, int? Inscrits = null, int? Venus = null, int? Revenus = null, int? Engages = null, int? Relais = null)
{
    public int? De(EtapeDEnrolement etape) => etape switch
    {
        EtapeDEnrolement.Contacte => Contactes,
        EtapeDEnrolement.Interesse => Interesses,
        EtapeDEnrolement.Inscrit => Inscrits,
        EtapeDEnrolement.Venu => Venus,
        EtapeDEnrolement.Revenu => Revenus,
        EtapeDEnrolement.Engage => Engages,
        EtapeDEnrolement.Relais => Relais,
        _ => throw new ArgumentOutOfRangeException(nameof(etape), etape, "This step doesn't exist."),
    };

    /// <summary>
    /// The step that holds this one, as their definitions say. Not always the one before: some come without signing up, a project engages somebody who
    /// came once, and one may help others without ever coming.
    /// </summary>
    public static EtapeDEnrolement? Contient(EtapeDEnrolement etape) => etape switch
    {
        EtapeDEnrolement.Inscrit => EtapeDEnrolement.Interesse,
        EtapeDEnrolement.Revenu or EtapeDEnrolement.Engage => EtapeDEnrolement.Venu,
        EtapeDEnrolement.Contacte => null,
        _ => EtapeDEnrolement.Contacte,
    };
}
