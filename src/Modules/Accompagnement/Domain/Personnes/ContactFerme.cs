namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>A telephone number or an address, closed, with its keyed hash.</summary>
internal sealed record ContactFerme(byte[] Ferme, byte[] Empreinte);
