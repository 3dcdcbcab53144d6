using System.Text.Json;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>
/// What the module holds about somebody who works, beside the acts: notes, drafts, templates, time spent, entries that surprised, agenda. Told to them; erased
/// with their account. Acts, workshops, registers, and what was done for somebody else stay, without a name: others count on them.
/// </summary>
internal sealed class DonneesDuTravail(FaireAvecDb db, INomsDesLieux lieux) : IDonneesDePersonne
{
    /// <summary>Kinds of what is kept, with the processing of the register and where the person sees them.</summary>
    private static readonly (string Sorte, string Traitement, string? Page)[] Lots =
    [
        ("actes", "activites", LiensAccompagnement.Activites),
        ("notes", "activites", LiensAccompagnement.Activites),
        ("brouillons", "brouillons", LiensAccompagnement.Activites),
        ("modeles", "activites", LiensAccompagnement.Modeles),
        ("temps", "temps-de-saisie", null),
        ("signaux", "signaux", null),
        ("disponibilites", "disponibilites", LiensAgenda.Disponibilites),
        ("absences", "absences", LiensAgenda.Absences),
        ("ateliers", "disponibilites", LiensAgenda.Ateliers),
        ("registres", "emargements", LiensAccompagnement.Activites),
        ("traces", "activites", null),
    ];

    /// <summary>Kinds that have a day without an hour.</summary>
    private static readonly HashSet<string> Jours = ["actes", "notes", "temps", "disponibilites", "registres", "traces"];

    public string Nom => "accompagnement.travail";

    public IReadOnlyList<string> Entites => [];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var lignes = (await db.Database.SqlQuery<Ligne>($"SELECT sorte, nom, texte, debut, fin, nombre FROM accompagnement.travail_de({personne})").ToListAsync(annulation)).ToLookup(l => l.Sorte);
        return
        [
            .. Lots.Where(l => lignes.Contains(l.Sorte)).Select(l => new LotDeDonnees(
                l.Sorte, MotsActivites.T($"Travail.{l.Sorte}"), MotsActivites.T($"Travail.{l.Sorte}.Texte"), l.Traitement, [.. lignes[l.Sorte].Select(Fiche)], l.Page)),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation) =>
        (await db.Database.SqlQuery<int>($"SELECT accompagnement.effacer_le_travail({personne}) AS \"Value\"").ToListAsync(annulation))[0];

    private IReadOnlyList<Donnee> Fiche(Ligne l) =>
    [
        .. new Donnee[]
        {
            D(l.Sorte == "disponibilites" ? "lieu" : "nom", Intitule(l)), D(l.Sorte == "disponibilites" ? "heures" : "texte", l.Sorte is "brouillons" or "modeles" ? EnMots(l.Texte) : l.Texte), D("debut", Instant(l.Sorte, l.Debut)), D("fin", Instant(l.Sorte, l.Fin)),
            D(l.Sorte == "temps" ? "secondes" : "nombre", l.Nombre),
        }.Where(d => d.Valeur is not null),
    ];

    private string? Intitule(Ligne l) => l.Sorte switch
    {
        "signaux" => MotsCapacitation.T($"Signal.Nature.{l.Nom}"),
        // The place that took over when it was grouped; otherwise what is known of one that left the map is its number.
        "disponibilites" => lieux.Trouver(l.Nom)?.Nom ?? MotsActivites.T("Travail.LieuParti", l.Nom),
        "traces" => MotsActivites.T($"Travail.Trace.{l.Nom}"),
        _ => l.Nom,
    };

    /// <summary>A form that is kept, as « field: value », without what was left empty.</summary>
    private static string? EnMots(string? contenu)
    {
        if (contenu is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(contenu);
            return string.Join(" ; ", Valeurs("", document.RootElement));
        }
        catch (JsonException)
        {
            return contenu;
        }

        static IEnumerable<string> Valeurs(string nom, JsonElement valeur) => valeur.ValueKind switch
        {
            JsonValueKind.Object => valeur.EnumerateObject().SelectMany(p => Valeurs(p.Name.Replace('_', ' '), p.Value)),
            JsonValueKind.Array => valeur.EnumerateArray().SelectMany(v => Valeurs(nom, v)),
            JsonValueKind.True => [nom],
            JsonValueKind.String or JsonValueKind.Number when valeur.ToString() is { Length: > 0 } texte and not "0" => [$"{nom}\u00a0: {texte}"],
            _ => [],
        };
    }

    private static object? Instant(string sorte, DateTimeOffset? quand) => quand is { } q && Jours.Contains(sorte) ? DateOnly.FromDateTime(q.UtcDateTime) : quand;

    private static Donnee D(string cle, object? valeur) => new(cle, MotsActivites.T($"Travail.Champ.{cle}"), valeur);

    private sealed record Ligne(string Sorte, string? Nom, string? Texte, DateTimeOffset? Debut, DateTimeOffset? Fin, long? Nombre);
}
