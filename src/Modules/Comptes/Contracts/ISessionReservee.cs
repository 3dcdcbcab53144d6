namespace FaireAvec.Contracts.Comptes;

/// <summary>A device that goes from hand to hand: the session of whoever works stays open for one page, and for nothing else.</summary>
public interface ISessionReservee
{
    /// <summary>From the answer on, this browser is signed in on that path only; anywhere else, one signs in again.</summary>
    Task ReserverAsync(string chemin, CancellationToken annulation);
}
