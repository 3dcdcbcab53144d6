namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>
/// Keeps the answers of the address service, so that an address is asked once: a file for the command, the database for the server. An address that
/// wasn't found is kept too.
/// </summary>
internal interface ICacheAdresses
{
    /// <summary>The answers known, by <see cref="DemandeAdresse.Cle"/>; a null answer is an address known not to be found.</summary>
    Task<IReadOnlyDictionary<string, AdresseTrouvee?>> LireAsync(IReadOnlyCollection<string> cles, CancellationToken annulation);

    /// <summary>Keeps answers.</summary>
    Task EcrireAsync(IReadOnlyCollection<KeyValuePair<string, AdresseTrouvee?>> reponses, CancellationToken annulation);
}
