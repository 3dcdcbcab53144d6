using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Lire;

/// <summary>One act, what it says and what happened to it.</summary>
internal sealed class ActiviteModel(FaireAvecDb db, HistoireDActivite histoire, INomsDesLieux noms, ITerritoires territoires, Demandeur demandeur) : PageModel
{
    public Activite Activite { get; private set; } = null!;

    public string? Note { get; private set; }

    public IReadOnlyList<string> Etiquettes { get; private set; } = [];

    public IReadOnlyList<LigneDHistoire> Histoire { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "corrigee")]
    public bool Corrigee { get; set; }

    public Posture? Posture => Activite.Posture;

    public string? NomDuLieu => (noms.Trouver(Activite.Lieu)?.Nom, Listes.TypesDeLieu.Libelle(Activite.TypeDeLieu), territoires.Commune(Activite.Commune)?.Nom) switch
    {
        ({ } lieu, _, { } commune) => $"{lieu}, {commune}",
        (null, { } type, { } commune) => $"{type}, {commune}",
        (_, { } type, null) => type,
        _ => null,
    };

    /// <summary>What it says beyond its kind, its place and its themes, under the labels of the form.</summary>
    public IEnumerable<(string Cle, string Valeur)> Details =>
    [
        .. DetailsDActivite.DeLaCoordination(Activite.Type, Activite.Coordination),
        .. Dites(("Ecrire.Demarche", Activite.Demarche), ("Activites.Personnes", Activite.Type.EstDeMediation() ? MotsActivites.Personnes(Activite) : null)),
        .. DetailsDActivite.DesEffectifs(Activite.Effectifs, Activite.Suivies > 0),
        .. Dites(
            ("Ecrire.Genre", Listes.Genres.Libelle(Activite.Genre)),
            ("Ecrire.Age", Listes.Ages.Libelle(Activite.Age)),
            ("Ecrire.Statut", Listes.Statuts.Libelle(Activite.Statut)),
            ("Ecrire.Deja", Activite.DejaAccompagnee switch { true => MotsActivites.T("Ecrire.Oui"), false => MotsActivites.T("Ecrire.Non"), null => null }),
            ("Ecrire.Materiel", DetailsDActivite.Libelles(Listes.Materiels, Activite.Materiels)),
            ("Ecrire.Situation", Listes.Situations.Libelle(Activite.Situation)),
            ("Ecrire.Niveau", Listes.NiveauxDAtelier.Libelle(Activite.Niveau)),
            ("Ecrire.Autonomie", Listes.Autonomies.Libelle(Activite.Autonomie)),
            ("Ecrire.Redirection", Listes.StructuresDeRedirection.Libelle(Activite.StructureDeRedirection)),
            ("Charge.Service.Court", ServicesEnLigne.Libelle(Activite.Service) ?? Activite.Service),
            ("Charge.Cause", Listes.CausesDeCharge.Libelle(Activite.Cause)),
            ("Charge.Minutes.Court", Activite.Cause is null ? null : Activite.MinutesPerdues is { } m ? Ecrire.PageDActivite.EnHeures(m) : MotsActivites.T("Charge.Minutes.PasDites")),
            ("Ecrire.Suite", Activite.Suite)),
    ];

    private static IEnumerable<(string Cle, string Valeur)> Dites(params IEnumerable<(string Cle, string? Valeur)> lignes) =>
        lignes.Where(l => l.Valeur is not null).Select(l => (MotsActivites.T(l.Cle), l.Valeur!));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        if (await db.Set<Activite>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == moi, annulation) is not { } activite)
        {
            return NotFound();
        }

        Activite = activite;
        Note = await db.Set<NoteDActivite>().AsNoTracking().Where(n => n.Activite == id).Select(n => n.Texte).SingleOrDefaultAsync(annulation);
        var etiquettes = await EtiquettesConnues.LireAsync(db, annulation);
        Etiquettes = etiquettes.Noms(activite.Etiquettes);
        Histoire = await histoire.LireAsync(activite, etiquettes, annulation);
        return Page();
    }
}
