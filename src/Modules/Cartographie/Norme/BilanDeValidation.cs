namespace FaireAvec.Cartographie.Norme;

/// <summary>The numbers of a validation.</summary>
internal sealed class BilanDeValidation
{
    public required string Schema { get; init; }

    public int Lignes { get; set; }

    /// <summary>Rows without a blocking defect.</summary>
    public int Valides { get; set; }

    public int Defauts => Bloquants + Avertissements;

    public int Bloquants { get; private set; }

    public int Avertissements { get; private set; }

    public SortedDictionary<string, int> ParRegle { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows with a column or a value of a version 0.x.</summary>
    public int LignesV0 { get; set; }

    /// <summary>Labels « Étapes numériques (La Poste) »: right, and refused by the official pattern.</summary>
    public int EtapesNumeriques { get; set; }

    /// <summary>Version that the file is written in, as it looks.</summary>
    public string VersionLue => LignesV0 > 0 ? "0" : "1";

    public void Compter(Defaut defaut)
    {
        if (defaut.Niveau == Niveau.Bloquant)
        {
            Bloquants++;
        }
        else
        {
            Avertissements++;
        }

        ParRegle[defaut.Regle] = ParRegle.GetValueOrDefault(defaut.Regle) + 1;
    }
}
