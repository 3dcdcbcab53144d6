using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Comptes;

/// <summary>A webhook was stopped, because its receiver has failed for too long or doesn't want it any more.</summary>
/// <param name="Webhook">The subscription.</param>
/// <param name="Client">The client of the API that it belongs to.</param>
/// <param name="Le">When.</param>
public sealed record WebhookDesactive(Guid Webhook, Guid Client, DateTimeOffset Le) : IEvenement;
