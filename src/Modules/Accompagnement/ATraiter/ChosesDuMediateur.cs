using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.ATraiter;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Accompagnement.Mentorats;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.ATraiter;

/// <summary>What a médiateur has to do: finish, write, complete, call back, ask for news. And what concerns themselves, said to them before anybody else.</summary>
internal sealed class ChosesDuMediateur(
    FaireAvecDb db, Brouillons brouillons, Modeles modeles, AppellationsDesPersonnes appellations, MentoratsDesEquipes mentorats, TimeProvider horloge) : IChosesATraiter
{
    private const int ParSorte = 100;

    private static readonly Role[] Roles = [Role.Mediateur, Role.ConseillerNumerique, Role.Coordinateur];

    public async Task<IReadOnlyList<ChoseATraiter>> ListerAsync(Identite qui, DateOnly aujourdhui, CancellationToken annulation)
    {
        if (!qui.Roles.Any(Roles.Contains))
        {
            return [];
        }

        var choses = new List<ChoseATraiter>();
        choses.AddRange(await BrouillonsAsync(qui.Compte, annulation));
        choses.AddRange(await AteliersAsync(qui.Compte, aujourdhui, annulation));
        choses.AddRange(await ActesAsync(qui.Compte, aujourdhui, annulation));
        choses.AddRange(await RappelsAsync(qui.Compte, aujourdhui, annulation));
        if (qui.Roles.Contains(Role.Mediateur) || qui.Roles.Contains(Role.ConseillerNumerique))
        {
            choses.AddRange(await SuivisAsync(aujourdhui, annulation));
            choses.AddRange(await MoiMemeAsync(qui.Compte, aujourdhui, annulation));
        }

        return choses;
    }

    private async Task<IEnumerable<ChoseATraiter>> BrouillonsAsync(Guid moi, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        return (await brouillons.ListerAsync(moi, annulation)).Where(b => BrouillonQuiAttend.Concerne(b.Brouillon.ModifieLe, maintenant))
            .Select(b => new ChoseATraiter(
                $"accompagnement.brouillon:{b.Brouillon.Id}", MotsDuReseau.T("ATraiter.Brouillon", MotsActivites.ResumeDuBrouillon(b.Formulaire)), MotsDuReseau.T("ATraiter.Brouillon.Pourquoi"),
                JourDeParis.De(b.Brouillon.ModifieLe), LiensAccompagnement.ReprendreBrouillon(b.Brouillon.Id), MotsDuReseau.T("ATraiter.Brouillon.Geste")));
    }

    private async Task<IEnumerable<ChoseATraiter>> AteliersAsync(Guid moi, DateOnly aujourdhui, CancellationToken annulation)
    {
        var reviennent = (await modeles.ListerAsync(moi, annulation)).Where(m => m.Depuis is not null).ToList();
        if (reviennent.Count == 0)
        {
            return [];
        }

        var depuis = aujourdhui.AddDays(-AtelierPasNote.Jours);
        var notes = (await db.Set<Activite>().AsNoTracking().Where(a => a.Auteur == moi && a.Jour >= depuis && a.SupprimeeLe == null && a.Titre != null).Select(a => new { a.Jour, a.Titre }).ToListAsync(annulation)).ConvertAll(a => (a.Jour, a.Titre!));
        return reviennent.SelectMany(m => AtelierPasNote.Manques(m, FormulaireDActivite.Relire(m.Contenu)?.Titre ?? m.Nom, notes, aujourdhui).Select(jour => new ChoseATraiter(
            $"accompagnement.atelier:{m.Id}:{jour:yyyy-MM-dd}", MotsDuReseau.T("ATraiter.Atelier", m.Nom, MotsActivites.JourLong(jour)), MotsDuReseau.T("ATraiter.Atelier.Pourquoi"),
            jour, $"{LiensAccompagnement.DepuisModele(m.Id)}&jour={jour:yyyy-MM-dd}", MotsDuReseau.T("ATraiter.Atelier.Geste"))));
    }

    private async Task<IEnumerable<ChoseATraiter>> ActesAsync(Guid moi, DateOnly aujourdhui, CancellationToken annulation)
    {
        var verrou = (int)(await db.ParametreAsync("accompagnement.verrou_jours", aujourdhui, annulation) ?? 30);
        var depuis = aujourdhui.AddDays(-verrou);
        var jusqua = aujourdhui.AddDays(-verrou + ActeBientotVerrouille.Preavis);
        return (await db.Set<Activite>().AsNoTracking().Where(a => a.Auteur == moi && a.Jour >= depuis && a.Jour <= jusqua && a.SupprimeeLe == null && (a.Duree == 0 || a.PartAvec == null || a.Thematiques.Length == 0)).OrderBy(a => a.Jour).Take(ParSorte).ToListAsync(annulation))
            .Where(a => ActeBientotVerrouille.Concerne(a, aujourdhui, verrou))
            .Select(a => new ChoseATraiter(
                $"accompagnement.acte:{a.Id}", MotsDuReseau.T("ATraiter.Acte", MotsActivites.Resume(a), MotsActivites.Jour(a.Jour)), MotsDuReseau.T("ATraiter.Acte.Pourquoi", MotsActivites.Jour(a.Jour.AddDays(verrou))),
                a.Jour, LiensAccompagnement.ModifierActivite(a.Id), MotsDuReseau.T("ATraiter.Acte.Geste")));
    }

    private async Task<IEnumerable<ChoseATraiter>> RappelsAsync(Guid moi, DateOnly aujourdhui, CancellationToken annulation)
    {
        var rappels = await (
            from a in db.Set<ActionDAllerVers>().AsNoTracking()
            join p in db.Set<PartenaireQuiOriente>() on a.Partenaire equals p.Id
            where a.Auteur == moi && a.RappelLe != null && a.RappelLe <= aujourdhui && a.RappeleLe == null && a.SupprimeeLe == null
            orderby a.RappelLe
            select new { a.Id, a.RappelLe, p.Nom }).Take(ParSorte).ToListAsync(annulation);
        return rappels.Select(r => new ChoseATraiter(
            $"accompagnement.rappel:{r.Id}", MotsDuReseau.T("ATraiter.Rappel", r.Nom), MotsDuReseau.T("ATraiter.Rappel.Pourquoi"), r.RappelLe!.Value, AllerVers.LiensDeLAllerVers.Action(r.Id), MotsDuReseau.T("ATraiter.Rappel.Geste")));
    }

    private async Task<IEnumerable<ChoseATraiter>> SuivisAsync(DateOnly aujourdhui, CancellationToken annulation)
    {
        var lignes = await (
            from r in db.Set<RappelDeSuivi>().AsNoTracking()
            join p in db.Set<Parcours>() on r.Parcours equals p.Id
            where r.FaitLe == null && r.APartirDu <= aujourdhui && p.Etat != EtatDeParcours.Clos && p.Etat != EtatDeParcours.PerduDeVue
                // Once the three months have come, the first month is past.
                && !(r.Moment == Moment.M1 && p.Etat == EtatDeParcours.SuiviM3)
            orderby r.AuPlusTard
            select new { r.Parcours, r.Personne, r.Moment, r.APartirDu, r.AuPlusTard }).Take(ParSorte).ToListAsync(annulation);
        var noms = await appellations.LireAsync([.. lignes.Select(l => l.Personne).Distinct()], annulation);
        return lignes.Where(l => noms.ContainsKey(l.Personne)).Select(l => new ChoseATraiter(
            $"accompagnement.suivi:{l.Parcours}:{l.Moment}", MotsDuReseau.T("ATraiter.Suivi", noms[l.Personne]), MotsDuReseau.T($"ATraiter.Suivi.{l.Moment}", MotsActivites.Jour(l.AuPlusTard)),
            l.APartirDu, LiensCapacitation.DeLaPersonne(l.Personne), MotsDuReseau.T("ATraiter.Suivi.Geste")));
    }

    private async Task<IEnumerable<ChoseATraiter>> MoiMemeAsync(Guid moi, DateOnly aujourdhui, CancellationToken annulation)
    {
        var choses = new List<ChoseATraiter>();
        var dernier = await db.Set<CompteurDuJour>().Where(c => c.Auteur == moi && c.Individuels + c.Ateliers + c.Coordinations > 0).MaxAsync(c => (DateOnly?)c.Jour, annulation);
        if (dernier is { } d && SansActiviteNotee.Depuis(d, d, aujourdhui, SansActiviteNotee.JoursPourSoi) is { } depuis)
        {
            choses.Add(new ChoseATraiter($"accompagnement.sans_activite:{moi}", MotsDuReseau.T("ATraiter.Moi.SansActivite"), MotsDuReseau.T("ATraiter.Moi.SansActivite.Pourquoi"), depuis, LiensAccompagnement.NouvelleActivite, MotsDuReseau.T("ATraiter.Moi.SansActivite.Geste")));
        }

        if (await mentorats.MonIsolementAsync(annulation) is { } isolement)
        {
            choses.Add(new ChoseATraiter($"accompagnement.isolement:{moi}:{isolement.Motif}", MotsDuReseau.T($"ATraiter.Moi.{isolement.Motif}"), MotsDuReseau.T($"ATraiter.Moi.{isolement.Motif}.Pourquoi"), isolement.Depuis, LiensDuReseau.Mentorat, MotsDuReseau.T("ATraiter.Moi.Isolement.Geste")));
        }

        return choses;
    }
}
