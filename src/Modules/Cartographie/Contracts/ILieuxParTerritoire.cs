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

    /// <summary>
    /// Public places of every commune of today that has some, by INSEE code; arrondissements and former communes are counted in theirs.
    /// A place whose commune isn't known is in none, so that the sum may be less than <see cref="Compter"/>.
    /// </summary>
    IReadOnlyDictionary<string, int> ParCommune();
}
