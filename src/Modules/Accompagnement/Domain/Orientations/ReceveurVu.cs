namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>A receiver as it is at the moment of sending: looked at again, since it may have closed since it was chosen.</summary>
/// <param name="Existe">Still on the map; true for a trade that the professional called.</param>
/// <param name="Competent">Takes this need.</param>
/// <param name="Suspendu">Says that it receives nobody for now.</param>
/// <param name="Libres">Places left this week; null when the receiver gives no capacity.</param>
/// <param name="MemeStructure">The organisation that sends: not an orientation.</param>
internal sealed record ReceveurVu(bool Existe, bool Competent, bool Suspendu, int? Libres, bool MemeStructure = false)
{
    /// <summary>Why nobody can be sent there, or null.</summary>
    public Kernel.Resultats.Erreur? Refus =>
        !Existe ? ErreursOrientation.ReceveurFerme
        : Suspendu ? ErreursOrientation.ReceveurSuspendu
        : !Competent ? ErreursOrientation.PasCompetent
        : Libres <= 0 ? ErreursOrientation.Complet
        : null;
}
