using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>The reports that somebody kept: told to them, erased with their account; their links are void then.</summary>
internal sealed class DonneesDesRapports(FaireAvecDb db) : IDonneesDePersonne
{
    public string Nom => "accompagnement.rapports";

    public IReadOnlyList<string> Entites => [nameof(Rapport)];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var rapports = await db.Set<Rapport>().AsNoTracking().Where(r => r.Auteur == personne).OrderBy(r => r.CalculeLe).Select(r => new { r.Titre, r.Commentaire, r.Du, r.Au, r.CalculeLe, r.PartageExpireLe }).ToListAsync(annulation);
        return rapports.Count == 0
            ? []
            :
            [
                new("rapports", MotsStatistiques.T("Lot.rapports"), MotsStatistiques.T("Lot.Texte"), "rapports",
                    [.. rapports.Select(r => (IReadOnlyList<Donnee>)[D("titre", r.Titre), D("commentaire", r.Commentaire), D("du", r.Du.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), D("au", r.Au.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), D("calcule_le", r.CalculeLe), D("partage_jusqu_au", r.PartageExpireLe)])],
                    LiensDesStatistiques.Rapports),
            ];
    }

    public Task<int> EffacerAsync(Guid personne, CancellationToken annulation) => db.Set<Rapport>().Where(r => r.Auteur == personne).ExecuteDeleteAsync(annulation);

    private static Donnee D(string cle, object? valeur) => new(cle, MotsStatistiques.T($"Donnee.{cle}"), valeur);
}
