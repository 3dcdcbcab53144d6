using FaireAvec.Kernel.Securite;

namespace FaireAvec.Contracts.Comptes;

/// <summary>An invented person who works, in the demonstration.</summary>
/// <param name="Compte">Their account.</param>
/// <param name="Organisation">For whom they work.</param>
/// <param name="Equipe">The team that they are in, or coordinate.</param>
/// <param name="PremierJour">Their first day there.</param>
public sealed record PersonneInventee(Guid Compte, Guid Organisation, Guid Equipe, DateOnly PremierJour);

/// <summary>The people of the demonstration, for modules that invent what they did.</summary>
public interface IDemonstration
{
    /// <summary>True on the embedded demonstration that has its invented people; what isn't invented never mixes with it.</summary>
    bool EnCours { get; }

    /// <summary>The invented person of this role.</summary>
    PersonneInventee De(Role role);

    /// <summary>An id that never changes, for something invented.</summary>
    Guid IdDe(string cle);
}
