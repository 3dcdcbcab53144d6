using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>Joins two follow-ups of the same person, and undoes it. Both are followed by who asks; acts of others move too, so it is done in the system context.</summary>
internal sealed class FusionsDePersonnes(FaireAvecDb db, Demandeur demandeur, EnSysteme systeme, ClesDesPersonnes cles, TimeProvider horloge)
{
    /// <param name="source">The one that goes: its id leads to the kept one.</param>
    /// <param name="cible">The kept one: its values stay.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<FusionDePersonnes>> ReunirAsync(Guid source, Guid cible, CancellationToken annulation)
    {
        if (source == cible)
        {
            return ErreursPersonnes.MemePersonne;
        }

        // Under the rights of who asks: only people whom they follow, both of them.
        if (await db.Set<PersonneAccompagnee>().CountAsync(p => (p.Id == source || p.Id == cible) && p.FusionneeDans == null && p.EffaceeLe == null, annulation) != 2)
        {
            return ErreursPersonnes.Introuvable;
        }

        return await systeme.FaireAsync(EnSysteme.Personnes, (_, d) => ReunirAsync(d, source, cible, annulation), annulation);
    }

    /// <summary>Undoes the last joining on the kept one.</summary>
    public async Task<Resultat<FusionDePersonnes>> DefaireAsync(Guid fusion, CancellationToken annulation)
    {
        if (await db.Set<FusionDePersonnes>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == fusion, annulation) is not { DefaiteLe: null } trouvee)
        {
            return ErreursPersonnes.RienADefaire;
        }

        if (await db.Set<FusionDePersonnes>().AnyAsync(f => f.Cible == trouvee.Cible && f.DefaiteLe == null && f.Id > fusion, annulation))
        {
            return ErreursPersonnes.DerniereDAbord;
        }

