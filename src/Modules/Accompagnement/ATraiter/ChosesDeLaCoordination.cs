using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.ATraiter;
using FaireAvec.Accompagnement.Mentorats;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.ATraiter;

/// <summary>Who, in the teams of a coordinator, may need a call: nothing recorded for a month, no mentor, no meeting. Neither a count nor an order; nobody who was helped.</summary>
internal sealed class ChosesDeLaCoordination(FaireAvecDb db, MentoratsDesEquipes mentorats) : IChosesATraiter
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
        return choses;
    }
}
