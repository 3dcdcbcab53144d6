namespace FaireAvec.Kernel.Securite;

/// <summary>How far a right goes: which things it is a right on.</summary>
public enum Portee
{
    /// <summary>What is one's own.</summary>
    Soi,

    /// <summary>What belongs to the organisation that one works for now.</summary>
    Organisation,

    /// <summary>What the people of one's teams do.</summary>
    Equipe,

    /// <summary>What lies in the départements of one's territory.</summary>
    Territoire,

    /// <summary>Everything.</summary>
    National,
}

/// <summary>Where a thing stands, to compare with how far somebody's right goes. What is null is reached by no narrower right.</summary>
/// <param name="Compte">The staff member whose thing it is.</param>
/// <param name="Organisation">The organisation that it belongs to.</param>
/// <param name="Departement">Code of the département where it lies.</param>
/// <param name="Equipes">The teams that its owner is in.</param>
public sealed record Cible(Guid? Compte = null, Guid? Organisation = null, string? Departement = null, IReadOnlyCollection<Guid>? Equipes = null);
