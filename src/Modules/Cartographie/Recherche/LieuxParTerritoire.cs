using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Recherche;

internal sealed class LieuxParTerritoire(CatalogueLieux catalogue, ITerritoires territoires) : ILieuxParTerritoire
{
    private Releve? _releve;

    public int CompterCommune(string codeInsee) => territoires.CodesInsee(codeInsee).Sum(catalogue.Index.CompterCommune);

    public int CompterDepartement(string code) => catalogue.Index.CompterDepartement(code);

    public int Compter() => catalogue.Index.Nombre;

    public IReadOnlyDictionary<string, int> ParCommune()
    {
        var index = catalogue.Index;
        var releve = Volatile.Read(ref _releve);
        if (releve?.Index != index)
        {
            Volatile.Write(ref _releve, releve = new Releve(index, Relever(index)));
        }

        return releve.Communes;
    }

    private Dictionary<string, int> Relever(IndexLieux index)
    {
        var communes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, nombre) in index.ParCommune)
        {
            if (territoires.Commune(code) is { } commune)
            {
                var mere = commune.CommuneMere ?? commune.CodeInsee;
                communes[mere] = communes.GetValueOrDefault(mere) + nombre;
            }
        }

        return communes;
    }

    /// <summary>Counted once for each index.</summary>
    private sealed record Releve(IndexLieux Index, IReadOnlyDictionary<string, int> Communes);
}
