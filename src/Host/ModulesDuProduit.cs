using FaireAvec.Accompagnement;
using FaireAvec.Cartographie;
using FaireAvec.Comptes;
using FaireAvec.Kernel.Modules;
using FaireAvec.Territoires;

namespace FaireAvec.Host;

/// <summary>The list of the product's modules; nothing else names them.</summary>
internal static class ModulesDuProduit
{
    public static IReadOnlyList<IModule> Tous() => [new TerritoiresModule(), new CartographieModule(), new ComptesModule(), new AccompagnementModule()];
}
