using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Recherche;

internal sealed class LieuxParTerritoire(CatalogueLieux catalogue, ITerritoires territoires) : ILieuxParTerritoire
{
    public int CompterCommune(string codeInsee) => territoires.CodesInsee(codeInsee).Sum(catalogue.Index.CompterCommune);

    public int CompterDepartement(string code) => catalogue.Index.CompterDepartement(code);

    public int Compter() => catalogue.Index.Nombre;
}
