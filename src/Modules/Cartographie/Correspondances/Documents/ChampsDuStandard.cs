using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Correspondances.Documents;

/// <summary>What a document may say of the fields of the standard.</summary>
internal static class ChampsDuStandard
{
    /// <summary>The fields that an expression may give; the id and the hours have their own part of the document.</summary>
    public static readonly string[] Tous = [.. FicheLieu.Colonnes.Where(c => c is not ("id" or "horaires"))];

    private static readonly HashSet<string> Listes = [.. Vocabulaire.ParColonne.Keys, "typologie", "courriels", "site_web", "autres_formations_labels"];

    public static bool EstConnu(string champ) => Tous.Contains(champ, StringComparer.Ordinal);

    /// <summary>True for the fields that hold several values.</summary>
    public static bool EstUneListe(string champ) => Listes.Contains(champ);

    /// <summary>The labels of a closed field; null for the others.</summary>
    public static ListeFermee? ListeFermee(string champ) => Vocabulaire.ParColonne.GetValueOrDefault(champ);
}
