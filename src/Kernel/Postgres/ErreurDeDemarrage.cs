namespace FaireAvec.Kernel.Postgres;

/// <summary>Something outside the product prevents it from starting. The message is a French sentence that says what to do; no stack is shown.</summary>
public sealed class ErreurDeDemarrage(string message, Exception? cause = null) : Exception(message, cause);
