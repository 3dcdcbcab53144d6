namespace FaireAvec.Contracts.Comptes;

/// <summary>A team, as one names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Nom">Its name.</param>
public sealed record EquipeNommee(Guid Id, string Nom);

/// <summary>Somebody who is in a team today.</summary>
/// <param name="Compte">Id of the account.</param>
/// <param name="Nom">« Camille Exemple ».</param>
/// <param name="Equipe">The team.</param>
/// <param name="Depuis">Since that day.</param>
public sealed record MembreDeLEquipe(Guid Compte, string Nom, Guid Equipe, DateOnly Depuis);

/// <summary>Teams and who is in them today, under the rights of who asks.</summary>
public interface IEquipes
{
    /// <summary>Names of these teams, by name.</summary>
    Task<IReadOnlyList<EquipeNommee>> NomsAsync(IReadOnlyCollection<Guid> equipes, CancellationToken annulation);

    /// <summary>Who is in these teams today, by name; those who coordinate them aren't. Somebody in two teams is there twice.</summary>
    Task<IReadOnlyList<MembreDeLEquipe>> MembresAsync(IReadOnlyCollection<Guid> equipes, CancellationToken annulation);
}
