using System.Globalization;
using System.Text;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Etiquettes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>Acts as a CSV file, written as they are read: the length of the list doesn't count. Semicolons and the mark of UTF-8, as a French spreadsheet expects; formulas made harmless.</summary>
internal sealed class FichierDActivites(IQueryable<Activite> activites, Func<string?, string?> lieu, EtiquettesConnues etiquettes) : ActionResult
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
        var reponse = context.HttpContext.Response;
        reponse.ContentType = "text/csv; charset=utf-8";
        reponse.Headers.ContentDisposition = "attachment; filename=\"activites.csv\"";
        await using var sortie = new StreamWriter(reponse.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16_384, leaveOpen: true);
        await EcrireAsync(sortie, Entete);
        await foreach (var a in activites.AsAsyncEnumerable().WithCancellation(context.HttpContext.RequestAborted))
        {
            await EcrireAsync(sortie,
            [
                a.Id.ToString(), Jour(a.Jour), a.Type.Regle().Libelle, Nombre(a.Duree == 0 ? null : a.Duree), Listes.TypesDeLieu.Libelle(a.TypeDeLieu), a.Lieu, lieu(a.Lieu), a.Commune,
                string.Join(Entre, a.Thematiques.Select(t => Thematiques.Libelle(t) ?? t)), Nombre(a.PartALaPlace), Nombre(a.PartAvec), Nombre(a.PartFaire),
                Listes.MotifsALaPlace.Libelle(a.MotifALaPlace), Listes.Situations.Libelle(a.Situation), string.Join(Entre, a.Materiels.Select(m => Listes.Materiels.Libelle(m) ?? m)),
                a.Demarche, a.Titre, Listes.NiveauxDAtelier.Libelle(a.Niveau), Nombre(a.Accompagnements), Nombre(a.Suivies), Nombre(a.SansNom),
                Listes.Genres.Libelle(a.Genre), Listes.Ages.Libelle(a.Age), Listes.Statuts.Libelle(a.Statut), a.DejaAccompagnee switch { true => "oui", false => "non", null => null },
                Listes.Autonomies.Libelle(a.Autonomie), Listes.StructuresDeRedirection.Libelle(a.StructureDeRedirection), a.Suite,
                a.EnregistreeLe.ToString("O", CultureInfo.InvariantCulture), a.ModifieeLe.ToString("O", CultureInfo.InvariantCulture), a.Origine.ToString(),
                string.Join(Entre, etiquettes.Noms(a.Etiquettes)),
                a.Service, ServicesEnLigne.Libelle(a.Service), Listes.CausesDeCharge.Libelle(a.Cause), Nombre(a.MinutesPerdues),
                .. Effectifs(a.Effectifs), .. Coordination(a.Type, a.Coordination),
            ]);
        }
    }

    private static IEnumerable<string?> Effectifs(Effectifs? e) => e is null
        ? Enumerable.Repeat((string?)null, 1 + Listes.Genres.Codes.Count + Listes.Ages.Codes.Count + Listes.Statuts.Codes.Count)
        : e.Genres.Concat(e.Ages).Concat(e.Statuts).Prepend(e.DejaAccompagnes).Select(n => Nombre(n));

    private static string?[] Coordination(TypeDActivite type, Coordination? coordination)
    {
        var c = coordination ?? new Coordination();
        return
        [
            c.Nom,
            type switch
            {
                TypeDActivite.Animation => Listes.TypesDAnimation.Libelle(c.Nature),
                TypeDActivite.Evenement => Listes.TypesDEvenement.Libelle(c.Nature),
                _ => DetailsDActivite.Libelles(Listes.NaturesDePartenariat, c.Natures, Entre),
            },
            DetailsDActivite.Libelles(Listes.ThematiquesDAnimation, c.Thematiques, Entre), Listes.Initiatives.Libelle(c.Initiative),
            Nombre(c.Mediateurs), Nombre(c.Structures), Nombre(c.AutresActeurs), Nombre(c.Participants),
            DetailsDActivite.Libelles(Listes.Organisateurs, c.Organisateurs, Entre), Listes.Echelons.Libelle(c.Echelon),
            string.Join(Entre, c.Partenaires.Select(p => p.Nom)), c.Partenaires.Any(p => p.Type is not null) ? string.Join(Entre, c.Partenaires.Select(p => Listes.Organisateurs.Libelle(p.Type))) : null,
            c.Autre,
        ];
    }

    /// <summary>One line, as a French spreadsheet reads it.</summary>
    internal static Task EcrireAsync(StreamWriter sortie, IEnumerable<string?> cellules) => sortie.WriteAsync($"{string.Join(';', cellules.Select(Cellule))}\r\n");

    private static string Jour(DateOnly jour) => jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Nombre(int? nombre) => nombre?.ToString(CultureInfo.InvariantCulture);

    private static string Cellule(string? valeur)
    {
        var texte = valeur ?? "";
        var sure = texte is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{texte}" : texte;
        return sure.AsSpan().ContainsAny(";\"\r\n") ? $"\"{sure.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : sure;
    }
}
