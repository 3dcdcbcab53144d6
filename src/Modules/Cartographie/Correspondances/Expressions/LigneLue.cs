using FaireAvec.Cartographie.Correspondances.Moteur;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Correspondances.Expressions;

/// <summary>A row being mapped: its texts, what it touched, what was deduced.</summary>
internal sealed class LigneLue(LigneBrute brute, Reparation reparation, Comptage comptage)
{
    private string? _deduction;

    public long Numero => brute.Numero;

    /// <summary>The text of a column, lost letters put back; null when it is empty or absent.</summary>
    public string? this[string colonne] => brute[colonne] is { } texte ? reparation.Reparer(texte) : null;

    /// <summary>True when the text of the column isn't the file's.</summary>
    public string? Brut(string colonne) => brute[colonne];

    public void Toucher(int numero) => comptage.Toucher(numero, Numero);

    public void Inconnue(string chemin, string valeur) => comptage.Inconnue(chemin, valeur);

    public void Deduire(string motif) => _deduction ??= motif;

    /// <summary>Why what was just evaluated is deduced, and forgets it.</summary>
    public string? PrendreDeduction()
    {
        var motif = _deduction;
        _deduction = null;
        return motif;
    }
}
