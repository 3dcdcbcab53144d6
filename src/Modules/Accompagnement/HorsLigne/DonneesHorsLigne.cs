using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>The devices of somebody who works: told to them; erased with their account, and taken back.</summary>
internal sealed class DonneesHorsLigne(FaireAvecDb db, TimeProvider horloge) : IDonneesDePersonne
{
    private const string Traitement = "appareils";

    public string Nom => "accompagnement.hors_ligne";

    public IReadOnlyList<string> Entites => [nameof(Appareil)];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var appareils = await db.Set<Appareil>().AsNoTracking().Where(a => a.Compte == personne).OrderBy(a => a.InscritLe).ToListAsync(annulation);
        return appareils.Count == 0
            ? []
            :
            [
                new("appareils", MotsHorsLigne.T("Lot.appareils"), MotsHorsLigne.T("Lot.Texte"), Traitement,
                    [.. appareils.Select(a => (IReadOnlyList<Donnee>)[D("nom", a.Nom), D("inscrit_le", a.InscritLe), D("vu_le", a.VuLe), D("revoque_le", a.RevoqueLe)])], LiensHorsLigne.Appareils),
            ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation)
    {
        var efface = MotsHorsLigne.T("Appareil.Efface");
        var changes = 0;
        foreach (var appareil in await db.Set<Appareil>().Where(a => a.Compte == personne && (a.RevoqueLe == null || a.Nom != efface)).ToListAsync(annulation))
        {
            appareil.Revoquer(horloge.GetUtcNow());
            appareil.Nom = efface;
            changes++;
        }

        await db.SaveChangesAsync(annulation);
        return changes + await db.Set<Envoi>().Where(e => e.Compte == personne && e.Corps != null).ExecuteUpdateAsync(e => e.SetProperty(x => x.Corps, (byte[]?)null).SetProperty(x => x.Etat, EtatDEnvoi.Abandonne), annulation);
    }

    private static Donnee D(string cle, object? valeur) => new(cle, MotsHorsLigne.T($"Donnee.{cle}"), valeur);
}
