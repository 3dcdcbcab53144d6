using System.Globalization;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>The form of an act, begun from an appointment or a workshop: what is known isn't asked again.</summary>
internal sealed class DepartDActivite(FaireAvecDb db)
{
    /// <summary>From an appointment of one's own; null when it isn't.</summary>
    public async Task<FormulaireDActivite?> DuRendezVousAsync(Guid id, Guid compte, CancellationToken annulation)
    {
        if (await db.Set<RendezVous>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Compte == compte, annulation) is not { } r)
        {
            return null;
        }

        var f = Commencer("individuel", id, HeuresLocales.Jour(r.Fuseau, r.Debut), r.Minutes, r.Lieu);
        f.Personnes = r.Personne is { } personne ? await SuiviesAsync([personne], annulation) : [];
        return f;
    }

    /// <summary>From a workshop of one's own: those who came, counted and named.</summary>
    public async Task<FormulaireDActivite?> DeLAtelierAsync(Guid id, Guid compte, CancellationToken annulation)
    {
        if (await db.Set<AtelierPrevu>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Compte == compte, annulation) is not { } a)
        {
            return null;
        }

        var presentes = await db.Set<Inscription>().AsNoTracking().Where(i => i.Atelier == id && i.Etat == EtatDInscription.Presente).Select(i => i.Personne).ToListAsync(annulation);
        var f = Commencer("collectif", id, HeuresLocales.Jour(a.Fuseau, a.Debut), a.Minutes, a.Lieu);
        f.Titre = a.Titre;
        f.Personnes = await SuiviesAsync([.. presentes.OfType<Guid>().Distinct()], annulation);
        // Those who aren't followed are counted.
        f.Total = presentes.Count - f.Personnes.Count is > 0 and var autres ? autres : null;
        return f;
    }

    private static FormulaireDActivite Commencer(string type, Guid rendezVous, DateOnly jour, int minutes, string lieu)
    {
        var proposee = FormulaireDActivite.Durees.Contains(minutes);
        return new FormulaireDActivite
        {
            Type = type,
            RendezVous = rendezVous,
            Quand = FormulaireDActivite.Autre,
            Date = jour,
            TypeDeLieu = Listes.LieuActivite,
            Lieu = lieu,
            Duree = proposee ? minutes.ToString(CultureInfo.InvariantCulture) : FormulaireDActivite.Autre,
            Heures = proposee ? null : minutes / 60,
            Minutes = proposee ? null : minutes % 60,
        };
    }

    // Row security: those whom one follows.
    private async Task<List<Guid>> SuiviesAsync(IReadOnlyList<Guid> personnes, CancellationToken annulation) =>
        personnes.Count == 0 ? [] : await db.Set<Domain.Personnes.PersonneAccompagnee>().Where(p => personnes.Contains(p.Id) && p.EffaceeLe == null).Select(p => p.FusionneeDans ?? p.Id).Distinct().ToListAsync(annulation);
}
