using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Equipes;

/// <summary>Sums of the days of one or several teams.</summary>
/// <param name="Mediateurs">How many people recorded something.</param>
/// <param name="Individuels">Acts with one person.</param>
/// <param name="Ateliers">Workshops.</param>
/// <param name="Participants">People in workshops.</param>
/// <param name="Accompagnements">One for each person in each act.</param>
/// <param name="Minutes">Minutes of mediation.</param>
/// <param name="Posture">Shares of the time, when they are known.</param>
/// <param name="MinutesDePosture">The time that these shares are of.</param>
internal sealed record SommesDEquipe(int Mediateurs, int Individuels, int Ateliers, int Participants, int Accompagnements, int Minutes, Posture? Posture, int MinutesDePosture)
{
    /// <summary>Shares of the time of one person would be a mark of their work: a team has some from this many on, without who looks at them.</summary>
    public const int AuteursMin = 2;

    public static SommesDEquipe De(IReadOnlyCollection<CompteurDuJour> compteurs) => new(
        compteurs.Where(c => c.Individuels + c.Ateliers + c.Coordinations > 0).Select(c => c.Auteur).Distinct().Count(),
        compteurs.Sum(c => c.Individuels),
        compteurs.Sum(c => c.Ateliers),
        compteurs.Sum(c => c.Participants),
        compteurs.Sum(c => c.Accompagnements),
        compteurs.Sum(c => c.Minutes),
        PartsDePosture.De(compteurs.Sum(c => c.PartALaPlace), compteurs.Sum(c => c.PartAvec), compteurs.Sum(c => c.PartFaire)),
        compteurs.Sum(c => c.MinutesDePosture));
}

/// <summary>
/// What the teams of a coordinator did, without the people helped and without a line per médiateur: a coordinator looks at places and at time, not at who
/// is fastest. Each day carries the teams of its author on that day, so that a membership that ended or began counts for its own days, once.
/// </summary>
internal sealed class ActiviteDesEquipes(FaireAvecDb db)
{
    /// <summary>Counters of these teams over a period; row security keeps those that the coordinator may see.</summary>
    public async Task<IReadOnlyList<CompteurDuJour>> LireAsync(IReadOnlyCollection<Guid> equipes, DateOnly du, DateOnly au, CancellationToken annulation)
    {
        Guid[] siennes = [.. equipes];
        return await db.Set<CompteurDuJour>().AsNoTracking().Where(c => c.Jour >= du && c.Jour <= au && c.Equipes.Any(e => siennes.Contains(e))).ToListAsync(annulation);
    }

    /// <summary>The same by label of these teams, joined ones with what they became.</summary>
    public async Task<IReadOnlyList<TotalDEtiquette>> ParEtiquetteAsync(IReadOnlyCollection<Guid> equipes, DateOnly du, DateOnly au, CancellationToken annulation)
    {
        Guid[] siennes = [.. equipes];
        var connues = (await db.Database.SqlQuery<EtiquetteDEquipe>($"SELECT etiquette, retenue, nom FROM accompagnement.etiquettes_des_equipes()").ToListAsync(annulation)).ToDictionary(e => e.Etiquette);
        var compteurs = await db.Set<CompteurDEtiquette>().AsNoTracking().Where(c => c.Jour >= du && c.Jour <= au && c.Equipes.Any(e => siennes.Contains(e))).ToListAsync(annulation);
        return TotalDEtiquette.De(compteurs, id => connues.GetValueOrDefault(id)?.Retenue, id => connues[id].Nom);
    }

    private sealed record EtiquetteDEquipe(Guid Etiquette, Guid Retenue, string Nom);
}
