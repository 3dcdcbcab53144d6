namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>
/// A time that is taken, without anybody's name: what colleagues see. Written by the triggers of appointments and workshops alone; the database refuses two
/// at once for one médiateur, or in one room.
/// </summary>
internal sealed class Occupation
{
    /// <summary>The appointment or the workshop.</summary>
    public required Guid Source { get; init; }

    public required bool Atelier { get; init; }
    public required Guid Compte { get; init; }
    public required Guid Organisation { get; init; }
    public required string Lieu { get; init; }
    public Guid? Salle { get; init; }
    public required DateTimeOffset Debut { get; init; }
    public required DateTimeOffset Fin { get; init; }

    /// <summary>Until when it is kept for somebody who hasn't confirmed; null: confirmed.</summary>
    public DateTimeOffset? TenueJusqua { get; init; }

    public Plage Plage => new(Debut, Fin);
}
