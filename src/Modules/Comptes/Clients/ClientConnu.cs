using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Clients;

/// <summary>A token that was checked: who holds it, until when.</summary>
/// <param name="Identite">The client, as rights see it.</param>
/// <param name="LimiteParSeconde">Requests a second, on average.</param>
/// <param name="Fin">From then on the token is over.</param>
internal sealed record ClientConnu(Identite Identite, int LimiteParSeconde, DateTimeOffset Fin);
