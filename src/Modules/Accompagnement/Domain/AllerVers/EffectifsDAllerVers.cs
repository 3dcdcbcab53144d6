namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>
/// The people met in one action, step by step: counts, never a row per person. Null is « not known yet »: the steps after the first one are told by the
/// weeks that follow.
/// </summary>
internal sealed record EffectifsDAllerVers(int Contactes, int? Interesses = null, int? Inscrits = null, int? Venus = null, int? Revenus = null, int? Engages = null, int? Relais = null)
{
    public int? De(EtapeDAllerVers etape) => etape switch
    {
        EtapeDAllerVers.Contacte => Contactes,
        EtapeDAllerVers.Interesse => Interesses,
        EtapeDAllerVers.Inscrit => Inscrits,
        EtapeDAllerVers.Venu => Venus,
        EtapeDAllerVers.Revenu => Revenus,
        EtapeDAllerVers.Engage => Engages,
        EtapeDAllerVers.Relais => Relais,
        _ => throw new ArgumentOutOfRangeException(nameof(etape), etape, "This step doesn't exist."),
    };

    /// <summary>
    /// The step that holds this one, as their definitions say. Not always the one before: some come without signing up, a project engages somebody who
    /// came once, and one may help others without ever coming.
    /// </summary>
    public static EtapeDAllerVers? Contient(EtapeDAllerVers etape) => etape switch
    {
        EtapeDAllerVers.Inscrit => EtapeDAllerVers.Interesse,
        EtapeDAllerVers.Revenu or EtapeDAllerVers.Engage => EtapeDAllerVers.Venu,
        EtapeDAllerVers.Contacte => null,
        _ => EtapeDAllerVers.Contacte,
    };
}