        return await systeme.FaireAsync(EnSysteme.Personnes, (_, d) => DefaireAsync(d, fusion, annulation), annulation);
    }

    private async Task<Resultat<FusionDePersonnes>> ReunirAsync(FaireAvecDb d, Guid source, Guid cible, CancellationToken annulation)
    {
        await VerrouillerAsync(d, source, cible, annulation);
        var (elle, autre) = (await d.Set<PersonneAccompagnee>().SingleAsync(p => p.Id == cible, annulation), await d.Set<PersonneAccompagnee>().SingleAsync(p => p.Id == source, annulation));
        if (!elle.Vivante || !autre.Vivante)
        {
            return ErreursPersonnes.DejaReunie;
        }

        var maintenant = horloge.GetUtcNow();
        var creeeLe = elle.CreeeLe;
        var remplis = elle.Completer(autre, ferme => cles.Refermer(source, cible, ferme), maintenant);
        var precedentes = await d.Set<PersonneAccompagnee>().Where(p => p.FusionneeDans == source).ToListAsync(annulation);
        foreach (var precedente in precedentes)
        {
            precedente.FusionneeDans = cible;
        }

        autre.FusionneeDans = cible;
        var plan = PlanDeFusion.Etablir(await ActesAsync(d, source, annulation), await ActesAsync(d, cible, annulation));
        await DeplacerAsync(d, plan.Deplaces, source, cible, annulation);
        await d.Set<UnAccompagnement>().Where(a => a.Personne == source && plan.Doubles.Contains(a.Activite)).ExecuteDeleteAsync(annulation);
        await CompterAsync(d, plan.Doubles, -1, annulation);
        var fusion = new FusionDePersonnes
        {
            Id = Identifiants.Nouveau(horloge),
            Source = source,
            Cible = cible,
            Par = demandeur.Identite!.Compte,
            FaiteLe = maintenant,
            Remplis = [.. remplis],
            CibleCreeeLe = creeeLe,
            ActesDeplaces = [.. plan.Deplaces],
            ActesDoubles = [.. plan.Doubles],
            Suivis = await SuivisAsync(d, source, cible, annulation),
            Objectifs = await ObjectifsAsync(d, source, cible, annulation),
            Cartes = [],
            CartesFinies = [],
            Precedentes = [.. precedentes.Select(p => p.Id)],
        };
        await CartesAsync(d, fusion, maintenant, annulation);
        d.Add(fusion);
        d.Publier(new PersonnesReunies(source, cible, maintenant));
        await d.SaveChangesAsync(annulation);
        return fusion;
    }

    private async Task<Resultat<FusionDePersonnes>> DefaireAsync(FaireAvecDb d, Guid id, CancellationToken annulation)
    {
        var fusion = await d.Set<FusionDePersonnes>().SingleAsync(f => f.Id == id, annulation);
        var (source, cible) = (fusion.Source, fusion.Cible);
        await VerrouillerAsync(d, source, cible, annulation);
        await d.Entry(fusion).ReloadAsync(annulation);
        var (elle, autre) = (await d.Set<PersonneAccompagnee>().SingleAsync(p => p.Id == cible, annulation), await d.Set<PersonneAccompagnee>().SingleAsync(p => p.Id == source, annulation));
        if (!elle.Vivante || autre.EffaceeLe is not null || !fusion.Defaire(demandeur.Identite!.Compte, horloge.GetUtcNow()))
        {
            return ErreursPersonnes.RienADefaire;
        }

        elle.Reprendre(autre, fusion.Remplis, fusion.CibleCreeeLe);
        autre.FusionneeDans = null;
        foreach (var precedente in await d.Set<PersonneAccompagnee>().Where(p => fusion.Precedentes.Contains(p.Id)).ToListAsync(annulation))
        {
            precedente.FusionneeDans = source;
        }

        var (aRetirer, aRendre) = fusion.Plan.Defaire(await ActesAsync(d, cible, annulation));
        await DeplacerAsync(d, aRetirer, cible, source, annulation);
        await RendreAsync(d, [.. aRendre.Except(aRetirer)], source, annulation);
        await CompterAsync(d, [.. aRendre.Except(aRetirer)], 1, annulation);
        await d.Set<Suivi>().Where(s => fusion.Suivis.Contains(s.Id)).ExecuteUpdateAsync(m => m.SetProperty(s => s.Personne, source), annulation);
        await d.Set<ObjectifDePersonne>().Where(o => fusion.Objectifs.Contains(o.Id)).ExecuteUpdateAsync(m => m.SetProperty(o => o.Personne, source), annulation);
        foreach (var carte in await d.Set<CarteDeParcours>().Where(c => fusion.Cartes.Contains(c.Id) || fusion.CartesFinies.Contains(c.Id)).ToListAsync(annulation))
        {
            // One that was replaced meanwhile stays void.
            if (carte.Fin == FinDeCarte.Reunie)
            {
                carte.Rouvrir();
            }

            carte.Personne = source;
        }

        d.Publier(new PersonnesSeparees(source, cible, horloge.GetUtcNow()));
        await d.SaveChangesAsync(annulation);
        return fusion;
    }

    // In the order of the ids, so that two joinings at once never wait for each other in a circle.
    private static async Task VerrouillerAsync(FaireAvecDb d, Guid une, Guid autre, CancellationToken annulation)
    {
        foreach (var personne in new[] { une, autre }.Order())
        {
            await SuiviDesPersonnes.VerrouillerAsync(d, personne, annulation);
        }
    }

    private static async Task<HashSet<Guid>> ActesAsync(FaireAvecDb d, Guid personne, CancellationToken annulation) =>
        [.. await d.Set<UnAccompagnement>().Where(a => a.Personne == personne).Select(a => a.Activite).ToListAsync(annulation)];

    private static Task DeplacerAsync(FaireAvecDb d, IReadOnlyList<Guid> actes, Guid de, Guid vers, CancellationToken annulation) => actes.Count == 0
        ? Task.CompletedTask
        : d.Set<UnAccompagnement>().Where(a => a.Personne == de && actes.Contains(a.Activite)).ExecuteUpdateAsync(m => m.SetProperty(a => a.Personne, vers), annulation);

    private static async Task RendreAsync(FaireAvecDb d, IReadOnlyList<Guid> actes, Guid personne, CancellationToken annulation)
    {
        foreach (var acte in await d.Set<Activite>().AsNoTracking().Where(a => actes.Contains(a.Id)).Select(a => new { a.Id, a.Auteur, a.Jour }).ToListAsync(annulation))
        {
            d.Add(new UnAccompagnement { Activite = acte.Id, Personne = personne, Auteur = acte.Auteur, Jour = acte.Jour });
        }
    }

    // Counted once: the act had two, it has one; the counters of the day follow by themselves.
    private static Task CompterAsync(FaireAvecDb d, IReadOnlyList<Guid> actes, int ecart, CancellationToken annulation) => actes.Count == 0
        ? Task.CompletedTask
        : d.Set<Activite>().Where(a => actes.Contains(a.Id)).ExecuteUpdateAsync(m => m.SetProperty(a => a.Suivies, a => a.Suivies + ecart), annulation);

    // A follow-up that the kept one has already stays where it is: who followed both finds one.
    private static async Task<Guid[]> SuivisAsync(FaireAvecDb d, Guid source, Guid cible, CancellationToken annulation)
    {
        Guid[] suivis = [.. await d.Set<Suivi>().Where(s => s.Personne == source && (s.Fin != null || !d.Set<Suivi>().Any(t => t.Personne == cible && t.Fin == null && t.Organisation == s.Organisation && t.Compte == s.Compte))).Select(s => s.Id).ToListAsync(annulation)];
        await d.Set<Suivi>().Where(s => suivis.Contains(s.Id)).ExecuteUpdateAsync(m => m.SetProperty(s => s.Personne, cible), annulation);
        return suivis;
    }

    private static async Task<Guid[]> ObjectifsAsync(FaireAvecDb d, Guid source, Guid cible, CancellationToken annulation)
    {
        Guid[] objectifs = [.. await d.Set<ObjectifDePersonne>().Where(o => o.Personne == source).Select(o => o.Id).ToListAsync(annulation)];
        await d.Set<ObjectifDePersonne>().Where(o => objectifs.Contains(o.Id)).ExecuteUpdateAsync(m => m.SetProperty(o => o.Personne, cible), annulation);
        return objectifs;
    }

    // The card of the kept one stays; without one, the other's goes on opening.
    private static async Task CartesAsync(FaireAvecDb d, FusionDePersonnes fusion, DateTimeOffset maintenant, CancellationToken annulation)
    {
        if (await d.Set<CarteDeParcours>().FirstOrDefaultAsync(c => c.Personne == fusion.Source && c.FinieLe == null, annulation) is not { } carte)
        {
            return;
        }

        if (await d.Set<CarteDeParcours>().AnyAsync(c => c.Personne == fusion.Cible && c.FinieLe == null, annulation))
        {
            carte.Finir(FinDeCarte.Reunie, maintenant);
            fusion.CartesFinies = [carte.Id];
        }
        else
        {
            carte.Personne = fusion.Cible;
            fusion.Cartes = [carte.Id];
        }
    }
}
