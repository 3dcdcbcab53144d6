using System.Globalization;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>The merged cells of a sheet, followed row by row.</summary>
internal sealed class CellulesFusionnees
{
    private const int Max = 200_000;
    private readonly List<(long Debut, long Fin, int Gauche, int Droite)> _toutes = [];
    private readonly List<(long Debut, long Fin, int Gauche, int Droite)> _actives = [];
    private int _suivante;

    /// <param name="plage">« B2:C4 ».</param>
    public void Ajouter(string? plage)
    {
        var deux = plage?.Split(':') ?? [];
        if (deux.Length != 2 || Reference(deux[0]) is not { } debut || Reference(deux[1]) is not { } fin)
        {
            return;
        }

        if (_toutes.Count == Max)
        {
            throw new FichierIllisibleException($"Le classeur a plus de {Max} groupes de cellules fusionnées.");
        }

        _toutes.Add((debut.Ligne, fin.Ligne, debut.Colonne, fin.Colonne));
    }

    public void Trier() => _toutes.Sort();

    public void Avancer(long ligne)
    {
        _actives.RemoveAll(f => f.Fin < ligne);
        for (; _suivante < _toutes.Count && _toutes[_suivante].Debut <= ligne; _suivante++)
        {
            if (_toutes[_suivante].Fin >= ligne)
            {
                _actives.Add(_toutes[_suivante]);
            }
        }

        if (_actives.Count > Entete.ColonnesMax)
        {
            // Merged cells can't cover one another: this isn't the work of a spreadsheet.
            throw new FichierIllisibleException($"À la ligne {ligne}, le classeur a des cellules fusionnées qui se recouvrent.");
        }
    }

    /// <summary>True when the cell of this column (from 0) is in a group, in the row last advanced to.</summary>
    public bool Contient(int colonne) => _actives.Exists(f => colonne >= f.Gauche && colonne <= f.Droite);

    public bool Actives => _actives.Count > 0;

    /// <summary>Row (from 1) and column (from 0) of « AB12 »; null when it isn't one.</summary>
    public static (long Ligne, int Colonne)? Reference(string? reference)
    {
        var (i, colonne) = (0, 0);
        for (; i < reference?.Length && i < 4 && char.IsAsciiLetter(reference[i]); i++)
        {
            colonne = (colonne * 26) + (char.ToUpperInvariant(reference[i]) - 'A' + 1);
        }

        return i > 0 && int.TryParse(reference.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var ligne) && ligne > 0 ? (ligne, colonne - 1) : null;
    }
}
