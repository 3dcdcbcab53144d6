namespace FaireAvec.Comptes.Connexion;

/// <summary>An account as the framework's passkeys know it.</summary>
/// <param name="Id">The account's id: the user handle that the device keeps.</param>
/// <param name="Courriel">What the device shows to choose among several.</param>
internal sealed record Titulaire(Guid Id, string Courriel);
