using FaireAvec.Kernel.Normes;

namespace FaireAvec.Accompagnement.Rappels;

/// <summary>Something to come that somebody agreed to be reminded of. In memory only.</summary>
/// <param name="Id">The appointment, or the registration to a workshop.</param>
/// <param name="Debut">When it begins.</param>
/// <param name="PrisLe">When it was booked, or confirmed: no reminder whose hour had come by then.</param>
/// <param name="Fuseau">Zone of the place (IANA).</param>
/// <param name="Lieu">Name of the place.</param>
/// <param name="Lien">Path of the signed link that moves or cancels it.</param>
internal sealed record RendezVousARappeler(Guid Id, DateTimeOffset Debut, DateTimeOffset PrisLe, string Fuseau, string Lieu, string Lien)
{
    /// <summary>Address of the place, for the mail.</summary>
    public string? Adresse { get; init; }

    /// <summary>Title of the workshop; null for an appointment.</summary>
    public string? Atelier { get; init; }

    /// <summary>An address that the person proved to be theirs; null without one.</summary>
    public string? Courriel { get; init; }

    /// <summary>The number of somebody who asked for SMS; null without.</summary>
    public NumeroDeMobile? Mobile { get; init; }

    /// <summary>"fr" or "en".</summary>
    public string Langue { get; init; } = "fr";
}
