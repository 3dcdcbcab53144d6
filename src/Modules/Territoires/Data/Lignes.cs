namespace FaireAvec.Territoires.Data;

// The territories again, as tables, for the queries that join them. They are filled from the shipped files and read-only for everybody else:
// the reference is the files, read in memory by ITerritoires.

internal sealed class CommuneLigne
{
    public required string CodeInsee { get; init; }
    public required string Nom { get; init; }

    /// <summary>Comparable form of the name, for searches inside the database.</summary>
    public required string NomNormalise { get; init; }

    /// <summary>For an arrondissement, the code of its commune.</summary>
    public string? CommuneMere { get; init; }
    public required string Departement { get; init; }
    public required string Region { get; init; }
    public string? Epci { get; init; }
    public required string[] CodesPostaux { get; init; }
    public int? Population { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
}

internal sealed class EpciLigne
{
    public required string Code { get; init; }
    public required string Nom { get; init; }
    public required string Type { get; init; }
    public int? Population { get; init; }
}

internal sealed class DepartementLigne
{
    public required string Code { get; init; }
    public required string Nom { get; init; }
    public required string Region { get; init; }
    public required string ChefLieu { get; init; }
    public required string Zone { get; init; }
    public required string[] Voisins { get; init; }
}

internal sealed class RegionLigne
{
    public required string Code { get; init; }
    public required string Nom { get; init; }
    public required string ChefLieu { get; init; }
    public required string Zone { get; init; }
}

internal sealed class CodePostalLigne
{
    public required string CodePostal { get; init; }
    public required string CodeInsee { get; init; }

    /// <summary>Year of the list that has this pair.</summary>
    public int Millesime { get; init; }
}

/// <summary>A code that is no longer in force, and the commune of today.</summary>
internal sealed class AncienneCommuneLigne
{
    public required string AncienCode { get; init; }
    public required string CodeInsee { get; init; }
    public string? Nom { get; init; }
}

/// <summary>Which version of the files the tables hold.</summary>
internal sealed class ChargementLigne
{
    public required string Jeu { get; init; }
    public required string Empreinte { get; init; }
    public DateTimeOffset ChargeLe { get; init; }
}
