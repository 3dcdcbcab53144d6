using System.Collections.Frozen;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>
/// Counts everything again from the acts, while people write, and compares with what pages show. A difference is written down, told to who runs the platform, and
/// mended: figures that were wrong once must not be wrong twice.
/// </summary>
internal sealed partial class RecompteDesCumuls(EnSysteme systeme, DerivationDesCumuls derivation, FaireAvecDb db, TimeProvider horloge, ILogger<RecompteDesCumuls> journal)
{
    /// <summary>Differences that are kept in one count: the first ones are enough to look.</summary>
    public const int EcartsMax = 200;

    private const int MoisParInstant = 50;

    public async Task<Recompte> FaireAsync(CancellationToken annulation)
    {
        var ecarts = new List<string>();
        var mois = await systeme.FaireAsync(ChiffresDActivite.Role, (_, d) => d.Set<CumulDuMois>().OrderBy(c => c.Mois).ThenBy(c => c.Departement).Select(c => new { c.Departement, c.Mois }).ToListAsync(annulation), annulation);
        foreach (var lot in mois.Chunk(MoisParInstant))
        {
            var faux = await systeme.FaireAsync(ChiffresDActivite.Role, (_, d) => ComparerAsync(d, [.. lot.Select(m => (m.Departement, m.Mois))], ecarts, annulation), annulation);
            if (faux.Count > 0)
            {
                await derivation.RefaireAsync(faux, annulation);
            }
        }

        ecarts.AddRange(await db.Database.SqlQuery<string>($"SELECT format('compteurs du jour %s : %s, %s au lieu de %s', jour, mesure, compteur, recompte) AS \"Value\" FROM accompagnement.ecarts_des_compteurs('1970-01-01', '2149-01-01') LIMIT {EcartsMax}").ToListAsync(annulation));
        ecarts.AddRange(await db.Database.SqlQuery<string>($"SELECT format('charge %s %s %s %s : %s au lieu de %s', mois, departement, service, cause, compte, recompte) AS \"Value\" FROM accompagnement.ecarts_de_la_charge() LIMIT {EcartsMax}").ToListAsync(annulation));
        var fait = new Recompte { Id = Identifiants.Nouveau(horloge), FaitLe = horloge.GetUtcNow(), Mois = mois.Count, Ecarts = [.. ecarts.Take(EcartsMax)] };
        foreach (var ecart in fait.Ecarts)
        {
            Ecart(ecart);
        }

        db.Add(fait);
        await db.SaveChangesAsync(annulation);
        return fait;
    }

    private static async Task<IReadOnlyCollection<(string, DateOnly)>> ComparerAsync(FaireAvecDb d, IReadOnlyList<(string Departement, DateOnly Mois)> lot, List<string> ecarts, CancellationToken annulation)
    {
        await ChiffresDActivite.InstantUniqueAsync(d, annulation);
        var (avantPersonnes, avantActes) = LectureDesFaits.DemandeDesMouvements(avant: true);
        var (apresPersonnes, apresActes) = LectureDesFaits.DemandeDesMouvements(avant: false);
        BlocDeFaits avant, apres;
        await using (var mouvements = ChiffresDActivite.Commandes(d, avantPersonnes, avantActes, apresPersonnes, apresActes))
        {
            await using var lecteur = await mouvements.ExecuteReaderAsync(annulation);
            avant = await LectureDesFaits.LireAsync(lecteur, annulation);
            await lecteur.NextResultAsync(annulation);
            apres = await LectureDesFaits.LireAsync(lecteur, annulation);
        }

        var faux = new List<(string, DateOnly)>();
        foreach (var (departement, mois) in lot)
        {
            var filtre = new FiltreDeFaits { Du = mois, Au = mois.AddMonths(1).AddDays(-1), Departements = FrozenSet.Create(StringComparer.Ordinal, departement) };
            var (montre, vrai) = (new Indicateurs(), new Indicateurs());
            var faits = await d.Set<CumulDuMois>().AsNoTracking().Where(c => c.Departement == departement && c.Mois == mois).Select(c => c.Faits).SingleAsync(annulation);
            Denombrement.Ajouter(montre, EcritureDeBloc.Lire(faits), filtre);
            Denombrement.Ajouter(montre, avant, filtre, -1);
            Denombrement.Ajouter(montre, apres, filtre);
            Denombrement.Ajouter(vrai, await DerivationDesCumuls.LireAsync(d, departement, mois, annulation), filtre);
            var differences = EcartsDIndicateurs.Entre(montre, vrai);
            if (differences.Count > 0)
            {
                faux.Add((departement, mois));
                ecarts.AddRange(differences.Select(e => $"{departement} {mois:yyyy-MM} : {e}"));
            }
        }

        return faux;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Figures differ from the acts: {Ecart}")]
    private partial void Ecart(string ecart);
}
