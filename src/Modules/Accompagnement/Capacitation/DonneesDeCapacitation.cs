using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>What is known of somebody's savoir-faire: told to them, and erased with them.</summary>
internal sealed class DonneesDeCapacitation(FaireAvecDb db, CatalogueLivre catalogue) : IDonneesDePersonne
{
    public string Nom => "accompagnement.capacitation";

    public IReadOnlyList<string> Entites => [nameof(Positionnement), nameof(Parcours), nameof(SavoirFaireChoisi)];

    public IReadOnlyList<string> EntitesFermees => [.. Entites.Select(e => $"accompagnement.{e}")];

    /// <summary>It holds something of people who are helped, never of who works.</summary>
#pragma warning disable CA1822 // An answer of this object, as the others.
    public bool PersonnesAidees => true;
#pragma warning restore CA1822

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var lignes = await db.Set<Positionnement>().AsNoTracking().Where(p => p.Personne == personne).OrderBy(p => p.Jour).ThenBy(p => p.SavoirFaire).ToListAsync(annulation);
        var choisis = await db.Set<SavoirFaireChoisi>().AsNoTracking().Where(c => c.Personne == personne).OrderBy(c => c.ChoisiLe).ThenBy(c => c.SavoirFaire).ToListAsync(annulation);
        var parcours = await db.Set<Parcours>().AsNoTracking().Where(p => p.Personne == personne).OrderBy(p => p.OuvertLe).ToListAsync(annulation);
        return
        [
            .. Lot("savoir_faire", "Donnees", [.. lignes.Select(l => (IReadOnlyList<Donnee>)
            [
                D("savoir_faire", "SavoirFaire", Libelle(l.SavoirFaire)), D("jour", "Jour", l.Jour), D("niveau", "Niveau", MotsCapacitation.Francais($"Niveau.{l.Niveau}")), D("preuve", "Preuve", MotsCapacitation.Francais($"Preuve.{l.Preuve}")),
            ])]),
            .. Lot("savoir_faire_choisis", "Donnees.Choisis", [.. choisis.Select(c => (IReadOnlyList<Donnee>)
            [
                D("savoir_faire", "SavoirFaire", Libelle(c.SavoirFaire)), D("choisi_le", "ChoisiLe", c.ChoisiLe), D("etat", "Etat", MotsCapacitation.Francais($"Objectif.{c.Etat}")),
                D("motif", "Motif", ListesDuParcours.MotifsDAbandon.Libelle(c.Motif)), D("reporte_au", "ReporteAu", c.ReporteAu),
            ])]),
            .. Lot("parcours", "Donnees.Parcours", [.. parcours.Select(p => (IReadOnlyList<Donnee>)
            [
                D("ouvert_le", "OuvertLe", p.OuvertLe), D("etat", "Etat", MotsCapacitation.Francais($"Etat.{p.Etat}")), D("langue", "Langue", ListesDuParcours.Langues.Libelle(p.Langue)),
            ])]),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation) =>
        await db.Set<SignalDeSaisie>().Where(s => s.Personne == personne).ExecuteDeleteAsync(annulation)
        + await db.Set<Parcours>().Where(p => p.Personne == personne).ExecuteDeleteAsync(annulation);

    private string Libelle(string code) => catalogue.Catalogue.Lire(code)?.Libelle ?? code;

    private static Donnee D(string cle, string mot, object? valeur) => new(cle, MotsCapacitation.Francais($"Donnees.{mot}"), valeur);

    private static IEnumerable<LotDeDonnees> Lot(string cle, string mots, IReadOnlyList<IReadOnlyList<Donnee>> fiches) =>
        fiches.Count == 0 ? [] : [new(cle, MotsCapacitation.Francais($"{mots}.Titre"), MotsCapacitation.Francais($"{mots}.Explication"), "suivi", fiches)];
}
