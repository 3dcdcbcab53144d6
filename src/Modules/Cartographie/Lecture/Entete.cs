namespace FaireAvec.Cartographie.Lecture;

/// <summary>
/// The names of the columns of a file, in its order. A CSV file or a sheet says them first; those of a JSON list are found as it is read, so the
/// same object grows.
/// </summary>
internal sealed class Entete
{
    public const int ColonnesMax = 500;
    public const int LongueurDuNom = 500;

    private readonly List<string> _noms = [];
    private readonly Dictionary<string, int> _rangs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sansCasse = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _doublons = [];

    public IReadOnlyList<string> Noms => _noms;

    /// <summary>The names that the file gives to several columns. The second one is read as « nom (2) ».</summary>
    public IReadOnlyList<string> Doublons => _doublons;

    /// <summary>The header of rows of cells: a column without a name is called by its rank.</summary>
    public static Entete DeCellules(IReadOnlyList<string?> cellules)
    {
        if (cellules.Count > ColonnesMax)
        {
            throw new Import.FichierIllisibleException($"Le fichier a {cellules.Count} colonnes : {ColonnesMax} au plus sont acceptées.");
        }

        var entete = new Entete();
        for (var i = 0; i < cellules.Count; i++)
        {
            var nom = cellules[i]?.Trim().Trim('\uFEFF').Trim() ?? "";
            nom = nom.Length == 0 ? $"colonne {i + 1}" : nom;
            var libre = nom;
            for (var n = 2; entete._rangs.ContainsKey(libre); n++)
            {
                libre = $"{nom} ({n})";
            }

            if (libre != nom)
            {
                entete._doublons.Add(nom);
            }

            entete.Ajouter(libre);
        }

        return entete;
    }

    /// <summary>Columns without names, as many as this: « colonne 1 », « colonne 2 »…</summary>
    public void Elargir(int nombre)
    {
        while (_noms.Count < nombre)
        {
            Ajouter($"colonne {_noms.Count + 1}");
        }
    }

    /// <summary>Rank of a column: by its exact name, else without regard to case; −1 when there is none.</summary>
    public int Rang(string nom) => _rangs.TryGetValue(nom, out var rang) || _sansCasse.TryGetValue(nom, out rang) ? rang : -1;

    /// <summary>Rank of a column by its exact name; −1 when there is none.</summary>
    public int RangExact(string nom) => _rangs.GetValueOrDefault(nom, -1);

    /// <summary>Rank of a column by its exact name, added when it is new.</summary>
    public int Ajouter(string nom)
    {
        if (_rangs.TryGetValue(nom, out var rang))
        {
            return rang;
        }

        if (_noms.Count == ColonnesMax)
        {
            throw new Import.FichierIllisibleException($"Le fichier a plus de {ColonnesMax} colonnes.");
        }

        if (nom.Length > LongueurDuNom)
        {
            throw new Import.FichierIllisibleException($"Le nom d’une colonne dépasse {LongueurDuNom} caractères : « {nom[..40]}… ».");
        }

        rang = _noms.Count;
        _noms.Add(nom);
        _rangs.Add(nom, rang);
        _sansCasse.TryAdd(nom, rang);
        return rang;
    }
}
