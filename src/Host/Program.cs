using FaireAvec.Host;
using FaireAvec.Host.Commandes;

return await LigneDeCommande.ExecuterAsync(ModulesDuProduit.Tous(), args);
