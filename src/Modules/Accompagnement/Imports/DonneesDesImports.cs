using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>The imports of somebody who works: told to them; the files and the lines go with their account.</summary>
internal sealed class DonneesDesImports(FaireAvecDb db, TimeProvider horloge) : IDonneesDePersonne
{
    public string Nom => "accompagnement.imports";

    public IReadOnlyList<string> Entites => [nameof(ImportDActivites)];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var imports = await db.Set<ImportDActivites>().AsNoTracking().Where(i => i.Auteur == personne).OrderBy(i => i.DeposeLe).ToListAsync(annulation);
        return imports.Count == 0
            ? []
            :
            [
                new("imports", MotsImports.T("Lot.imports"), MotsImports.T("Lot.Texte"), "imports-d-activites",
                    [.. imports.Select(i => (IReadOnlyList<Donnee>)[D("fichier", i.Fichier), D("depose_le", i.DeposeLe), D("etat", MotsImports.T($"Etat.{i.Etat}")), D("actes", i.Bilan?.Ecrits)])], LiensDesImports.Importer),
            ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation)
    {
        var siens = db.Set<ImportDActivites>().Where(i => i.Auteur == personne && (i.EffaceLe == null || i.Fichier != ""));
        await db.EffacerLesContenusAsync(db.Set<ImportDActivites>().Where(i => i.Auteur == personne), annulation);
        var maintenant = horloge.GetUtcNow();
        return await siens.ExecuteUpdateAsync(i => i.SetProperty(x => x.Fichier, "").SetProperty(x => x.EffaceLe, maintenant).SetProperty(x => x.Etat, x => x.Etat == EtatDImport.Termine || x.Etat == EtatDImport.Annule ? x.Etat : EtatDImport.Abandonne), annulation);
    }

    private static Donnee D(string cle, object? valeur) => new(cle, MotsImports.T($"Donnee.{cle}"), valeur);
}
