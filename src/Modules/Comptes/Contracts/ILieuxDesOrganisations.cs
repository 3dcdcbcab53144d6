namespace FaireAvec.Contracts.Comptes;

/// <summary>The places of the map where an organisation receives people.</summary>
public interface ILieuxDesOrganisations
{
    /// <summary>Ids of its places, in the order in which they were linked.</summary>
    Task<IReadOnlyList<string>> LieuxAsync(Guid organisation, CancellationToken annulation);

    /// <summary>Its SIRET, to compare with the one that a place gives; null when it has none.</summary>
    Task<string?> SiretAsync(Guid organisation, CancellationToken annulation);
}
