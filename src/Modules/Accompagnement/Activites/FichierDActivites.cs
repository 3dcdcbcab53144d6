using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Kernel.Fichiers.Tableurs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Acts as a file for a spreadsheet, written as they are read: the length of the list doesn't count, and who leaves half-way leaves nothing. The same columns in every format; formulas made harmless.</summary>
internal sealed class FichierDActivites(string format, IQueryable<Activite> activites, Func<string?, string?> lieu, EtiquettesConnues etiquettes) : ActionResult
{
    // Between the values of one cell.
    private const string Entre = " | ";

    private static readonly string[] Entete =
    [
        "id", "date", "type", "duree_minutes", "type_de_lieu", "lieu", "nom_du_lieu", "commune", "thematiques", "faire_a_la_place", "faire_avec", "faire_faire", "motif_a_la_place", "situation",
        "materiels", "demarche", "titre", "niveau", "accompagnements", "personnes_suivies", "sans_nom", "genre", "age", "statut", "deja_accompagnee", "autonomie", "structure_de_redirection", "suite", "enregistree_le", "modifiee_le", "origine", "etiquettes", "service", "nom_du_service", "cause", "minutes_perdues",
        // The counts of a workshop: one column each, that a spreadsheet adds up.
        "deja_venus", .. Listes.Genres.Codes.Select(c => $"genre_{c}"), .. Listes.Ages.Codes.Select(c => $"age_{c}"), .. Listes.Statuts.Codes.Select(c => $"statut_{c}"),
        // Animations, events, partnerships.
        "nom", "natures", "themes_d_animation", "initiative", "mediateurs", "structures", "autres_acteurs", "participants", "organisateurs", "echelon", "partenaires", "types_de_partenaires", "precision",
    ];

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var annulation = context.HttpContext.RequestAborted;
        await using var ecriture = await ReponseDeTableur.CommencerAsync(context.HttpContext, format, "activites");
        await ecriture.FeuilleAsync(format == "csv" ? "" : "Activités", Entete, annulation);
        await foreach (var a in activites.AsAsyncEnumerable().WithCancellation(annulation))
        {
            await ecriture.LigneAsync(
            [
                Texte(a.Id.ToString()), CelluleDeTableur.De(a.Jour), Texte(a.Type.Regle().Libelle), Nombre(a.Duree == 0 ? null : a.Duree), Texte(Listes.TypesDeLieu.Libelle(a.TypeDeLieu)), Texte(a.Lieu), Texte(lieu(a.Lieu)), Texte(a.Commune),
                Texte(string.Join(Entre, a.Thematiques.Select(t => Thematiques.Libelle(t) ?? t))), Nombre(a.PartALaPlace), Nombre(a.PartAvec), Nombre(a.PartFaire),
                Texte(Listes.MotifsALaPlace.Libelle(a.MotifALaPlace)), Texte(Listes.Situations.Libelle(a.Situation)), Texte(string.Join(Entre, a.Materiels.Select(m => Listes.Materiels.Libelle(m) ?? m))),
                Texte(a.Demarche), Texte(a.Titre), Texte(Listes.NiveauxDAtelier.Libelle(a.Niveau)), Nombre(a.Accompagnements), Nombre(a.Suivies), Nombre(a.SansNom),
                Texte(Listes.Genres.Libelle(a.Genre)), Texte(Listes.Ages.Libelle(a.Age)), Texte(Listes.Statuts.Libelle(a.Statut)), Texte(a.DejaAccompagnee switch { true => "oui", false => "non", null => null }),
                Texte(Listes.Autonomies.Libelle(a.Autonomie)), Texte(Listes.StructuresDeRedirection.Libelle(a.StructureDeRedirection)), Texte(a.Suite),
                Texte(a.EnregistreeLe.ToString("O", CultureInfo.InvariantCulture)), Texte(a.ModifieeLe.ToString("O", CultureInfo.InvariantCulture)), Texte(a.Origine.ToString()),
                Texte(string.Join(Entre, etiquettes.Noms(a.Etiquettes))),
                Texte(a.Service), Texte(ServicesEnLigne.Libelle(a.Service)), Texte(Listes.CausesDeCharge.Libelle(a.Cause)), Nombre(a.MinutesPerdues),
                .. Effectifs(a.Effectifs), .. Coordination(a.Type, a.Coordination),
            ],
            annulation);
        }

        await ecriture.FinirAsync(annulation);
    }

    private static IEnumerable<CelluleDeTableur> Effectifs(Effectifs? e) => e is null
        ? Enumerable.Repeat(CelluleDeTableur.Vide, 1 + Listes.Genres.Codes.Count + Listes.Ages.Codes.Count + Listes.Statuts.Codes.Count)
        : e.Genres.Concat(e.Ages).Concat(e.Statuts).Prepend(e.DejaAccompagnes).Select(n => Nombre(n));

    private static CelluleDeTableur[] Coordination(TypeDActivite type, Coordination? coordination)
    {
        var c = coordination ?? new Coordination();
        return
        [
            Texte(c.Nom),
            Texte(type switch
            {
                TypeDActivite.Animation => Listes.TypesDAnimation.Libelle(c.Nature),
                TypeDActivite.Evenement => Listes.TypesDEvenement.Libelle(c.Nature),
                _ => DetailsDActivite.Libelles(Listes.NaturesDePartenariat, c.Natures, Entre),
            }),
            Texte(DetailsDActivite.Libelles(Listes.ThematiquesDAnimation, c.Thematiques, Entre)), Texte(Listes.Initiatives.Libelle(c.Initiative)),
            Nombre(c.Mediateurs), Nombre(c.Structures), Nombre(c.AutresActeurs), Nombre(c.Participants),
            Texte(DetailsDActivite.Libelles(Listes.Organisateurs, c.Organisateurs, Entre)), Texte(Listes.Echelons.Libelle(c.Echelon)),
            Texte(string.Join(Entre, c.Partenaires.Select(p => p.Nom))), Texte(c.Partenaires.Any(p => p.Type is not null) ? string.Join(Entre, c.Partenaires.Select(p => Listes.Organisateurs.Libelle(p.Type))) : null),
            Texte(c.Autre),
        ];
    }

    private static CelluleDeTableur Texte(string? texte) => CelluleDeTableur.De(texte);

    private static CelluleDeTableur Nombre(int? nombre) => CelluleDeTableur.De(nombre);
}
