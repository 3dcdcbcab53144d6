using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>A postal address taken apart: number, kind of street, words of its name.</summary>
internal readonly struct Adresse
{
    /// <summary>First number, 0 when there is none.</summary>
    public int Numero { get; init; }

    /// <summary>Last number of a range (« 22-24 »), else the same as <see cref="Numero"/>.</summary>
    public int NumeroFin { get; init; }

    /// <summary>First letter of « bis », « ter », « a »; 0 when there is none.</summary>
    public byte Indice { get; init; }

    /// <summary>The kind of street, as one of <see cref="LectureAdresse.Types"/>; empty when it isn't said.</summary>
    public Mot Type { get; init; }

    /// <summary>Words of the street's name, without the kind and the small words.</summary>
    public Mot[] Voie { get; init; }

    public float[] Poids { get; init; }

    /// <summary>True when it names no street or place that could be found: « le bourg », « mairie », nothing.</summary>
    public bool Vague { get; init; }

    public bool ANumero => Numero > 0;
}
