using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Clients;

/// <summary>What somebody asks for a client, as typed.</summary>
internal sealed record ClientDemande
{
    public required string? Nom { get; init; }
    public required IReadOnlyList<string> Etendues { get; init; }
    public required Portee Portee { get; init; }

    /// <summary>« 42, 43 »; read when the scope is a territory.</summary>
    public string? Departements { get; init; }

    public int LimiteParSeconde { get; init; } = Domain.ClientApi.LimiteParDefaut;
}
