using FaireAvec.Cartographie.Correspondances.Documents;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>What a row, or several, say of a place in the standard's fields, before any cleaning.</summary>
internal sealed class Brouillon
{
    /// <summary>Rows of the file, in order.</summary>
    public List<long> Lignes { get; } = [];

    public string? IdLocal { get; set; }

    /// <summary>What the rows of one place have in common; null when the row stands alone.</summary>
    public string? Groupe { get; set; }

    /// <summary>Texts by field of the standard.</summary>
    public Dictionary<string, string[]> Champs { get; } = new(StringComparer.Ordinal);

    /// <summary>Why the value of a field is deduced.</summary>
    public Dictionary<string, string> Deduits { get; } = new(StringComparer.Ordinal);

    /// <summary>The hours as written, in the order in which they are tried.</summary>
    public List<HorairesLus> Horaires { get; set; } = [];

    /// <summary>Texts where the commune may be named.</summary>
    public string[] CommuneDans { get; set; } = [];

    /// <summary>The first text of a field, or null.</summary>
    public string? Texte(string champ) => Champs.GetValueOrDefault(champ) is [var premier, ..] ? premier : null;

    /// <summary>The texts of a field as in a CSV cell, « | » between several; null when there is none.</summary>
    public string? Cellule(string champ) => Champs.GetValueOrDefault(champ) switch
    {
        null or [] => null,
        [var un] => un,
        var plusieurs when ChampsDuStandard.EstUneListe(champ) => string.Join(FicheLieu.SeparateurDeListe, plusieurs),
        var plusieurs => plusieurs[0],
    };

    /// <summary>Adds what another row says of the same place.</summary>
    public void Fondre(Brouillon autre, IReadOnlyDictionary<string, Fusion> fusions)
    {
        Lignes.AddRange(autre.Lignes);
        IdLocal ??= autre.IdLocal;
        CommuneDans = [.. CommuneDans.Union(autre.CommuneDans, StringComparer.Ordinal)];
        if (Horaires.Count == 0)
        {
            Horaires = autre.Horaires;
        }

        foreach (var champ in Champs.Keys.Union(autre.Champs.Keys).ToList())
        {
            var (un, deux) = (Champs.GetValueOrDefault(champ) ?? [], autre.Champs.GetValueOrDefault(champ) ?? []);
            var valeurs = Fusionner(un, deux, fusions.GetValueOrDefault(champ, ParDefaut(champ)));
            Champs[champ] = valeurs;
            if (un.Length == 0 && valeurs.Length > 0 && autre.Deduits.TryGetValue(champ, out var motif))
            {
                Deduits[champ] = motif;
            }
        }
    }

    private static Fusion ParDefaut(string champ) => ChampsDuStandard.EstUneListe(champ) ? Fusion.Union : champ == "date_maj" ? Fusion.PlusRecent : Fusion.Premier;

    private static string[] Fusionner(string[] un, string[] deux, Fusion fusion) => fusion switch
    {
        _ when deux.Length == 0 => un,
        _ when un.Length == 0 => deux,
        Fusion.Union => [.. un.Union(deux, StringComparer.Ordinal)],
        Fusion.PlusLong => deux[0].Length > un[0].Length ? deux : un,
        Fusion.PlusRecent => string.CompareOrdinal(deux[0], un[0]) > 0 ? deux : un,
        Fusion.Unanime => un.SequenceEqual(deux, StringComparer.Ordinal) ? un : [],
        _ => un,
    };
}
