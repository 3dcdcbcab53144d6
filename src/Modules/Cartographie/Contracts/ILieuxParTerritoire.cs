namespace FaireAvec.Contracts.Cartographie;

/// <summary>How many public places a territory has. In memory, immediate.</summary>
public interface ILieuxParTerritoire
{
    /// <summary>Public places of a commune, its arrondissements and former communes included.</summary>
    int CompterCommune(string codeInsee);

    /// <summary>Public places of a département.</summary>
    int CompterDepartement(string code);

    /// <summary>All public places.</summary>
    int Compter();
}
