using FaireAvec.Cartographie.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>The fields of a place in one form: their sections, their kinds, and how they are read. The names of the fields are the columns.</summary>
internal static class FormulaireDeFiche
{
    /// <summary>Values in lines, one each.</summary>
    public static readonly IReadOnlySet<string> EnLignes = new HashSet<string>(["courriels", "site_web", "typologie", "autres_formations_labels"], StringComparer.Ordinal);

    /// <summary>Sections of the form; the title is the word « Saisie.{key} ».</summary>
    public static readonly IReadOnlyList<(string Section, IReadOnlyList<string> Champs)> Sections =
    [
        ("Lieu", ["nom", "structure_parente", "pivot", "typologie", "presentation_resume", "presentation_detail"]),
        ("Adresse", ["adresse", "complement_adresse", "code_postal", "commune", "code_insee", "latitude", "longitude", "itinerance"]),
        ("Contact", ["telephone", "courriels", "site_web", "prise_rdv", "fiche_acces_libre"]),
        ("Horaires", ["horaires"]),
        ("Aide", ["services", "modalites_acces", "modalites_accompagnement", "frais_a_charge", "publics_specifiquement_adresses", "prise_en_charge_specifique"]),
        ("Labels", ["dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels"]),
        ("Date", ["date_maj"]),
    ];

    /// <summary>Characters that the short fields show.</summary>
    public static readonly IReadOnlyDictionary<string, int?> Largeurs = new Dictionary<string, int?>(StringComparer.Ordinal)
    {
        ["pivot"] = 20,
        ["code_postal"] = 5,
        ["code_insee"] = 5,
        ["latitude"] = 10,
        ["longitude"] = 10,
        ["telephone"] = 20,
        ["date_maj"] = 10,
    };

    /// <summary>Fields whose text may be long.</summary>
    public static readonly IReadOnlySet<string> Longs = new HashSet<string>(["presentation_resume", "presentation_detail", "horaires"], StringComparer.Ordinal);

    /// <summary>The fields as they were typed, as cells of a CSV; null when empty.</summary>
    public static Dictionary<string, string?> Lire(IFormCollection formulaire)
    {
        var valeurs = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var champ in Sections.SelectMany(s => s.Champs))
        {
            // A form made elsewhere may lack a field: then it isn't changed.
            if (Vocabulaire.ParColonne.ContainsKey(champ) || formulaire.ContainsKey(champ))
            {
                valeurs[champ] = Cellule(champ, formulaire[champ]);
            }
        }

        return valeurs;
    }

    /// <summary>Puts the typed texts where the fields look for them: nothing typed is lost.</summary>
    public static void Retenir(ModelStateDictionary etat, IFormCollection formulaire)
    {
        foreach (var champ in Sections.SelectMany(s => s.Champs).Append("Motif").Where(formulaire.ContainsKey))
        {
            etat.SetModelValue(champ, formulaire[champ].ToArray(), string.Join(',', formulaire[champ].ToArray()));
        }
    }

    private static string? Cellule(string champ, Microsoft.Extensions.Primitives.StringValues textes)
    {
        var valeurs = Vocabulaire.ParColonne.ContainsKey(champ)
            ? textes.AsEnumerable()
            : EnLignes.Contains(champ) ? textes.ToString().Split('\n') : [textes.ToString().ReplaceLineEndings("\n")];
        var propres = valeurs.Select(v => v?.Trim()).Where(v => !string.IsNullOrEmpty(v));
        var cellule = string.Join(FicheLieu.SeparateurDeListe, propres);
        return cellule.Length == 0 ? null : cellule;
    }
}
