using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>How present a public is, beside its share in the territory.</summary>
/// <param name="Part">What it is compared with, with its source.</param>
/// <param name="Portee">Null when it is hidden.</param>
/// <param name="NonSus">People reached of whom it isn't known; null when it is hidden.</param>
internal sealed record PorteeDUnPublic(PartDePublic Part, PorteePrioritaire? Portee, int? NonSus);

/// <summary>What a gain costs, for a team and a period.</summary>
/// <param name="Cout">What was said.</param>
/// <param name="Equipe">Name of the team.</param>
/// <param name="Lignes">By starting level; empty while the cost isn't full.</param>
/// <param name="Effectifs">People with a gain, in the order of <paramref name="Lignes"/>.</param>
internal sealed record CoutDuneEquipe(CoutDePeriode Cout, string Equipe, IReadOnlyList<CoutParGain> Lignes, ListeMasquee Effectifs);

/// <summary>Gathers what the figures need: of one's own people for a médiateur, of one's teams without anybody for who coordinates.</summary>
internal sealed class LectureDesIndicateurs(FaireAvecDb db, Demandeur demandeur, CatalogueLivre catalogue, Reperes reperes, IEquipes nomsDesEquipes, TimeProvider horloge)
{
    // The latest of each team: the older ones are in the journal and on their own page.
    private const int CoutsMax = 3;

    // A path that ends in the period began before.
    private const int MoisAvant = 12;
    private const int DemarchesMax = 100;

    public DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    /// <param name="mois">Length of the period, that ends today, or with the last month for a team.</param>
    /// <param name="equipe">Of one's teams, instead of one's own people.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Indicateurs> LireAsync(int mois, bool equipe, CancellationToken annulation)
    {
        var (du, au) = equipe ? FenetreDEquipe.De(Aujourdhui, mois) : (Aujourdhui.AddMonths(-mois), Aujourdhui);
        var donnees = equipe ? await DEquipeAsync(du, au, annulation) : await DeSoiAsync(du, au, annulation);
        return Indicateurs.De(donnees, Poids, du, au, equipe);
    }

    /// <summary>Each share that was said, beside who was reached. Of one's own acts, or of each of one's teams without one's own.</summary>
    public async Task<IReadOnlyList<PorteeDUnPublic>> PorteesAsync(DateOnly du, DateOnly au, bool equipe, CancellationToken annulation)
    {
        var portees = new List<PorteeDUnPublic>();
        foreach (var une in equipe ? [.. reperes.Equipes.Cast<Guid?>()] : (Guid?[])[null])
        {
            var parts = await reperes.PartsAsync(une, annulation);
            var publics = parts.Count == 0 ? [] : await PublicsAsync(du, au, equipe, une, annulation);
            foreach (var part in parts)
            {
                var prioritaire = PublicsPrioritaires.Lire(part.Public)!;
                var (touches, nonSus) = prioritaire.Parmi(publics);
                var petite = equipe && touches.Effectif > 0 && (!touches.Publiable || !prioritaire.Montrable(publics));
                // What isn't known is hidden with what is too small: the two would be subtracted from all those who came.
                portees.Add(new(part, petite ? null : new(touches, part.Part), petite || (equipe && ListeMasquee.Petit(nonSus)) ? null : nonSus));
            }
        }

        return portees;
    }

    /// <summary>What a gain costs in each of one's teams, for the last period whose cost was said.</summary>
    public async Task<IReadOnlyList<CoutDuneEquipe>> CoutsAsync(CancellationToken annulation)
    {
        var derniers = (await reperes.CoutsAsync(annulation)).DistinctBy(c => c.Equipe).Take(CoutsMax).ToList();
        var noms = (await nomsDesEquipes.NomsAsync([.. derniers.Select(c => c.Equipe)], annulation)).ToDictionary(e => e.Id, e => e.Nom);
        var couts = new List<CoutDuneEquipe>();
        foreach (var cout in derniers)
        {
            IReadOnlyList<CoutParGain> lignes = cout.Complet is { } complet
                ? CoutParGain.ParNiveauDeDepart(complet, Indicateurs.Parts(await ApprentissagesAsync(cout.Du, cout.Au, cout.Equipe, annulation), Poids, cout.Du, cout.Au))
                : [];
            couts.Add(new(cout, noms.GetValueOrDefault(cout.Equipe, ""), lignes, ListeMasquee.De([.. lignes.Select(l => l.Effectif)])));
        }

        return couts;
    }

