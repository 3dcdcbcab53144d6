using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>What the person takes home: large letters, few words, nothing that they didn't say themselves.</summary>
internal sealed class ImprimerModel(FaireAvecDb db, ActesDesPersonnes actes, ParcoursDesPersonnes parcours, CatalogueLivre livre, TimeProvider horloge) : PageDePersonne(db)
{
    // One sheet.
    private const int ActesImprimes = 5;

    public IReadOnlyList<ObjectifDePersonne> Objectifs { get; private set; } = [];

    public IReadOnlyList<ActeDUnePersonne> Actes { get; private set; } = [];

    /// <summary>Where they are on what they learn.</summary>
    public ParcoursLu Parcours { get; private set; } = null!;

    public string EditeLe => Affichage.Jour(horloge.GetUtcNow());

    public string SavoirFaire(string code) => livre.Catalogue.Lire(code)!.Libelle;

    protected override string Regard => "Votre fiche, imprimée";

    public async Task OnGetAsync(CancellationToken annulation)
    {
        Objectifs = await Db.Set<ObjectifDePersonne>().AsNoTracking().Where(o => o.Personne == Id && o.Texte != null && o.Etat != EtatDObjectif.Abandonne).OrderBy(o => o.ChoisiLe).ToListAsync(annulation);
        Parcours = await parcours.LireAsync(Id, annulation);
        Actes = [.. (await actes.ListerAsync(Id, annulation)).Take(ActesImprimes)];
    }
}
