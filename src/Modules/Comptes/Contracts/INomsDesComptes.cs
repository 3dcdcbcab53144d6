namespace FaireAvec.Contracts.Comptes;

/// <summary>Names of those who work, for screens that say who did what. An acteur of the journal is an account's id, or a word of the system.</summary>
public interface INomsDesComptes
{
    /// <summary>« Camille Exemple », or null when it isn't an account, or when the account was erased.</summary>
    ValueTask<string?> NomAsync(string? acteur, CancellationToken annulation);
}
