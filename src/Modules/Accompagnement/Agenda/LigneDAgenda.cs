using FaireAvec.Accompagnement.Domain.Agenda;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>What a line of the agenda is.</summary>
internal enum NatureDeLigne
{
    RendezVous,
    Atelier,
    Absence,
    Libre,
}

/// <summary>One thing of a day.</summary>
/// <param name="Nature">What it is.</param>
/// <param name="Id">Its id; empty for a free slot.</param>
/// <param name="Debut">When it begins.</param>
/// <param name="Fin">When it ends.</param>
/// <param name="Fuseau">Zone of the place.</param>
/// <param name="Quoi">Who comes, or the title.</param>
/// <param name="Ou">Name of the place.</param>
/// <param name="RendezVous">The appointment, when it is one.</param>
/// <param name="Inscrits">Seats taken of a workshop.</param>
/// <param name="Capacite">Seats of a workshop.</param>
internal sealed record LigneDAgenda(NatureDeLigne Nature, Guid Id, DateTimeOffset Debut, DateTimeOffset Fin, string Fuseau, string? Quoi, string? Ou, RendezVous? RendezVous = null, int Inscrits = 0, int Capacite = 0)
{
    public DateOnly Jour => HeuresLocales.Jour(Fuseau, Debut);
}
