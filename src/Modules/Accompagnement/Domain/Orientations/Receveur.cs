using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>What an organisation says that one of its places can receive. Nothing of it is about a person.</summary>
internal sealed class Receveur : IJournalisee
{
    public const int ParSemaineMax = 500;

    public required Guid Id { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>Place of the map: one declaration each.</summary>
    public required string Lieu { get; init; }

    /// <summary>Codes of the needs that it takes.</summary>
    public string[] Besoins { get; set; } = [];

    public Metier Metier { get; set; }

    /// <summary>People a week; null when it doesn't count.</summary>
    public int? ParSemaine { get; set; }

    public string[] Langues { get; set; } = [];
    public string[] Amenagements { get; set; } = [];

    /// <summary>Can book an interpreter.</summary>
    public bool Interprete { get; set; }

    /// <summary>Receives nobody before the day after.</summary>
    public DateOnly? SuspenduJusquAu { get; set; }

    public required DateTimeOffset ModifieLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    public bool Suspendu(DateOnly jour) => SuspenduJusquAu >= jour;

    /// <summary>Places left in the week; null when it doesn't count.</summary>
    public int? Libres(int envoyees) => ParSemaine is { } n ? Math.Max(0, n - envoyees) : null;
}
