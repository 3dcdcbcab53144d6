using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>Why our figures differ from those of one file, in the time of its acts.</summary>
internal sealed class EcartsDUnImport(FaireAvecDb db, TimeProvider horloge)
{
    public async Task<EcartsDesChiffres> CalculerAsync(ImportDActivites import, CancellationToken annulation)
    {
        var (id, moi, organisation, outil, du, au) = (import.Id, import.Auteur, import.Organisation, import.Outil, import.Du, import.Au);
        var aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        var lignes = await db.Set<LigneDImport>().AsNoTracking().Where(l => l.Import == id)
            .Select(l => new { l.Sort, l.Fait, l.Cle, l.Jour, l.Accompagnements, l.Minutes, l.Activite }).ToListAsync(annulation);
        // Which act each line is, now: what was imported, joined, removed since.
        var liens = await db.Set<IdentifiantExterne>().AsNoTracking().Where(e => e.Organisation == organisation && e.Outil == outil && e.Auteur == moi)
            .Where(e => db.Set<LigneDImport>().Any(l => l.Import == id && l.Cle == e.Cle)).Select(e => new { e.Cle, e.Activite }).ToDictionaryAsync(e => e.Cle, e => e.Activite, annulation);
        var liees = db.Set<IdentifiantExterne>().Where(e => e.Organisation == organisation && e.Outil == outil && e.Auteur == moi);
        var ici = await db.Set<Activite>().AsNoTracking()
            .Where(a => a.Auteur == moi && a.Organisation == organisation && a.SupprimeeLe == null && (a.Type == TypeDActivite.Individuel || a.Type == TypeDActivite.Demarche || a.Type == TypeDActivite.Collectif)
                && ((a.Jour >= du && a.Jour <= au) || db.Set<LigneDImport>().Any(l => l.Import == id && liees.Any(e => e.Cle == l.Cle && e.Activite == a.Id))))
            .Select(a => new { a.Id, a.SansNom, a.Suivies, a.Duree, Dedans = a.Jour >= du && a.Jour <= au, Liee = liees.Any(e => e.Activite == a.Id) }).ToListAsync(annulation);
        return EcartsDesChiffres.Calculer(
            lignes.Select(l => new ActeLaBas(new Mesures(1, l.Accompagnements, l.Minutes), Absence(l.Fait == FaitDeLigne.Refuse ? SortDeLigne.Refuse : l.Sort, l.Cle is not null && liens.ContainsKey(l.Cle), l.Cle is null && l.Jour is not null, l.Jour > aujourdhui), l.Cle is not null && liens.TryGetValue(l.Cle, out var a) ? a : null)),
            ici.Select(a => new ActeIci(a.Id, new Mesures(1, a.SansNom + a.Suivies, a.Duree), a.Dedans, a.Liee)));
    }

    // Why an act of the file isn't here, in case it isn't.
    private static CauseDEcart Absence(SortDeLigne sort, bool connue, bool dUnAutre, bool future) => sort switch
    {
        _ when connue => CauseDEcart.SupprimeeIci,
        SortDeLigne.Refuse when future => CauseDEcart.Future,
        SortDeLigne.Refuse when dUnAutre => CauseDEcart.DUnAutre,
        SortDeLigne.Refuse => CauseDEcart.Refusee,
        SortDeLigne.SupprimeIci => CauseDEcart.SupprimeeIci,
        SortDeLigne.Double => CauseDEcart.DoubleADecider,
        _ => CauseDEcart.PasReprise,
    };
}