    private int? Poids(string code) => catalogue.Catalogue.Lire(code)?.Poids;

    /// <summary>Démarches of one's own acts, by how often they are practised.</summary>
    public async Task<IReadOnlyList<string>> DemarchesAsync(CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        var lues = await db.Set<Activite>().Where(a => a.Auteur == moi && a.SupprimeeLe == null && a.Demarche != null)
            .GroupBy(a => a.Demarche!).Select(g => new { g.Key, Nombre = g.Count() }).OrderByDescending(g => g.Nombre).Take(DemarchesMax).ToListAsync(annulation);
        return [.. lues.GroupBy(l => Cle(l.Key), StringComparer.Ordinal).Where(g => g.Key.Length > 0).OrderByDescending(g => g.Sum(l => l.Nombre)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
    }

    private async Task<DonneesDesIndicateurs> DeSoiAsync(DateOnly du, DateOnly au, CancellationToken annulation)
    {
        var (moi, depuis) = (demandeur.Identite!.Compte, du.AddMonths(-MoisAvant));
        // Under row security: only people whom one follows today. Those that turned out to be somebody are counted as that one.
        var qui = (await db.Database.SqlQuery<UnId>($"SELECT id, personne FROM accompagnement.ids_de_mes_personnes()").ToListAsync(annulation)).GroupBy(i => i.Id).ToDictionary(g => g.Key, g => g.First().Personne);
        var parcours = await db.Set<Parcours>().AsNoTracking().Where(p => p.OuvertLe >= depuis).ToListAsync(annulation);
        var ids = parcours.ConvertAll(p => p.Id);
        var positionnements = await db.Set<Positionnement>().AsNoTracking().Where(p => ids.Contains(p.Parcours)).ToListAsync(annulation);
        // Only people who agree to be followed by who looks: who took their agreement back isn't in « qui ».
        var venues = (await (
            from a in db.Set<Activite>()
            join u in db.Set<UnAccompagnement>() on a.Id equals u.Activite
            where a.Auteur == moi && a.SupprimeeLe == null && a.Jour >= depuis && a.Jour <= au
            select new { a.Id, a.Jour, a.Duree, u.Personne, a.Demarche, a.PartALaPlace, a.PartAvec, a.PartFaire }).ToListAsync(annulation)).FindAll(v => qui.ContainsKey(v.Personne));
        var suivies = parcours.Select(p => qui.GetValueOrDefault(p.Personne, p.Personne)).ToHashSet();
        var perdues = parcours.Where(p => p.Etat == EtatDeParcours.PerduDeVue).Select(p => qui.GetValueOrDefault(p.Personne, p.Personne)).ToHashSet();
        var ages = (await db.Set<PersonneAccompagnee>().AsNoTracking().Select(p => new { p.Id, p.AnneeDeNaissance, p.Age }).ToListAsync(annulation)).ToDictionary(p => p.Id, p => AgeConnu(AgeDeLaPersonne.Tranche(p.AnneeDeNaissance, p.Age, au)));
        return new()
        {
            Evaluations = positionnements.ConvertAll(p => new Evaluation(qui.GetValueOrDefault(p.Personne, p.Personne), p.SavoirFaire, p.Niveau, p.Preuve, p.Moment, p.Evaluateur, p.Jour)),
            Perdues = perdues,
            // The last path says in what they learn. The time of each one is shared out in a team's cost only.
            Profils = parcours.OrderByDescending(p => p.OuvertLe).ThenByDescending(p => p.Id).GroupBy(p => qui.GetValueOrDefault(p.Personne, p.Personne))
                .ToDictionary(g => g.Key, g => new ProfilDePersonne(g.First().Configuration?.ToString(), ages.GetValueOrDefault(g.Key), g.First().Langue, 0, moi.ToString())),
            Actes = await ActesAsync(db.Set<Activite>().Where(a => a.Auteur == moi), du, au, annulation),
            Venues = await MarquerAsync(venues.ConvertAll(v => new Venue(qui[v.Personne], Cle(v.Demarche), v.Jour, Posture(v.PartALaPlace, v.PartAvec, v.PartFaire), Perdue: perdues.Contains(qui[v.Personne]))), annulation),
            Publics = await PublicsAsync(du, au, false, null, annulation),
            Minutes = [.. venues.Where(v => v.Jour >= du && suivies.Contains(qui[v.Personne])).DistinctBy(v => v.Id).Select(v => v.Duree)],
            Etats = parcours.GroupBy(p => p.Etat).ToDictionary(g => g.Key, g => g.Count()),
        };
    }

    private async Task<DonneesDesIndicateurs> DEquipeAsync(DateOnly du, DateOnly au, CancellationToken annulation)
    {
        var (moi, depuis) = (demandeur.Identite!.Compte, du.AddMonths(-MoisAvant));
        var equipes = demandeur.Identite.Equipes.ToArray();
        var appris = await ApprentissagesAsync(du, au, null, annulation);
        var venues = await db.Database.SqlQuery<UneVenue>($"SELECT numero, demarche, jour, part_a_la_place AS \"PartALaPlace\", part_avec AS \"PartAvec\", part_faire AS \"PartFaire\", perdue FROM accompagnement.venues_des_equipes({depuis})").ToListAsync(annulation);
        // What a coordinator did with their own hands isn't the team's.
        var actes = db.Set<Activite>().Where(a => a.Auteur != moi && a.Equipes.Any(e => equipes.Contains(e)));
        var etats = await db.Database.SqlQuery<UnEtat>($"SELECT etat, nombre FROM accompagnement.etats_des_parcours_des_equipes({depuis})").ToListAsync(annulation);
        return new()
        {
            Evaluations = appris.Evaluations,
            Perdues = appris.Perdues,
            Profils = appris.Profils,
            Actes = await ActesAsync(actes, du, au, annulation),
            Auteurs = await DeMediation(actes, du, au).Where(a => a.PartAvec != null).Select(a => a.Auteur).Distinct().CountAsync(annulation),
            Venues = await MarquerAsync(venues.ConvertAll(v => new Venue(Numero(v.Numero), v.Demarche ?? "", v.Jour, Posture(v.PartALaPlace, v.PartAvec, v.PartFaire), Perdue: v.Perdue)), annulation),
            Publics = await PublicsAsync(du, au, true, null, annulation),
            Etats = etats.ToDictionary(e => Enum.Parse<EtatDeParcours>(e.Etat), e => (int)e.Nombre),
        };
    }

    // What the people of a team learned, without anybody: all that a cost needs.
    private async Task<Apprentissages> ApprentissagesAsync(DateOnly du, DateOnly au, Guid? equipe, CancellationToken annulation)
    {
        var depuis = du.AddMonths(-MoisAvant);
        var lignes = await db.Database.SqlQuery<UneEvaluation>($"SELECT numero, savoir_faire AS \"SavoirFaire\", niveau, preuve, moment, jour, perdue, minutes, age, langue, motif, mediateur FROM accompagnement.evaluations_des_equipes({depuis}, {du}, {au}, {equipe})").ToListAsync(annulation);
        return new(
            lignes.ConvertAll(l => new Evaluation(Numero(l.Numero), l.SavoirFaire, l.Niveau, Enum.Parse<Preuve>(l.Preuve), Enum.Parse<Moment>(l.Moment), Evaluateur.Mediateur, l.Jour)),
            lignes.Where(l => l.Perdue).Select(l => Numero(l.Numero)).ToHashSet(),
            lignes.OrderByDescending(l => l.Jour).ThenBy(l => l.Motif, StringComparer.Ordinal).GroupBy(l => Numero(l.Numero))
                .ToDictionary(g => g.Key, g => new ProfilDePersonne(g.First().Motif, g.First().Age, g.First().Langue, g.First().Minutes, g.First().Mediateur.ToString(CultureInfo.InvariantCulture))));
    }

    private static IQueryable<Activite> DeMediation(IQueryable<Activite> actes, DateOnly du, DateOnly au) =>
        actes.Where(a => a.SupprimeeLe == null && a.Jour >= du && a.Jour <= au && a.Duree > 0 && (a.Type == TypeDActivite.Individuel || a.Type == TypeDActivite.Demarche || a.Type == TypeDActivite.Collectif));

    // Acts that were shared alike are added up by the database; the formula alone makes the shares.
    private static async Task<IReadOnlyList<TempsDActe>> ActesAsync(IQueryable<Activite> actes, DateOnly du, DateOnly au, CancellationToken annulation)
    {
        var lignes = await (
            from a in DeMediation(actes, du, au)
            group a by new { a.PartALaPlace, a.PartAvec, a.PartFaire } into g
            select new { g.Key, Minutes = g.Sum(a => (long)a.Duree), Actes = g.Count() }).ToListAsync(annulation);
        return lignes.ConvertAll(l => new TempsDActe(l.Minutes, Posture(l.Key.PartALaPlace, l.Key.PartAvec, l.Key.PartFaire), l.Actes));
    }

    private async Task<IReadOnlyList<CompteDePublic>> PublicsAsync(DateOnly du, DateOnly au, bool equipes, Guid? equipe, CancellationToken annulation) =>
        [.. (await db.Database.SqlQuery<UnPublic>($"SELECT liste, code, nombre FROM accompagnement.publics_touches({du}, {au}, {equipes}, {equipe})").ToListAsync(annulation)).Select(p => new CompteDePublic(p.Liste, p.Code, p.Nombre))];

    private async Task<IReadOnlyList<Venue>> MarquerAsync(List<Venue> venues, CancellationToken annulation)
    {
        var changements = await db.Set<ChangementDeDemarche>().AsNoTracking().Select(c => new { c.Demarche, c.Jour }).ToListAsync(annulation);
        return ChangementDeDemarche.Marquer(venues, changements.ToLookup(c => c.Demarche, c => c.Jour, StringComparer.Ordinal));
    }

    private static Posture? Posture(int? aLaPlace, int? avec, int? faire) => aLaPlace is { } p && avec is { } a && faire is { } f ? new(p, a, f) : null;

    private static string? AgeConnu(string? tranche) => tranche == Listes.NonCommunique ? null : tranche;

    internal static string Cle(string? demarche) => demarche?.Trim().ToLowerInvariant() ?? "";

    // A number of the answer, as an id: it leads to nobody.
    private static Guid Numero(long numero) => new((int)numero, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private sealed record UnId(Guid Id, Guid Personne);

    private sealed record UneEvaluation(long Numero, string SavoirFaire, int Niveau, string Preuve, string Moment, DateOnly Jour, bool Perdue, int Minutes, string? Age, string? Langue, string? Motif, long Mediateur);

    private sealed record UneVenue(long Numero, string? Demarche, DateOnly Jour, int? PartALaPlace, int? PartAvec, int? PartFaire, bool Perdue);

    private sealed record UnPublic(string Liste, string Code, int Nombre);

    private sealed record UnEtat(string Etat, long Nombre);
}
