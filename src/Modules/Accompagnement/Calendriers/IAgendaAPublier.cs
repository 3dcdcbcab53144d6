using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.ICalendar;

namespace FaireAvec.Accompagnement.Calendriers;

/// <summary>
/// What goes in the calendars that programs subscribe to. The agenda registers one (<c>services.AddScoped&lt;IAgendaAPublier, …&gt;()</c>); called in the system context
/// "systeme:taches": whoever calls has checked the secret of the address, or asks for what is public.
/// </summary>
internal interface IAgendaAPublier
{
    /// <summary>The appointments and workshops of a médiateur that cross these instants, those given up too.</summary>
    Task<IReadOnlyList<MomentPublie>> DuMediateurAsync(FaireAvecDb db, Guid compte, Guid organisation, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation);

    /// <summary>The public workshops of a place that cross these instants, those given up too.</summary>
    Task<IReadOnlyList<MomentPublie>> AteliersDuLieuAsync(FaireAvecDb db, string lieu, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation);
}

/// <summary>An appointment or a workshop, as a calendar shows it.</summary>
/// <param name="Id">Its id, that never changes.</param>
/// <param name="Debut">When it begins.</param>
/// <param name="Fin">When it ends.</param>
/// <param name="Fuseau">Zone of the place (IANA).</param>
/// <param name="Lieu">Name of the place, with its commune.</param>
/// <param name="Etat">Where it stands.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="ModifieLe">When it last changed, or when it was made.</param>
internal sealed record MomentPublie(Guid Id, DateTimeOffset Debut, DateTimeOffset Fin, string Fuseau, string Lieu, EtatICalendar Etat, int Version, DateTimeOffset ModifieLe)
{
    /// <summary>Title of a workshop; null for an appointment.</summary>
    public string? Atelier { get; init; }

    /// <summary>Words about a workshop, for anybody.</summary>
    public string? Description { get; init; }

    /// <summary>The first name that the person gave: written only when the médiateur asked for it.</summary>
    public string? Prenom { get; init; }

    /// <summary>Path of its page here.</summary>
    public string? Lien { get; init; }
}
