using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Norme.Ecriture;

/// <summary>A workbook of one sheet, « lieux »: the columns of the standard, every cell a text, so that codes keep their zeros and no text is a formula.</summary>
internal sealed class EcritureXlsx : EcritureDeLieux
{
    private readonly ClasseurEcrit _classeur;

    /// <param name="sortie">Where it is written; left open.</param>
    public EcritureXlsx(Stream sortie)
    {
        _classeur = new ClasseurEcrit(sortie);
        _classeur.Feuille("lieux", FicheLieu.Colonnes);
    }

    public override string? Ecrire(FicheLieu lieu) =>
        _classeur.Ligne(FicheLieu.Colonnes.Select(c => Cellule(lieu, c))) ? null : $"Une feuille de classeur a {ClasseurEcrit.LignesMax} lignes au plus.";

    public override void Finir() => _classeur.Finir();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _classeur.Dispose();
        }

        base.Dispose(disposing);
    }

    private static string? Cellule(FicheLieu lieu, string colonne) => colonne switch
    {
        "pivot" => lieu.Pivot ?? EcritureCsv.PivotInconnu,
        "latitude" => EcritureCsv.Degres(lieu.Latitude),
        "longitude" => EcritureCsv.Degres(lieu.Longitude),
        _ => lieu.Texte(colonne),
    };
}
