using System.Collections.Frozen;

namespace FaireAvec.Kernel.Web;

/// <summary>Parameters that measuring and caching tools add to any address: read by nobody, refused by nobody.</summary>
public static class AdresseMesuree
{
    /// <summary>Their names.</summary>
    public static FrozenSet<string> Ignores { get; } = new[] { "_", "utm_source", "utm_medium", "utm_campaign" }.ToFrozenSet(StringComparer.Ordinal);
}
