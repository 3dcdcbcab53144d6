using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Ressources;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>What a correction changed, from what the journal kept before and after: each field under its French label, with both values in words.</summary>
internal sealed class ChangementsDActivite(Func<string?, string?> lieu, Func<string?, string?> commune, Func<Guid[], IReadOnlyList<string>> etiquettes)
{
    // As the journal writes them.
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>« Durée : avant « 45 min », après « 1 h 30 » », in the order of the page. A field that reads the same before and after didn't change.</summary>
    public IReadOnlyList<string> Lire(TypeDActivite type, string? avant, string? apres)
    {
        var (lues, nouvelles) = (Lignes(type, avant), Lignes(type, apres));
        return
        [
            .. lues.Concat(nouvelles).Select(l => l.Libelle).Distinct(StringComparer.Ordinal)
                .Select(libelle => (Libelle: libelle, Avant: Valeur(lues, libelle), Apres: Valeur(nouvelles, libelle)))
                .Where(c => c.Avant != c.Apres)
                .Select(c => MotsActivites.T("Histoire.Changement", c.Libelle, c.Avant, c.Apres)),
        ];
    }

    private static string Valeur(IEnumerable<(string Libelle, string? Valeur)> lignes, string libelle) =>
        lignes.FirstOrDefault(l => l.Libelle == libelle).Valeur is { Length: > 0 } dite ? dite : MotsActivites.T("Histoire.Rien");

    private List<(string Libelle, string? Valeur)> Lignes(TypeDActivite type, string? json)
    {
        try
        {
            using var lu = JsonDocument.Parse(json ?? "{}");
            return lu.RootElement.ValueKind == JsonValueKind.Object ? [.. Champs(type, lu.RootElement)] : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // An entry of another time, that isn't written so: who corrected and when is still said.
            return [];
        }
    }

    // Columns that the reader doesn't know by name (teams, versions, fingerprints) aren't told.
    private IEnumerable<(string Libelle, string? Valeur)> Champs(TypeDActivite type, JsonElement entree)
    {
        foreach (var (colonne, cle, dire) in Colonnes())
        {
            if (entree.TryGetProperty(colonne, out var valeur))
            {
                yield return (MotsActivites.T(cle), valeur.ValueKind == JsonValueKind.Null ? null : dire(valeur));
            }
        }

        if (entree.TryGetProperty("effectifs", out var effectifs))
        {
            foreach (var ligne in DetailsDActivite.DesEffectifs(effectifs.Deserialize<Effectifs>(Options), suivies: false))
            {
                yield return ligne;
            }
        }

        if (entree.TryGetProperty("coordination", out var coordination))
        {
            foreach (var ligne in DetailsDActivite.DeLaCoordination(type, coordination.Deserialize<Coordination>(Options)))
            {
                yield return ligne;
            }
        }
    }

    private IEnumerable<(string Colonne, string Cle, Func<JsonElement, string?> Dire)> Colonnes() =>
    [
        ("jour", "Ecrire.Date", v => DateOnly.TryParseExact(v.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? MotsActivites.Jour(jour) : null),
        ("duree", "Ecrire.Duree", v => v.GetInt32() is > 0 and var minutes ? Areas.Accompagnement.Pages.Ecrire.PageDActivite.EnHeures(minutes) : null),
        ("type_de_lieu", "Ecrire.Ou", v => Listes.TypesDeLieu.Libelle(v.GetString())),
        ("lieu", "Activites.Lieu", v => lieu(v.GetString()) ?? v.GetString()),
        ("commune", "Ecrire.Commune", v => commune(v.GetString()) ?? v.GetString()),
        ("titre", "Ecrire.Titre", v => v.GetString()),
        ("thematiques", "Ecrire.Thematiques", v => Textes(v, Thematiques.Libelle)),
        ("demarche", "Ecrire.Demarche", v => v.GetString()),
        ("service", "Charge.Service.Court", v => ServicesEnLigne.Libelle(v.GetString()) ?? v.GetString()),
        ("cause", "Charge.Cause", v => Listes.CausesDeCharge.Libelle(v.GetString())),
        ("minutes_perdues", "Charge.Minutes.Court", v => Areas.Accompagnement.Pages.Ecrire.PageDActivite.EnHeures(v.GetInt32())),
        ("part_a_la_place", "Posture.ALaPlace", Part),
        ("part_avec", "Posture.Avec", Part),
        ("part_faire", "Posture.Faire", Part),
        ("motif_a_la_place", "Ecrire.Motif.Court", v => Listes.MotifsALaPlace.Libelle(v.GetString())),
        ("sans_nom", "Histoire.SansNom", Nombre),
        ("suivies", "Histoire.Suivies", Nombre),
        ("genre", "Ecrire.Genre", v => Listes.Genres.Libelle(v.GetString())),
        ("age", "Ecrire.Age", v => Listes.Ages.Libelle(v.GetString())),
        ("statut", "Ecrire.Statut", v => Listes.Statuts.Libelle(v.GetString())),
        ("deja_accompagnee", "Ecrire.Deja", OuiOuNon),
        ("materiels", "Ecrire.Materiel", v => Textes(v, Listes.Materiels.Libelle)),
        ("situation", "Ecrire.Situation", v => Listes.Situations.Libelle(v.GetString())),
        ("niveau", "Ecrire.Niveau", v => Listes.NiveauxDAtelier.Libelle(v.GetString())),
        ("autonomie", "Ecrire.Autonomie", v => Listes.Autonomies.Libelle(v.GetString())),
        ("orientee", "Ecrire.Orientee", OuiOuNon),
        ("structure_de_redirection", "Ecrire.Redirection", v => Listes.StructuresDeRedirection.Libelle(v.GetString())),
        ("suite", "Ecrire.Suite", v => v.GetString()),
        ("etiquettes", "Histoire.Etiquettes", v => string.Join(", ", etiquettes(v.Deserialize<Guid[]>(Options) ?? []))),
    ];

    private static string Textes(JsonElement codes, Func<string?, string?> libelle) => string.Join(", ", (codes.Deserialize<string[]>(Options) ?? []).Select(c => libelle(c) ?? c));

    private static string Part(JsonElement part) => MotsActivites.T("Histoire.Part", part.GetInt32());

    private static string Nombre(JsonElement nombre) => nombre.GetInt32().ToString("N0", CultureInfo.CurrentCulture);

    private static string OuiOuNon(JsonElement dit) => MotsActivites.T(dit.GetBoolean() ? "Ecrire.Oui" : "Ecrire.Non");
}
