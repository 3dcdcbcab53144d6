using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
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

    public IReadOnlyList<string> Histoire { get; private set; } = [];

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

    public IEnumerable<(string Cle, string Valeur)> Details => new (string Cle, string? Valeur)[]
    {
        ("Ecrire.Demarche", Activite.Demarche),
        ("Activites.Personnes", Activite.Type.EstDeMediation() ? MotsActivites.Personnes(Activite) : null),
        ("Ecrire.Genre", Listes.Genres.Libelle(Activite.Genre)),
        ("Ecrire.Age", Listes.Ages.Libelle(Activite.Age)),
        ("Ecrire.Statut", Listes.Statuts.Libelle(Activite.Statut)),
        ("Ecrire.Materiel", Activite.Materiels.Length == 0 ? null : string.Join(", ", Activite.Materiels.Select(Listes.Materiels.Libelle))),
        ("Ecrire.Situation", Listes.Situations.Libelle(Activite.Situation)),
        ("Ecrire.Niveau", Listes.NiveauxDAtelier.Libelle(Activite.Niveau)),
        ("Ecrire.Autonomie", Listes.Autonomies.Libelle(Activite.Autonomie)),
        ("Ecrire.Redirection", Listes.StructuresDeRedirection.Libelle(Activite.StructureDeRedirection)),
        ("Ecrire.Suite", Activite.Suite),
    }.Where(d => d.Valeur is not null).Select(d => (MotsActivites.T(d.Cle), d.Valeur!));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        if (await db.Set<Activite>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == moi, annulation) is not { } activite)
        {
            return NotFound();
        }

        Activite = activite;
        Note = await db.Set<NoteDActivite>().AsNoTracking().Where(n => n.Activite == id).Select(n => n.Texte).SingleOrDefaultAsync(annulation);
        Etiquettes = activite.Etiquettes.Length == 0 ? [] : (await EtiquettesConnues.LireAsync(db, annulation)).Noms(activite.Etiquettes);
        Histoire = await histoire.LireAsync(id, annulation);
        return Page();
    }
}
