using FaireAvec.Cartographie.Rapprochement;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Demarrage;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Cartographie.Sources;

/// <summary>The engine that compares places, read from <c>data/rapprochement</c> when it is first needed.</summary>
internal sealed class MoteurDeRapprochement(ITerritoires territoires, IConfiguration configuration)
{
    private readonly Lazy<Moteur> _moteur = new(() => Moteur.Charger(Preparation.DossierDonneesLivrees(configuration), territoires));

    public Moteur Moteur => _moteur.Value;
}
