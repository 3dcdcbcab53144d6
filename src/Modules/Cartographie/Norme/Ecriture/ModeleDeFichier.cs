using System.Text;

namespace FaireAvec.Cartographie.Norme.Ecriture;

/// <summary>The file that a producer downloads and fills: the header, an example row, and in the workbook a sheet that explains each column.</summary>
internal static class ModeleDeFichier
{
    public const string NomCsv = "modele-lieux-de-mediation-numerique.csv";
    public const string NomXlsx = "modele-lieux-de-mediation-numerique.xlsx";

    /// <summary>With a mark, so that a spreadsheet reads the accents.</summary>
    public static byte[] Csv(SchemaDesLieux schema) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{EcritureCsv.Entete}\r\n{string.Join(',', schema.Colonnes.Select(c => EcritureCsv.Champ(c.Exemple)))}\r\n")];

    /// <param name="schema">The standard.</param>
    /// <param name="sortie">Where the workbook is written; left open.</param>
    public static void Xlsx(SchemaDesLieux schema, Stream sortie)
    {
        using var classeur = new ClasseurEcrit(sortie);
        classeur.Feuille("lieux", [.. schema.Colonnes.Select(c => c.Nom)], [.. schema.Colonnes.Select(c => Math.Max(12, c.Nom.Length + 2))]);
        classeur.Ligne(schema.Colonnes.Select(c => c.Exemple));
        classeur.Feuille("mode d'emploi", ["Colonne", "Obligatoire", "Plusieurs valeurs", "Ce qu’il faut écrire", "Valeurs admises", "Exemple"], [32, 12, 26, 60, 70, 40]);
        foreach (var c in schema.Colonnes)
        {
            classeur.Ligne([c.Nom, c.Obligatoire ? "oui" : "non", c.EstListe ? "oui, séparées par « | »" : "non", c.Regle, c.Valeurs is null ? null : string.Join('\n', c.Valeurs), c.Exemple]);
        }

        classeur.Feuille("typologies", ["Code", "Libellé"], [18, 70]);
        foreach (var t in schema.Typologies.Valeurs)
        {
            classeur.Ligne([t.Code, t.Libelle]);
        }

        classeur.Finir();
    }
}
