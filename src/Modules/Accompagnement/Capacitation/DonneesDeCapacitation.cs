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

    public IReadOnlyList<string> Entites => [nameof(Positionnement)];

    /// <summary>It holds something of people who are helped, never of who works.</summary>
#pragma warning disable CA1822 // An answer of this object, as the others.
    public bool PersonnesAidees => true;
#pragma warning restore CA1822

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var lignes = await db.Set<Positionnement>().AsNoTracking().Where(p => p.Personne == personne).OrderBy(p => p.Jour).ThenBy(p => p.SavoirFaire).ToListAsync(annulation);
        return lignes.Count == 0 ? [] :
        [
            new("savoir_faire", MotsCapacitation.Francais("Donnees.Titre"), MotsCapacitation.Francais("Donnees.Explication"), "suivi", [.. lignes.Select(l => (IReadOnlyList<Donnee>)
            [
                new("savoir_faire", MotsCapacitation.Francais("Donnees.SavoirFaire"), catalogue.Catalogue.Lire(l.SavoirFaire)?.Libelle ?? l.SavoirFaire),
                new("jour", MotsCapacitation.Francais("Donnees.Jour"), l.Jour.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                new("niveau", MotsCapacitation.Francais("Donnees.Niveau"), MotsCapacitation.Francais($"Niveau.{l.Niveau}")),
                new("preuve", MotsCapacitation.Francais("Donnees.Preuve"), MotsCapacitation.Francais($"Preuve.{l.Preuve}")),
            ])]),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation) =>
        await db.Set<SignalDeSaisie>().Where(s => s.Personne == personne).ExecuteDeleteAsync(annulation)
        + await db.Set<Parcours>().Where(p => p.Personne == personne).ExecuteDeleteAsync(annulation);
}
