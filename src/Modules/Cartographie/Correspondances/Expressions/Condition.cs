using System.Text.RegularExpressions;

namespace FaireAvec.Cartographie.Correspondances.Expressions;

/// <summary>
/// True or false for a row. What is written in one condition must all be true: a test on columns, all of some conditions, one of some conditions, not a
/// condition. A test on several columns is true when one of them passes it.
/// </summary>
internal sealed class Condition
{
    public string[] Colonnes { get; init; } = [];

    public string[] Separateurs { get; init; } = [];

    /// <summary>Whole texts (or whole parts, with a separator), folded.</summary>
    public HashSet<string> Egal { get; init; } = [];

    /// <summary>Words in a row, folded.</summary>
    public string[] Contient { get; init; } = [];

    /// <summary>Beginnings, folded.</summary>
    public string[] Commence { get; init; } = [];

    public Regex? Motif { get; init; }

    public bool? Rempli { get; init; }

    /// <summary>The text is somebody's name, most likely.</summary>
    public bool NomDePersonne { get; init; }

    /// <summary>Words that exclude: a text that contains one doesn't pass.</summary>
    public string[] Sauf { get; init; } = [];

    public Condition[] Toutes { get; init; } = [];

    public Condition[] Une { get; init; } = [];

    public Condition? Non { get; init; }

    public IEnumerable<string> ToutesLesColonnes => Interieures.SelectMany(c => c.ToutesLesColonnes).Concat(Colonnes).Distinct(StringComparer.Ordinal);

    /// <summary>True when values are named: only then can another value of the column be unknown.</summary>
    public bool NommeDesValeurs => Egal.Count + Contient.Length + Commence.Length > 0 || Motif is not null;

    private IEnumerable<Condition> Interieures => Non is null ? Toutes.Concat(Une) : Toutes.Concat(Une).Append(Non);

    public bool Vraie(LigneLue ligne) =>
        (Colonnes.Length == 0 || TestVrai(ligne))
        && Array.TrueForAll(Toutes, c => c.Vraie(ligne))
        && (Une.Length == 0 || Array.Exists(Une, c => c.Vraie(ligne)))
        && Non?.Vraie(ligne) != true;

    /// <summary>True when a test of this condition, or of one inside, names this part of a column: it is known, whether the whole is true or not.</summary>
    public bool Connait(string colonne, string partie) =>
        (Colonnes.Contains(colonne, StringComparer.Ordinal) && (!NommeDesValeurs || Nomme(partie))) || Interieures.Any(c => c.Connait(colonne, partie));

    /// <summary>The columns of which values are named, with how they are cut.</summary>
    public IEnumerable<(string Colonne, string[] Separateurs)> ColonnesNommees =>
        (NommeDesValeurs ? Colonnes.Select(c => (c, Separateurs)) : []).Concat(Interieures.SelectMany(c => c.ColonnesNommees));

    private bool TestVrai(LigneLue ligne)
    {
        if (Rempli is { } rempli)
        {
            var unePleine = Array.Exists(Colonnes, c => ligne[c] is not null);
            if (unePleine != rempli)
            {
                return false;
            }

            if (!NommeDesValeurs && !NomDePersonne && Sauf.Length == 0)
            {
                return true;
            }
        }

        foreach (var colonne in Colonnes)
        {
            if (ligne[colonne] is { } texte && Array.Exists(TexteCompare.Decouper(texte, Separateurs), Passe))
            {
                return true;
            }
        }

        return false;
    }

    private bool Passe(string partie)
    {
        if ((NommeDesValeurs && !Nomme(partie)) || (NomDePersonne && !Nettoyage.NomDePersonne.Est(partie)))
        {
            return false;
        }

        if (Sauf.Length == 0)
        {
            return true;
        }

        var plie = TexteCompare.Plier(partie);
        return !Array.Exists(Sauf, s => TexteCompare.ContientMots(plie, s));
    }

    private bool Nomme(string partie)
    {
        var plie = TexteCompare.Plier(partie);
        return Egal.Contains(plie)
            || Array.Exists(Contient, m => TexteCompare.ContientMots(plie, m))
            || Array.Exists(Commence, d => plie.StartsWith(d, StringComparison.Ordinal))
            || (Motif is not null && Motifs.Chercher(Motif, partie) is not null);
    }
}
