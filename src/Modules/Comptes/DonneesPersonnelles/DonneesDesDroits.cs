using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using static FaireAvec.Comptes.DonneesPersonnelles.DonneesDuCompte;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>What is kept because a person has rights: their requests, their consents, who looked at their data, the times when the support looked at their screen.</summary>
internal sealed class DonneesDesDroits(FaireAvecDb db, INomsDesComptes noms, TimeProvider horloge) : IDonneesDePersonne
{
    public string Nom => "comptes.droits";

    public IReadOnlyList<string> Entites => [nameof(DemandeDeDroits)];

    // Consents of people helped, and who looked at their sheet.
    public bool PersonnesAidees => true;

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var accords = await (
            from a in db.Set<Accord>()
            join t in db.Set<TexteGarde>() on new { a.Finalite, a.Version } equals new { t.Finalite, t.Version }
            where a.Personne == personne
            orderby a.DonneLe
            select new { t.Titre, t.Texte, a.Version, a.DonneLe, a.Moyen, a.RetireLe, a.MoyenDuRetrait }).ToListAsync(annulation);
        var demandes = await db.Set<DemandeDeDroits>().AsNoTracking().Where(d => d.Personne == personne).OrderBy(d => d.RecueLe).ToListAsync(annulation);
        var consultations = new List<IReadOnlyList<Donnee>>();
        foreach (var c in await db.Set<Consultation>().AsNoTracking().Where(c => c.Personne == personne).OrderByDescending(c => c.Instant).ToListAsync(annulation))
        {
            consultations.Add([D("instant", c.Instant), D("par", await noms.NomAsync(c.Par.ToString(), annulation) ?? MotsDonneesPersonnelles.T("Commun.PersonnePartie")), D("quoi", c.Quoi), D("pourquoi", c.Pourquoi)]);
        }

        return
        [
            Lot("accords", "accords", [.. accords.Select(a => (IReadOnlyList<Donnee>)
            [
                D("titre", a.Titre), D("texte", a.Texte), D("version", a.Version), D("donne_le", a.DonneLe), D("moyen", MotsDonneesPersonnelles.T($"Moyen.{a.Moyen}")),
                D("retire_le", a.RetireLe), D("moyen_du_retrait", a.MoyenDuRetrait is null ? null : MotsDonneesPersonnelles.T($"Moyen.{a.MoyenDuRetrait}")),
            ])], LiensDonneesPersonnelles.MesAccords),
            Lot("consultations", "consultations", consultations),
            Lot("demandes", "demandes", [.. demandes.Select(d => (IReadOnlyList<Donnee>)
            [
                D("type", MotsDonneesPersonnelles.T($"Demande.Type.{d.Type}")), D("etat", MotsDonneesPersonnelles.T($"Demande.Etat.{d.Etat}")), D("recue_le", d.RecueLe), D("echeance", d.Echeance),
                D("texte_de_la_demande", d.Texte), D("reponse", d.Reponse), D("motif_de_prolongation", d.MotifDeProlongation), D("finie_le", d.FinieLe),
            ])]),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation)
    {
        var demandes = await db.Set<DemandeDeDroits>().Where(d => d.Personne == personne).ToListAsync(annulation);
        var accords = await db.Set<Accord>().Where(a => a.Personne == personne && a.RetireLe == null).ToListAsync(annulation);
        // A consent doesn't outlive the person who gave it; that it was given stays, as a proof, without the identity.
        return demandes.Count(d => d.Effacer()) + accords.Count(a => a.Retirer(horloge.GetUtcNow(), nameof(MoyenDAccord.EnLigne)));
    }
}
