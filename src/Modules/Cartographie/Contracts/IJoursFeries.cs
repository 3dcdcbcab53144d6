namespace FaireAvec.Contracts.Cartographie;

/// <summary>French public holidays, overseas and Alsace-Moselle included. In memory, immediate.</summary>
public interface IJoursFeries
{
    /// <summary>The name of the holiday of this day in this département, or null when it is an ordinary one. An unknown département has the national ones.</summary>
    string? Nom(DateOnly jour, string? departement);
}
