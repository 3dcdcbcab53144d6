using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>Every two minutes: counts again, whole, the months whose acts changed what they say of online services. Run twice, the second time changes nothing.</summary>
internal sealed class TenirLaCharge(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.charge";

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) => FaireAsync(services.GetRequiredService<FaireAvecDb>(), annulation);

    /// <summary>How many months were counted again.</summary>
    internal static async Task<int> FaireAsync(FaireAvecDb db, CancellationToken annulation) =>
        await db.Database.SqlQuery<int>($"""SELECT accompagnement.recompter_la_charge() AS "Value" """).SingleAsync(annulation);
}
