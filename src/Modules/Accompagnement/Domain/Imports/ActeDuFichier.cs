using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>One act of the file, from one row or from those of one workshop.</summary>
internal sealed record ActeDuFichier
{
    public required IReadOnlyList<long> Numeros { get; init; }
    public string? Cle { get; init; }
    public byte[]? Empreinte { get; init; }
    public string? Type { get; init; }
    public DateOnly? Jour { get; init; }
    public int Minutes { get; init; }

    /// <summary>What the file counts.</summary>
    public required int Accompagnements { get; init; }

    /// <summary>What would be counted here.</summary>
    public required int Personnes { get; init; }

    public bool Ambigue { get; init; }

    /// <summary>Null when it is refused.</summary>
    public SaisieDActivite? Saisie { get; init; }

    public IReadOnlyList<DefautDeLigne> Defauts { get; init; } = [];
}
