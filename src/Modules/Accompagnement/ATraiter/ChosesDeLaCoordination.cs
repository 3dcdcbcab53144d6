using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.ATraiter;
using FaireAvec.Accompagnement.Mentorats;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.ATraiter;

/// <summary>Who, in the teams of a coordinator, may need a call: nothing recorded for a month, no mentor, no meeting, an entry to look at together. Neither a count nor an order; nobody who was helped.</summary>
internal sealed class ChosesDeLaCoordination(FaireAvecDb db, MentoratsDesEquipes mentorats, INomsDesComptes noms) : IChosesATraiter
{
    public async Task<IReadOnlyList<ChoseATraiter>> ListerAsync(Identite qui, DateOnly aujourdhui, CancellationToken annulation)
    {
        if (!qui.Roles.Contains(Role.Coordinateur) || qui.Equipes.Count == 0)
        {
            return [];
        }

        var membres = await mentorats.MembresAsync(annulation);
        Guid[] comptes = [.. membres.Select(m => m.Compte)];
        var derniers = await db.Set<CompteurDuJour>().Where(c => comptes.Contains(c.Auteur) && c.Individuels + c.Ateliers + c.Coordinations > 0).GroupBy(c => c.Auteur).Select(g => new { g.Key, Jour = g.Max(c => c.Jour) }).ToDictionaryAsync(g => g.Key, g => g.Jour, annulation);
        var choses = new List<ChoseATraiter>();
        foreach (var m in membres)
        {
            if (SansActiviteNotee.Depuis(m.Depuis, derniers.TryGetValue(m.Compte, out var dernier) ? dernier : null, aujourdhui, SansActiviteNotee.Jours) is { } depuis)
            {
                choses.Add(new ChoseATraiter($"accompagnement.sans_activite:{m.Compte}", MotsDuReseau.T("ATraiter.Equipe.SansActivite", m.Nom), MotsDuReseau.T("ATraiter.Equipe.SansActivite.Pourquoi"), depuis, LiensDuReseau.MentoratDeLEquipe, MotsDuReseau.T("ATraiter.Equipe.SansActivite.Geste")));
            }
        }

        choses.AddRange((await mentorats.IsolesAsync(annulation)).Select(i => new ChoseATraiter(
            $"accompagnement.isolement:{i.Compte}:{i.Isolement.Motif}", MotsDuReseau.T($"ATraiter.Equipe.{i.Isolement.Motif}", i.Nom), MotsDuReseau.T($"ATraiter.Equipe.{i.Isolement.Motif}.Pourquoi"),
            i.Isolement.Depuis, LiensDuReseau.MentoratDeLEquipe, MotsDuReseau.T($"ATraiter.Equipe.{i.Isolement.Motif}.Geste"))));
        choses.AddRange((await SignalTransmis.LireAsync(db, noms, annulation)).Select(s => new ChoseATraiter(
            $"accompagnement.signal:{s.Mediateur}:{s.Nature}:{s.Jour:yyyy-MM-dd}", MotsDuReseau.T("ATraiter.Equipe.Signal", s.Nom, MotsCapacitation.T($"Signal.Nature.{s.Nature}")), MotsCapacitation.T("Signal.Transmis.Texte"),
            JourDeParis.De(s.TransmisLe), $"{LiensCapacitation.Capacitation}#transmis", MotsDuReseau.T("ATraiter.Equipe.Signal.Geste"))));
        return choses;
    }
}
