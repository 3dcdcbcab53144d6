using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Statistiques;

/// <summary>Figures of a whole site, whatever its tests did: what pages show is what a recount gives.</summary>
internal static class RecompteDuSite
{
    /// <summary>Derives the months that changed: what comes next is a change of something derived.</summary>
    public static Task<int> DeriverAsync(this ApplicationDeTest site) => site.DansAsync(s => s.GetRequiredService<DerivationDesCumuls>().FaireAsync(CancellationToken.None), "systeme:taches");

    public static async Task CompteJusteAsync(this ApplicationDeTest site) =>
        Assert.Empty((await site.DansAsync(s => s.GetRequiredService<RecompteDesCumuls>().FaireAsync(CancellationToken.None), "systeme:taches")).Ecarts);
}
