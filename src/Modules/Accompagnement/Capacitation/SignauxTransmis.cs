using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>Something of a team to look at together: never the person helped.</summary>
/// <param name="Nature">Name of a <see cref="Domain.Capacitation.NatureDeSignal"/>.</param>
/// <param name="Mediateur">Who entered it, and was told first.</param>
/// <param name="Nom">Their name.</param>
internal sealed record SignalTransmis(string Nature, Guid Mediateur, string Nom, DateOnly Jour, DateTimeOffset TransmisLe)
{
    /// <summary>Those of the teams of who coordinates, by day; none for anybody else.</summary>
    public static async Task<IReadOnlyList<SignalTransmis>> LireAsync(FaireAvecDb db, INomsDesComptes noms, CancellationToken annulation)
    {
        var lus = await db.Database.SqlQuery<UnSignal>($"SELECT nature, mediateur, jour, transmis_le AS \"TransmisLe\" FROM accompagnement.signaux_transmis()").ToListAsync(annulation);
        var signaux = new List<SignalTransmis>();
        foreach (var s in lus.OrderBy(s => s.Jour))
        {
            signaux.Add(new(s.Nature, s.Mediateur, await noms.NomAsync(s.Mediateur.ToString(), annulation) ?? "", s.Jour, s.TransmisLe));
        }

        return signaux;
    }

    private sealed record UnSignal(string Nature, Guid Mediateur, DateOnly Jour, DateTimeOffset TransmisLe);
}
