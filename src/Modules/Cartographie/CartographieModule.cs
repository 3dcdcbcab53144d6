using FaireAvec.Kernel.Modules;

namespace FaireAvec.Cartographie;

/// <summary>Places (lieux), opening hours, services, import, duplicates, public search, open data.</summary>
public sealed class CartographieModule : IModule
{
    /// <inheritdoc/>
    public string Nom => "Cartographie";

    /// <inheritdoc/>
    public IReadOnlyList<string> Routes => ["", "lieux", "api/v1/lieux"];

    /// <inheritdoc/>
    public int Rang => 20;
}
