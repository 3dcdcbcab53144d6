using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>Which places can receive a need now: the map says where and when, their organisations say for what and how many.</summary>
internal sealed class ReceveursPossibles(FaireAvecDb db, ILieuxQuiPeuventRecevoir lieux, TimeProvider horloge)
{
    /// <summary>Places to choose from: more wouldn't be read in two minutes.</summary>
    public const int Max = 8;

    // Those that can't receive are left out after: more are looked at.
    private const int Regardes = 30;

    private static readonly double[] Rayons = [10, 30, 80];

    /// <summary>
    /// Around a point. First those that can receive; among them those that provide for what is asked, then those open now, then the nearest: the distance
    /// breaks ties within ten kilometres, since a place open at five minutes is better than one closed at three.
    /// </summary>
    public async Task<IReadOnlyList<LieuPropose>> AutourAsync(string code, double latitude, double longitude, Guid organisation, IReadOnlyCollection<string> amenagements, string? langue, bool interprete, CancellationToken annulation)
    {
        if (BesoinsDOrientation.De(code) is not { SurLaCarte: true } besoin)
        {
            return [];
        }

        var trouves = new List<LieuQuiRecoit>();
        foreach (var rayon in Rayons)
        {
            var demande = new DemandeDAccueil(latitude, longitude, horloge.GetUtcNow()) { Services = besoin.Services, Dispositifs = besoin.Services.Count > 0 ? [] : besoin.Dispositifs, RayonKm = rayon, Limite = Regardes };
            trouves = [.. lieux.Chercher(demande)];
            if (trouves.Count >= Max)
            {
                break;
            }
        }

        var ids = trouves.ConvertAll(l => l.Lieu.Id);
        var declares = await db.Set<Receveur>().AsNoTracking().Where(r => ids.Contains(r.Lieu)).ToDictionaryAsync(r => r.Lieu, StringComparer.Ordinal, annulation);
        var proposes = new List<LieuPropose>();
        foreach (var lieu in trouves)
        {
            var receveur = declares.GetValueOrDefault(lieu.Lieu.Id);
            var libres = receveur is { ParSemaine: not null } ? receveur.Libres(await EnvoyeesAsync(lieu.Lieu.Id, annulation)) : null;
            proposes.Add(new LieuPropose(lieu, receveur, Regarder(besoin, lieu, receveur, libres, organisation), Convient(lieu, receveur, amenagements, langue, interprete)));
        }

        return [.. proposes.Where(p => p.PeutRecevoir).OrderByDescending(p => p.Convient).ThenBy(p => Math.Floor((p.Lieu.DistanceM ?? double.MaxValue) / 10_000)).ThenBy(p => p.Lieu.Ouvert == true ? 0 : 1).ThenBy(p => p.Lieu.DistanceM).Take(Max)];
    }

    /// <summary>One place, seen now.</summary>
    public async Task<(LieuQuiRecoit? Lieu, Receveur? Receveur, ReceveurVu Vu)> VoirAsync(string code, string? id, Guid organisation, CancellationToken annulation)
    {
        if (BesoinsDOrientation.De(code) is not { } besoin || lieux.Trouver(id, horloge.GetUtcNow()) is not { } lieu)
        {
            return (null, null, new ReceveurVu(Existe: false, Competent: false, Suspendu: false, Libres: null));
        }

        var receveur = await db.Set<Receveur>().AsNoTracking().SingleOrDefaultAsync(r => r.Lieu == lieu.Lieu.Id, annulation);
        var libres = receveur is { ParSemaine: not null } ? receveur.Libres(await EnvoyeesAsync(lieu.Lieu.Id, annulation)) : null;
        return (lieu, receveur, Regarder(besoin, lieu, receveur, libres, organisation));
    }

    /// <summary>One sending at a time for a place: two can't take its last seat. Until the end of the transaction.</summary>
    public static Task VerrouillerAsync(FaireAvecDb db, string lieu, CancellationToken annulation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({lieu}, 7))", annulation);

    /// <summary>The trade that a place of the map stands for, when its organisation didn't say.</summary>
    public static Metier MetierDe(BesoinDOrientation besoin, LieuQuiRecoit lieu, Receveur? receveur) =>
        receveur?.Metier ?? (besoin.Metiers.Contains(Metier.FranceServices) && lieu.Dispositifs.Contains("France Services", StringComparer.Ordinal) ? Metier.FranceServices : Metier.MediationNumerique);

    private Task<int> EnvoyeesAsync(string lieu, CancellationToken annulation)
    {
        var jour = JourDeParis.De(horloge.GetUtcNow());
        // The week begins on Monday, in Paris.
        var lundi = JourDeParis.Debut(jour.AddDays(-(((int)jour.DayOfWeek + 6) % 7)));
        return db.Database.SqlQuery<int>($"SELECT accompagnement.envoyees_depuis({lieu}, {lundi}) AS \"Value\"").SingleAsync(annulation);
    }

    private ReceveurVu Regarder(BesoinDOrientation besoin, LieuQuiRecoit lieu, Receveur? receveur, int? libres, Guid organisation)
    {
        var competent = receveur is null
            ? besoin.Services.Any(s => lieu.Services.Contains(s, StringComparer.Ordinal)) || besoin.Dispositifs.Any(d => lieu.Dispositifs.Contains(d, StringComparer.Ordinal))
            : receveur.Besoins.Contains(besoin.Code, StringComparer.Ordinal);
        return new ReceveurVu(Existe: true, competent, receveur?.Suspendu(JourDeParis.De(horloge.GetUtcNow())) == true, libres, receveur?.Organisation == organisation);
    }

    private static int Convient(LieuQuiRecoit lieu, Receveur? receveur, IReadOnlyCollection<string> amenagements, string? langue, bool interprete) =>
        amenagements.Count(a => receveur?.Amenagements.Contains(a, StringComparer.Ordinal) == true || (CodesDOrientation.LibelleDAmenagement(a) is { } libelle && lieu.PrisesEnCharge.Contains(libelle, StringComparer.Ordinal)))
        + (langue is not null && receveur?.Langues.Contains(langue, StringComparer.Ordinal) == true ? 1 : 0)
        + (interprete && receveur?.Interprete == true ? 1 : 0);
}
