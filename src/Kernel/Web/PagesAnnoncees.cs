namespace FaireAvec.Kernel.Web;

/// <summary>Pages of a module that stand alone, for search engines. A test asks that every open page without parameter is in some plan, or says that it isn't to be found.</summary>
public sealed class PagesAnnoncees(params string[] adresses) : IPlanDuSite
{
    /// <inheritdoc/>
    public IEnumerable<string> Adresses() => adresses;
}
