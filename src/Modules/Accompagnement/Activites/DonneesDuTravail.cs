using System.Globalization;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>
/// What the module holds about somebody who works, beside the acts: notes, drafts, templates, time spent, entries that surprised, agenda. Told to them; erased
/// with their account. Acts, workshops and registers stay, without a name: others count on them.
/// </summary>
internal sealed class DonneesDuTravail(FaireAvecDb db) : IDonneesDePersonne
{
    /// <summary>Kinds of what is kept, with the processing of the register and where the person sees them.</summary>
    private static readonly (string Sorte, string Traitement, string? Page)[] Lots =
    [
        ("actes", "activites", LiensAccompagnement.Activites),
        ("notes", "activites", LiensAccompagnement.Activites),
        ("brouillons", "brouillons", LiensAccompagnement.Activites),
        ("modeles", "activites", LiensAccompagnement.Modeles),
        ("temps", "activites", null),
        ("signaux", "signaux", null),
        ("disponibilites", "disponibilites", LiensAgenda.Disponibilites),
        ("absences", "absences", LiensAgenda.Absences),
        ("ateliers", "disponibilites", LiensAgenda.Ateliers),
        ("registres", "emargements", LiensAccompagnement.Activites),
    ];

    /// <summary>Kinds that have a day without an hour.</summary>
    private static readonly HashSet<string> Jours = ["actes", "notes", "temps", "disponibilites", "registres"];

    public string Nom => "accompagnement.travail";

    public IReadOnlyList<string> Entites => [];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var lignes = (await db.Database.SqlQuery<Ligne>($"SELECT sorte, nom, texte, debut, fin, nombre FROM accompagnement.travail_de({personne})").ToListAsync(annulation)).ToLookup(l => l.Sorte);
        return
        [
            .. Lots.Where(l => lignes.Contains(l.Sorte)).Select(l => new LotDeDonnees(
                l.Sorte, MotsActivites.T($"Travail.{l.Sorte}"), MotsActivites.T("Travail.Texte"), l.Traitement, [.. lignes[l.Sorte].Select(Fiche)], l.Page)),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation) =>
        (await db.Database.SqlQuery<int>($"SELECT accompagnement.effacer_le_travail({personne}) AS \"Value\"").ToListAsync(annulation))[0];

    private static IReadOnlyList<Donnee> Fiche(Ligne l) =>
    [
        .. new Donnee[]
        {
            D("nom", l.Sorte == "signaux" ? MotsCapacitation.T($"Signal.Nature.{l.Nom}") : l.Nom), D("texte", l.Texte), D("debut", Instant(l.Sorte, l.Debut)), D("fin", Instant(l.Sorte, l.Fin)), D(l.Sorte == "temps" ? "secondes" : "nombre", l.Nombre),
        }.Where(d => d.Valeur is not null),
    ];

    private static object? Instant(string sorte, DateTimeOffset? quand) => quand is { } q && Jours.Contains(sorte) ? q.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : quand;

    private static Donnee D(string cle, object? valeur) => new(cle, MotsActivites.T($"Travail.Champ.{cle}"), valeur);

    private sealed record Ligne(string Sorte, string? Nom, string? Texte, DateTimeOffset? Debut, DateTimeOffset? Fin, long? Nombre);
}
