using FaireAvec.Kernel.Securite;

namespace FaireAvec.Accompagnement.Api;

/// <summary>
/// How far a client goes within its organisation: one that was let in on a territory reads and writes what is there, and nothing of the rest. Row security says
/// it again for what it reads of acts.
/// </summary>
internal static class TerritoireDuClient
{
    /// <summary>True for a client that was let in on a part of the country.</summary>
    public static bool Borne(Identite client) => client.PorteeDuClient == Portee.Territoire;

    /// <summary>True when what is in this département is for it; what is nowhere isn't.</summary>
    public static bool Couvre(Identite client, string? departement) => !Borne(client) || (departement is not null && client.Departements.Contains(departement, StringComparer.Ordinal));
}
