namespace FaireAvec.Cartographie.Sources;

/// <summary>What the producer's server gave.</summary>
/// <param name="Contenu">The file, in a temporary file that is deleted when it is closed; null when the server says that it hasn't changed.</param>
/// <param name="Etag">Header ETag.</param>
/// <param name="ModifieLe">Header Last-Modified, as written.</param>
internal sealed record FichierRecupere(FileStream? Contenu, string? Etag, string? ModifieLe);
