namespace FaireAvec.Kernel.Demarrage;

/// <summary>Brings the database to the version of the product. Implemented beside the migrations.</summary>
public interface IMigration
{
    /// <summary>Applies what is missing, as the owner. Safe when two nodes do it at once.</summary>
    /// <returns>Names of the migrations applied now.</returns>
    Task<IReadOnlyList<string>> MigrerAsync(CancellationToken annulation);

    /// <summary>Migrations not applied yet.</summary>
    Task<IReadOnlyList<string>> EnAttenteAsync(CancellationToken annulation);
}
