namespace FaireAvec.Contracts.Comptes;

/// <summary>The terms, for addresses that aren't pages: pages lead to them by themselves.</summary>
public interface IConditionsDUtilisation
{
    /// <summary>True while this account has to accept a version: nothing is given to it nor taken from it.</summary>
    Task<bool> ResteAAccepterAsync(Guid compte, CancellationToken annulation);
}
