using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>A group with its records.</summary>
internal abstract class PageDeGroupe(FaireAvecDb db, CatalogueLieux catalogue) : PageModel
{
    private IReadOnlyDictionary<string, string> _noms = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Id { get; private set; } = "";

    /// <summary>The place as the public sees it; null when it isn't shown.</summary>
    public Lieu? Publie { get; private set; }

    public IReadOnlyList<(MembreDeGroupe Membre, Lieu Fiche)> Membres { get; private set; } = [];

    /// <summary>True when one of its records is a shelter's: nothing of it is shown.</summary>
    public bool AvecHebergement { get; private set; }

    public IReadOnlyList<OrigineDuChamp> Origines { get; private set; } = [];

    /// <summary>Name of the place: the published one, else its first record's.</summary>
    public string Nom => Publie?.Nom ?? Membres[0].Fiche.Nom;

    public string NomDeSource(string code) => _noms.GetValueOrDefault(code) ?? NomsDesSources.De(code);

    protected async Task<bool> TrouverAsync(string id, CancellationToken annulation)
    {
        Id = id;
        Membres = [.. (await (from m in db.Set<MembreDeGroupe>().AsNoTracking() join l in db.Set<Lieu>().AsNoTracking() on m.Lieu equals l.Id where m.Groupe == id orderby m.Lieu select new { m, l }).ToListAsync(annulation)).Select(x => (x.m, x.l))];
        if (Membres.Count == 0)
        {
            return false;
        }

        var ids = Membres.Select(m => m.Membre.Lieu).ToArray();
        var corrections = await db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => ids.Contains(c.Lieu) && c.Etat == EtatCorrection.Active).ToListAsync(annulation);
        AvecHebergement = await GroupesAvecHebergement.EnContientAsync(db, id, annulation);
        var index = catalogue.Index;
        Publie = index.RangDe(id) is >= 0 and var rang ? index[rang] : null;
        Origines = Publie is null ? [] : OrigineDuChamp.De(Publie, [.. Membres.Select(m => m.Fiche)], corrections);
        _noms = (await db.Set<Source>().AsNoTracking().ToListAsync(annulation)).ToDictionary(s => s.Code, Ecran.NomDe, StringComparer.Ordinal);
        return true;
    }
}
