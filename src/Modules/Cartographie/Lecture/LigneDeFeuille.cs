using System.Globalization;
using System.Text;
using System.Xml;
using FaireAvec.Cartographie.Import;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>The row of a sheet on which the reading is.</summary>
internal sealed class LigneDeFeuille(XmlReader xml, string[] textes, FormatDeCellule[] formats, bool depuis1904)
{
    private readonly List<string?> _valeurs = [];
    private readonly List<(int Colonne, DrapeauDeCellule Drapeau)> _drapeaux = [];
    private readonly StringBuilder _cellule = new();
    private long _taille;

    /// <summary>Number that the spreadsheet shows on the left.</summary>
    public long Numero { get; private set; }

    /// <summary>Cells, the last one that says something included.</summary>
    public int Nombre => _valeurs.Count;

    public bool Vide => _valeurs.Count == 0 && !TropLongue;

    public bool TropLongue => _taille > LectureFichier.LigneMax;

    public string?[] Valeurs() => [.. _valeurs];

    /// <summary>The next row; false at the end of the sheet.</summary>
    public bool Avancer()
    {
        _valeurs.Clear();
        _drapeaux.Clear();
        _taille = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
            {
                return false;
            }

            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
            {
                continue;
            }

            Numero = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) && r > Numero ? r : Numero + 1;
            Cellules();
            return true;
        }

        return false;
    }

    public IReadOnlyList<(string Colonne, DrapeauDeCellule Drapeau)> Drapeaux(Entete entete, CellulesFusionnees fusions)
    {
        if (_drapeaux.Count == 0 && !fusions.Actives)
        {
            return [];
        }

        var drapeaux = new SortedDictionary<int, DrapeauDeCellule>();
        foreach (var (colonne, drapeau) in _drapeaux.Where(d => d.Colonne < entete.Noms.Count))
        {
            drapeaux[colonne] = drapeau;
        }

        for (var i = 0; fusions.Actives && i < entete.Noms.Count; i++)
        {
            if (fusions.Contient(i))
            {
                drapeaux[i] = drapeaux.GetValueOrDefault(i) | DrapeauDeCellule.Fusionnee;
            }
        }

        return [.. drapeaux.Select(d => (entete.Noms[d.Key], d.Value))];
    }

    private void Cellules()
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var (profondeur, colonne) = (xml.Depth, -1);
        while (xml.Read() && xml.Depth > profondeur)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            colonne = CellulesFusionnees.Reference(xml.GetAttribute("r")) is { } reference && reference.Colonne > colonne ? reference.Colonne : colonne + 1;
            var (type, style) = (xml.GetAttribute("t"), int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : -1);
            var (texte, formule) = Cellule(type);
            var (valeur, drapeau) = Interpreter(type, style, texte);
            drapeau |= formule ? DrapeauDeCellule.Formule : DrapeauDeCellule.Aucun;
            if (string.IsNullOrWhiteSpace(valeur) && drapeau == DrapeauDeCellule.Aucun)
            {
                continue;
            }

            if (colonne >= Entete.ColonnesMax)
            {
                throw new FichierIllisibleException($"La ligne {Numero} a une cellule dans la colonne {colonne + 1} : {Entete.ColonnesMax} colonnes au plus sont acceptées.");
            }

            _taille += valeur?.Length ?? 0;
            if (TropLongue)
            {
                valeur = null;
            }

            while (_valeurs.Count < colonne)
            {
                _valeurs.Add(null);
            }

            _valeurs.Add(valeur);
            if (drapeau != DrapeauDeCellule.Aucun)
            {
                _drapeaux.Add((colonne, drapeau));
            }
        }
    }

    /// <summary>The text of the value of a cell as it is written, and whether a formula gave it. The reading ends on its last tag.</summary>
    private (string? Texte, bool Formule) Cellule(string? type)
    {
        if (xml.IsEmptyElement)
        {
            return (null, false);
        }

        var (profondeur, texte, formule, dansV) = (xml.Depth, (string?)null, false, false);
        while (xml.Read() && xml.Depth > profondeur)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "f":
                    formule = true;
                    break;
                case XmlNodeType.Element when xml.LocalName == "is" && type == "inlineStr":
                    texte = Classeur.Texte(xml);
                    break;
                case XmlNodeType.Element:
                    dansV = xml.LocalName == "v" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    dansV = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when dansV:
                    _cellule.Clear().Append(texte);
                    Classeur.Ajouter(_cellule, xml);
                    texte = _cellule.ToString();
                    break;
                default:
                    break;
            }
        }

        return (texte, formule);
    }

    private (string? Valeur, DrapeauDeCellule Drapeau) Interpreter(string? type, int style, string? texte) => type switch
    {
        _ when texte is null => (null, DrapeauDeCellule.Aucun),
        "s" => (int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var rang) && rang < textes.Length ? textes[rang] : null, DrapeauDeCellule.Aucun),
        "str" => (Classeur.Decoder(texte), DrapeauDeCellule.Aucun),
        "inlineStr" => (texte, DrapeauDeCellule.Aucun),
        "b" => (texte.Trim() is "1" or "true" ? "true" : "false", DrapeauDeCellule.Aucun),
        "e" => (null, DrapeauDeCellule.Erreur),
        "d" => (texte.EndsWith("T00:00:00", StringComparison.Ordinal) ? texte[..^9] : texte, DrapeauDeCellule.Aucun),
        _ when double.TryParse(texte, NumberStyles.Float, CultureInfo.InvariantCulture, out var nombre) && double.IsFinite(nombre) =>
            ((style >= 0 && style < formats.Length ? formats[style] : default).Ecrire(nombre, depuis1904), DrapeauDeCellule.Aucun),
        _ => (texte, DrapeauDeCellule.Aucun),
    };
}
