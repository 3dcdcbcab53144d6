namespace FaireAvec.Contracts.Comptes;

/// <summary>A médiateur of an organisation, for a list to choose from.</summary>
/// <param name="Compte">Id of the account.</param>
/// <param name="Nom">« Camille Exemple ».</param>
public sealed record Collegue(Guid Compte, string Nom);

/// <summary>Names of organisations and of the médiateurs who work there, under the rights of who asks.</summary>
public interface IGensDesOrganisations
{
    /// <summary>The name of an organisation, or null.</summary>
    Task<string?> NomAsync(Guid organisation, CancellationToken annulation);

    /// <summary>The médiateurs who work there today, by name. Empty for an organisation that isn't one's own.</summary>
    Task<IReadOnlyList<Collegue>> MediateursAsync(Guid organisation, CancellationToken annulation);
}
