using FaireAvec.Cartographie;
using FaireAvec.Host.Commandes;
using FaireAvec.Kernel.Modules;
using FaireAvec.Territoires;

// The list of the product's modules; nothing else names them.
IReadOnlyList<IModule> modules = [new TerritoiresModule(), new CartographieModule()];

return await LigneDeCommande.ExecuterAsync(modules, args);
