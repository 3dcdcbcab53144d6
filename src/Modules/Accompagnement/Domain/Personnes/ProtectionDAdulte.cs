namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>
/// Whether a judge named somebody to decide with or for the person. A fact that a mandate needs: who must sign. Not why it was decided, which is never
/// asked.
/// </summary>
internal enum ProtectionDAdulte
{
    Aucune,

    /// <summary>The curateur assists: they sign beside the person.</summary>
    Curatelle,

    /// <summary>The tuteur represents: they sign, and the person is told.</summary>
    Tutelle,
}
