namespace FaireAvec.Comptes.Domain;

/// <summary>The challenge that a passkey has answered: an answer seen on the way is worth nothing a second time.</summary>
internal sealed class DefiUtilise
{
    public required byte[] Empreinte { get; init; }
    public required DateTimeOffset UtiliseLe { get; init; }
}
