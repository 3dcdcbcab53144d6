using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>Gathers what the figures need: of one's own people for a médiateur, of one's teams without anybody for who coordinates.</summary>
internal sealed class LectureDesIndicateurs(FaireAvecDb db, Demandeur demandeur, CatalogueLivre catalogue, TimeProvider horloge)
{
    // A path that ends in the period began before.
    private const int MoisAvant = 12;
    private const int DemarchesMax = 100;

    public DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    /// <param name="mois">Length of the period, that ends today.</param>
    /// <param name="equipe">Of one's teams, instead of one's own people.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Indicateurs> LireAsync(int mois, bool equipe, CancellationToken annulation)
    {
        var (du, au) = (Aujourdhui.AddMonths(-mois), Aujourdhui);
        var donnees = equipe ? await DEquipeAsync(du, au, annulation) : await DeSoiAsync(du, au, annulation);
        return Indicateurs.De(donnees, c => catalogue.Catalogue.Lire(c)?.Poids, du, au, equipe);
    }

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
        var venues = await (
            from a in db.Set<Activite>()
            join u in db.Set<UnAccompagnement>() on a.Id equals u.Activite
            where a.Auteur == moi && a.SupprimeeLe == null && a.Jour >= du && a.Jour <= au
            select new { a.Id, a.Jour, a.Duree, u.Personne, a.Demarche, a.PartALaPlace, a.PartAvec, a.PartFaire }).ToListAsync(annulation);
        var suivies = parcours.Select(p => qui.GetValueOrDefault(p.Personne, p.Personne)).ToHashSet();
        return new()
        {
            Evaluations = positionnements.ConvertAll(p => new Evaluation(qui.GetValueOrDefault(p.Personne, p.Personne), p.SavoirFaire, p.Niveau, p.Preuve, p.Moment, p.Evaluateur, p.Jour)),
            Perdues = parcours.Where(p => p.Etat == EtatDeParcours.PerduDeVue).Select(p => qui.GetValueOrDefault(p.Personne, p.Personne)).ToHashSet(),
            Actes = await ActesAsync(db.Set<Activite>().Where(a => a.Auteur == moi), du, au, annulation),
            Venues = await MarquerAsync(venues.ConvertAll(v => new Venue(qui.GetValueOrDefault(v.Personne, v.Personne), Cle(v.Demarche), v.Jour, Posture(v.PartALaPlace, v.PartAvec, v.PartFaire))), annulation),
            Minutes = [.. venues.Where(v => suivies.Contains(qui.GetValueOrDefault(v.Personne, v.Personne))).DistinctBy(v => v.Id).Select(v => v.Duree)],
            Etats = parcours.GroupBy(p => p.Etat).ToDictionary(g => g.Key, g => g.Count()),
        };
    }

    private async Task<DonneesDesIndicateurs> DEquipeAsync(DateOnly du, DateOnly au, CancellationToken annulation)
    {
        var (moi, depuis) = (demandeur.Identite!.Compte, du.AddMonths(-MoisAvant));
        var equipes = demandeur.Identite.Equipes.ToArray();
        var lignes = await db.Database.SqlQuery<UneEvaluation>($"SELECT numero, savoir_faire AS \"SavoirFaire\", niveau, preuve, moment, jour, perdue FROM accompagnement.evaluations_des_equipes({depuis})").ToListAsync(annulation);
        var venues = await db.Database.SqlQuery<UneVenue>($"SELECT numero, demarche, jour, part_a_la_place AS \"PartALaPlace\", part_avec AS \"PartAvec\", part_faire AS \"PartFaire\" FROM accompagnement.venues_des_equipes({du})").ToListAsync(annulation);
        var etats = await db.Database.SqlQuery<UnEtat>($"SELECT etat, nombre FROM accompagnement.etats_des_parcours_des_equipes({depuis})").ToListAsync(annulation);
        return new()
        {
            Evaluations = lignes.ConvertAll(l => new Evaluation(Numero(l.Numero), l.SavoirFaire, l.Niveau, Enum.Parse<Preuve>(l.Preuve), Enum.Parse<Moment>(l.Moment), Evaluateur.Mediateur, l.Jour)),
            Perdues = lignes.Where(l => l.Perdue).Select(l => Numero(l.Numero)).ToHashSet(),
            // What a coordinator did with their own hands isn't the team's.
            Actes = await ActesAsync(db.Set<Activite>().Where(a => a.Auteur != moi && a.Equipes.Any(e => equipes.Contains(e))), du, au, annulation),
            Venues = await MarquerAsync(venues.ConvertAll(v => new Venue(Numero(v.Numero), v.Demarche ?? "", v.Jour, Posture(v.PartALaPlace, v.PartAvec, v.PartFaire))), annulation),
            Etats = etats.ToDictionary(e => Enum.Parse<EtatDeParcours>(e.Etat), e => (int)e.Nombre),
        };
    }

    // Acts that were shared alike are added up by the database; the formula alone makes the shares.
    private static async Task<IReadOnlyList<TempsDActe>> ActesAsync(IQueryable<Activite> actes, DateOnly du, DateOnly au, CancellationToken annulation)
    {
        var lignes = await (
            from a in actes
            where a.SupprimeeLe == null && a.Jour >= du && a.Jour <= au && a.Duree > 0 && (a.Type == TypeDActivite.Individuel || a.Type == TypeDActivite.Demarche || a.Type == TypeDActivite.Collectif)
            group a by new { a.PartALaPlace, a.PartAvec, a.PartFaire } into g
            select new { g.Key, Minutes = g.Sum(a => (long)a.Duree), Actes = g.Count() }).ToListAsync(annulation);
        return lignes.ConvertAll(l => new TempsDActe(l.Minutes, Posture(l.Key.PartALaPlace, l.Key.PartAvec, l.Key.PartFaire), l.Actes));
    }

    private async Task<IReadOnlyList<Venue>> MarquerAsync(List<Venue> venues, CancellationToken annulation)
    {
        var changements = await db.Set<ChangementDeDemarche>().AsNoTracking().Select(c => new { c.Demarche, c.Jour }).ToListAsync(annulation);
        return ChangementDeDemarche.Marquer(venues, changements.ToLookup(c => c.Demarche, c => c.Jour, StringComparer.Ordinal));
    }

    private static Posture? Posture(int? aLaPlace, int? avec, int? faire) => aLaPlace is { } p && avec is { } a && faire is { } f ? new(p, a, f) : null;

    internal static string Cle(string? demarche) => demarche?.Trim().ToLowerInvariant() ?? "";

    // A number of the answer, as an id: it leads to nobody.
    private static Guid Numero(long numero) => new((int)numero, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private sealed record UnId(Guid Id, Guid Personne);

    private sealed record UneEvaluation(long Numero, string SavoirFaire, int Niveau, string Preuve, string Moment, DateOnly Jour, bool Perdue);

    private sealed record UneVenue(long Numero, string? Demarche, DateOnly Jour, int? PartALaPlace, int? PartAvec, int? PartFaire);

    private sealed record UnEtat(string Etat, long Nombre);
}
