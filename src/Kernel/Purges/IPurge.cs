namespace FaireAvec.Kernel.Purges;

/// <summary>
/// Erases what is no longer needed. Each processing of the register names the purge that applies its retention; all run every night, and what each did
/// is kept (<see cref="PassageDePurge"/>). Register one by <c>services.AddScoped&lt;IPurge, …&gt;()</c>. It may run twice: the second time finds nothing.
/// </summary>
public interface IPurge
{
    /// <summary>Stable name, unique in the product: "module.chose".</summary>
    string Nom { get; }

    /// <summary>What it erases, in French.</summary>
    string CeQuiPart { get; }

    /// <summary>Erases, and says how many things.</summary>
    Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation);
}
