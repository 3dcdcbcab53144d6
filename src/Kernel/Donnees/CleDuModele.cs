using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FaireAvec.Kernel.Donnees;

/// <summary>EF keeps a model for each type of context; here a model is what the modules make of it, and one process may run several applications (its tests do).</summary>
internal sealed class CleDuModele : IModelCacheKeyFactory
{
    /// <inheritdoc/>
    public object Create(DbContext context, bool designTime) => (context.GetType(), context is FaireAvecDb db ? db.NomsDesModules : "", designTime);
}
