using System.Globalization;
using System.Text;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Counts of a search for duplicates.</summary>
internal sealed record RapportDeDedoublonnage
{
    public required int Lieux { get; init; }

    public required int Candidats { get; init; }

    public required int Groupes { get; init; }

    public required int LieuxGroupes { get; init; }

    public required int PlusGrandGroupe { get; init; }

    public required int LieuxFusionnes { get; init; }

    public required int PairesARevoir { get; init; }

    public required int Voisins { get; init; }

    public required int Redirections { get; init; }

    /// <summary>How many groups bring together which sources.</summary>
    public required SortedDictionary<string, int> ParSources { get; init; }

    public string EnMots()
    {
        var texte = new StringBuilder();
        texte.Append(
            string.Create(
                CultureInfo.GetCultureInfo("fr-FR"),
                $"""
                # Recherche de doublons

                {Lieux:N0} lignes lues, {Candidats:N0} paires comparées.

                - {Groupes:N0} groupes réunissent {LieuxGroupes:N0} lignes ; le plus grand en a {PlusGrandGroupe:N0}.
                - Le fichier `lieux.csv` a {LieuxFusionnes:N0} lieux.
                - {PairesARevoir:N0} paires sont à revoir par une personne (`a-revoir.jsonl`, les plus probables d’abord).
                - {Voisins:N0} paires de guichets distincts sont à la même adresse (`voisins.jsonl`) : à montrer ensemble.
                - {Redirections:N0} identifiants mènent à un autre (`redirections.csv`).

                ## Groupes par sources

                | sources | groupes |
                | --- | ---: |

                """));
        foreach (var (sources, nombre) in ParSources.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            texte.Append(CultureInfo.InvariantCulture, $"| {sources.Replace("|", "\\|", StringComparison.Ordinal)} | {nombre} |\n");
        }

        return texte.ToString().ReplaceLineEndings("\n");
    }
}
