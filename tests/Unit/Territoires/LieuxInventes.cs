using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Tests.Unit.Territoires;

/// <summary>Places only in the communes that the test names.</summary>
internal sealed class LieuxInventes(params (string Commune, int Lieux)[] communes) : ILieuxParTerritoire
{
    private readonly Dictionary<string, int> _communes = communes.ToDictionary(c => c.Commune, c => c.Lieux);

    public int CompterCommune(string codeInsee) => _communes.GetValueOrDefault(codeInsee);

    public int CompterDepartement(string code) => _communes.Where(c => Donnees.Territoires.DepartementDeInsee(c.Key) == code).Sum(c => c.Value);

    public int Compter() => _communes.Values.Sum();

    public IReadOnlyDictionary<string, int> ParCommune() => _communes;
}
