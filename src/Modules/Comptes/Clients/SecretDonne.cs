namespace FaireAvec.Comptes.Clients;

/// <summary>A secret that was just made: the one time when it is shown.</summary>
/// <param name="Client">Whose it is.</param>
/// <param name="Secret">To copy now.</param>
/// <param name="ExpireLe">From then on it is worth nothing.</param>
internal sealed record SecretDonne(Guid Client, string Secret, DateTimeOffset ExpireLe);
