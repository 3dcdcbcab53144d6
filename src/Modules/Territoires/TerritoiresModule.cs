using FaireAvec.Kernel.Modules;

namespace FaireAvec.Territoires;

/// <summary>Communes, EPCI, départements, régions and postal codes.</summary>
public sealed class TerritoiresModule : IModule
{
    /// <inheritdoc/>
    public string Nom => "Territoires";

    /// <inheritdoc/>
    public IReadOnlyList<string> Routes => ["territoires", "api/v1/territoires"];

    /// <inheritdoc/>
    public int Rang => 10;
}
