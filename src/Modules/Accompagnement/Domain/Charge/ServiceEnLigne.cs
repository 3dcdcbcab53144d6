namespace FaireAvec.Accompagnement.Domain.Charge;

/// <summary>An online service that people meet, public or private. Its name is a fact; nothing is said of it.</summary>
/// <param name="Code">Stable, in the database, in the API and in files.</param>
/// <param name="Libelle">The name that people know, in French.</param>
/// <param name="Famille">Code of what it is about.</param>
/// <param name="AutresNoms">What people also call it, to find it.</param>
internal sealed record ServiceEnLigne(string Code, string Libelle, string Famille, IReadOnlyList<string> AutresNoms);

/// <summary>What some services are about.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Libelle">In French.</param>
internal sealed record FamilleDeServices(string Code, string Libelle);
