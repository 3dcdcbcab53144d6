namespace FaireAvec.Contracts.Comptes;

/// <summary>
/// Who somebody is for FranceConnect: the pivot identity that the State's registers agree on. Never an e-mail address, never a social-security number.
/// </summary>
/// <param name="Prenoms">All the first names, in their order.</param>
/// <param name="NomDeNaissance">Birth name.</param>
/// <param name="NomDUsage">The name in use, when it differs.</param>
/// <param name="DateDeNaissance">"1962-08-24"; a month or a day that a foreign register doesn't know is "00".</param>
/// <param name="Genre">"female", "male", or null.</param>
/// <param name="LieuDeNaissance">INSEE code of the commune; null for somebody born abroad, or when it isn't known.</param>
/// <param name="PaysDeNaissance">INSEE code of the country ("99100" is France), or null.</param>
/// <param name="Niveau">Level of the sign-in: "eidas1", "eidas2", "eidas3".</param>
/// <param name="Empreinte">Salted hash of their number at FranceConnect, the same each time for us alone; 64 hexadecimal characters.</param>
public sealed record IdentitePivot(IReadOnlyList<string> Prenoms, string NomDeNaissance, string? NomDUsage, string DateDeNaissance, string? Genre, string? LieuDeNaissance, string? PaysDeNaissance, string Niveau, string Empreinte);

/// <summary>The person helped who identified themselves in this browser, for half an hour at most. Nothing of it is kept by this module.</summary>
public interface IUsagerIdentifie
{
    /// <summary>Their identity, or null.</summary>
    IdentitePivot? Courant { get; }
}
