using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Mentorats;

/// <summary>An experienced médiateur stands by another one. Declared by who coordinates the team; both see it, and may object or end it. Ids and dates, no words about anybody.</summary>
internal sealed class Mentorat : IJournalisee
{
    /// <summary>Declared this many days ahead at most.</summary>
    public const int AvanceMax = 90;

    public required Guid Id { get; init; }
    public required Guid Mentor { get; init; }
    public required Guid Mentore { get; init; }

    /// <summary>The team of the one who is helped.</summary>
    public required Guid Equipe { get; init; }

    public required Guid DeclarePar { get; init; }
    public required DateOnly Debut { get; init; }
    public required DateTimeOffset DeclareLe { get; init; }
    public EtatDeMentorat Etat { get; private set; } = EtatDeMentorat.EnCours;

    /// <summary>The day when it was refused or ended.</summary>
    public DateOnly? Fin { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    public PlaceDansLeMentorat? PlaceDe(Guid compte) => compte == Mentor ? PlaceDansLeMentorat.Mentor : compte == Mentore ? PlaceDansLeMentorat.Mentore : null;

    /// <summary>Moves to another state; null, or why not.</summary>
    public Erreur? Passer(EtatDeMentorat vers, PlaceDansLeMentorat qui, DateOnly aujourdhui)
    {
        if (!EtatsDeMentorat.Permet(Etat, vers, qui))
        {
            return ErreursDeMentorat.Etat;
        }

        // Ended before it began: it never was.
        (Etat, Fin) = (vers, aujourdhui < Debut ? Debut : aujourdhui);
        return null;
    }

    /// <summary>Why the two may not meet on that day, or null.</summary>
    public Erreur? RefusDeRencontre(DateOnly? jour, DateOnly aujourdhui) =>
        Etat != EtatDeMentorat.EnCours ? ErreursDeMentorat.Etat : jour is not { } j || j > aujourdhui || j < Debut ? ErreursDeMentorat.Rencontre : null;

    /// <summary>Why these two, from that day, can't be declared; null when they can.</summary>
    public static Erreur? Refus(Guid mentor, Guid mentore, DateOnly? debut, DateOnly aujourdhui) =>
        mentor == mentore ? ErreursDeMentorat.SoiMeme
        : debut is not { } d || d > aujourdhui.AddDays(AvanceMax) || d < aujourdhui.AddYears(-5) ? ErreursDeMentorat.Date
        : null;
}

/// <summary>The two met. The day only: what they said is theirs.</summary>
internal sealed class RencontreDeMentorat : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Mentorat { get; init; }
    public required DateOnly Jour { get; init; }
    public required Guid NoteePar { get; init; }
    public required DateTimeOffset NoteeLe { get; init; }

    string IJournalisee.IdJournal => Id.ToString();
}
