namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>What a server gave.</summary>
/// <param name="Contenu">At most the size that is read; null when nothing changed.</param>
/// <param name="Etag">What it says of this version.</param>
internal sealed record CalendrierRecupere(byte[]? Contenu, string? Etag);
