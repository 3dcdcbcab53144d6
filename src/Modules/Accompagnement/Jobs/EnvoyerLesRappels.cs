using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>Every five minutes: the reminders that are due.</summary>
internal sealed class EnvoyerLesRappels(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.rappels";

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) => services.GetRequiredService<EnvoiDeRappels>().FaireAsync(annulation);
}
