using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Cartographie.NosLieux;

/// <summary>« À traiter » of who manages an organisation: its places that nobody confirmed for six months, in one line.</summary>
internal sealed class ChosesDesLieux(LieuxDeLOrganisation lieux, TableDesDroits table) : IChosesATraiter
{
    public async Task<IReadOnlyList<ChoseATraiter>> ListerAsync(Identite qui, DateOnly aujourdhui, CancellationToken annulation)
    {
        if (qui.Organisation is not { } organisation || !table.Permet(qui, DroitsDesLieux.TenirNosLieux))
        {
            return [];
        }

        var aConfirmer = (await lieux.ListerAsync(annulation)).Where(l => l.AConfirmer).ToList();
        if (aConfirmer.Count == 0)
        {
            return [];
        }

        // Put off until the next half-year at most: the key changes with the quarter.
        var depuis = aConfirmer.Min(l => l.VerifieLe) is { } v ? DateOnly.FromDateTime(v.UtcDateTime).AddMonths(LieuxDeLOrganisation.MoisDeFraicheur) : aujourdhui;
        return [new($"cartographie.nos_lieux:{organisation}:{aujourdhui.Year}-{((aujourdhui.Month - 1) / 3) + 1}", MotsDonnees.N("Nos.ATraiter", aConfirmer.Count), MotsDonnees.T("Nos.ATraiter.Pourquoi"), depuis > aujourdhui ? aujourdhui : depuis, LiensDonnees.NosLieux, MotsDonnees.T("Nos.ATraiter.Geste"))];
    }
}
