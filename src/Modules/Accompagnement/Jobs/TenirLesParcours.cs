using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Jobs;

/// <summary>
/// Each night: looks for what hardly happens among the paths that moved in the week, and tells who
/// coordinates what the médiateur saw two weeks ago and didn't explain. Run twice, the second time changes nothing.
/// </summary>
internal sealed class TenirLesParcours(IServiceScopeFactory portees) : Tache(portees)
{
    public const string Nom = "accompagnement.parcours";

    private static readonly TimeSpan Fenetre = TimeSpan.FromDays(7);

    protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation) =>
        FaireAsync(services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>(), annulation);

    internal static async Task FaireAsync(FaireAvecDb db, TimeProvider horloge, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        await SignalerAsync(db, horloge, annulation);
        foreach (var signal in await db.Set<SignalDeSaisie>().Where(s => s.TransmisLe == null && s.ExpliqueLe == null && s.VuLe != null).ToListAsync(annulation))
        {
            if (VisibiliteDuSignal.PourLaCoordination(signal.VuLe, signal.ExpliqueLe, maintenant))
            {
                signal.TransmisLe = maintenant;
            }
        }

        await db.SaveChangesAsync(annulation);
    }

    private static async Task SignalerAsync(FaireAvecDb db, TimeProvider horloge, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var depuis = maintenant - Fenetre;
        var personnes = await db.Set<Positionnement>().Where(p => p.SaisiLe >= depuis).Select(p => p.Personne).Distinct().ToListAsync(annulation);
        var lignes = await db.Set<Positionnement>().AsNoTracking().Where(p => personnes.Contains(p.Personne)).ToListAsync(annulation);
        var equipes = (await db.Set<Parcours>().AsNoTracking().Where(p => personnes.Contains(p.Personne)).ToListAsync(annulation)).ToDictionary(p => p.Id, p => p.Equipes);
        var parMediateur = lignes.GroupBy(l => l.Auteur).ToDictionary(g => g.Key, g => g.SelectMany(l => equipes[l.Parcours]).Distinct().Order().ToArray());
        // What is a year old was asked, and its signal erased: it isn't found again.
        var ancien = JourDeParis.De(maintenant).AddYears(-1);
        var trouves = ProfilsImpossibles.Chercher(lignes.ConvertAll(l => new EvaluationSaisie(new(l.Personne, l.SavoirFaire, l.Niveau, l.Preuve, l.Moment, l.Evaluateur, l.Jour), l.Auteur, l.SaisiLe))).Where(t => t.Jour > ancien).ToList();
        var mediateurs = parMediateur.Keys.ToList();
        var connus = await db.Set<SignalDeSaisie>().Where(s => mediateurs.Contains(s.Mediateur)).ToListAsync(annulation);
        // What was put right is no longer a signal; what was explained stays explained.
        db.RemoveRange(connus.Where(c => c.ExpliqueLe is null && c.Personne is { } p && personnes.Contains(p) && !trouves.Contains(new(c.Nature, c.Mediateur, c.Personne, c.Jour))));
        db.AddRange(trouves.Where(t => !connus.Exists(c => (c.Nature, c.Mediateur, c.Personne, c.Jour) == (t.Nature, t.Mediateur, t.Personne, t.Jour))).Select(t => new SignalDeSaisie
        {
            Id = Identifiants.Nouveau(horloge),
            Nature = t.Nature,
            Mediateur = t.Mediateur,
            Equipes = parMediateur[t.Mediateur],
            Personne = t.Personne,
            Jour = t.Jour,
            TrouveLe = maintenant,
        }));
        await db.SaveChangesAsync(annulation);
    }
}
