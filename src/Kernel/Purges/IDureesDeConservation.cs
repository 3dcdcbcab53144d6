namespace FaireAvec.Kernel.Purges;

/// <summary>How long things are kept, as the register of processing says: the register is what the jobs apply, not a paper beside them.</summary>
public interface IDureesDeConservation
{
    /// <summary>What began before this instant is no longer kept. Throws when no processing of the register names this purge: a fault of ours.</summary>
    DateTimeOffset Limite(string purge, DateTimeOffset maintenant);
}
