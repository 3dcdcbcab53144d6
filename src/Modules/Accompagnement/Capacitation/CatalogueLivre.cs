using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Demarrage;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>The savoir-faire shipped in <c>data/capacitation</c>, read once.</summary>
internal sealed class CatalogueLivre(IConfiguration configuration)
{
    private readonly Lazy<CatalogueDeSavoirFaire> _catalogue = new(() =>
    {
        using var flux = File.OpenRead(Path.Combine(Preparation.DossierDonneesLivrees(configuration), "capacitation", "savoir-faire.json"));
        return CatalogueDeSavoirFaire.De(flux);
    });

    public CatalogueDeSavoirFaire Catalogue => _catalogue.Value;
}
