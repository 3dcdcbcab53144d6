using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement;

/// <summary>What those who help do, with whom and how; the people helped, at the level of identity that they choose; what they learn.</summary>
public sealed class AccompagnementModule : IModule
{
    /// <inheritdoc/>
    public string Nom => "Accompagnement";

    /// <inheritdoc/>
    public IReadOnlyList<string> Routes => [];

    /// <inheritdoc/>
    public int Rang => 40;

    /// <inheritdoc/>
    public IReadOnlyList<RegleDeDroit> Droits => DroitsDeLAccompagnement.Table;

    /// <inheritdoc/>
    public void ConfigureModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AccompagnementModule).Assembly);
}
