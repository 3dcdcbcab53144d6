using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>Every night, after the count: works out the open figures.</summary>
internal sealed class PublierLesChiffresOuverts(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.chiffres_ouverts";

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) => services.GetRequiredService<ChiffresOuverts>().CalculerAsync(annulation);
}
