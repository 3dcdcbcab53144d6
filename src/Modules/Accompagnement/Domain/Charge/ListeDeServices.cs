namespace FaireAvec.Accompagnement.Domain.Charge;

/// <summary>The list of online services as it is published, with what it is.</summary>
/// <param name="Titre">What it is.</param>
/// <param name="Mention">Who keeps it, and how.</param>
/// <param name="Source">Who made it.</param>
/// <param name="Licence">Of the list.</param>
/// <param name="LicenceUrl">Its text.</param>
/// <param name="Date">Of this version.</param>
/// <param name="Version">Of the list.</param>
/// <param name="Familles">What services are about, in their order.</param>
/// <param name="Services">Each of them, by family.</param>
internal sealed record ListeDeServices(string Titre, string Mention, string Source, string Licence, string LicenceUrl, DateOnly Date, string Version, IReadOnlyList<FamilleDeServices> Familles, IReadOnlyList<ServiceEnLigne> Services);
