using System.Globalization;
using System.Reflection;
using System.Resources;

namespace FaireAvec.Kernel.Ressources;

/// <summary>
/// « Facile à lire »: a text may have a second, simpler writing (Inclusion Europe, « L'information pour tous »): short sentences, one idea in each, everyday
/// words. A text without one stays as it is. For the request it's a language of the interface (« simple » is a registered variant of BCP 47); dates and numbers
/// stay those of French. The variants of « Mots.resx » are in « Mots.facile.resx », those of a page in « _Contenu.facile.cshtml ».
/// </summary>
public sealed class TextesFaciles(string nom, Assembly assembly) : ResourceManager(nom, assembly)
{
    /// <summary>As an address asks for it.</summary>
    public const string Code = "fr-simple";

    /// <summary>As .NET writes it.</summary>
    public const string Culture = "fr-SIMPLE";

    private readonly ResourceManager _faciles = new($"{nom}.facile", assembly);

    /// <summary>Whether the person of this request asked for easy texts.</summary>
    public static bool Demandes => EstFacile(CultureInfo.CurrentUICulture);

    /// <inheritdoc/>
    public override string? GetString(string name, CultureInfo? culture) =>
        (EstFacile(culture) ? _faciles.GetString(name, CultureInfo.InvariantCulture) : null) ?? base.GetString(name, culture);

    private static bool EstFacile(CultureInfo? culture) => string.Equals(culture?.Name, Culture, StringComparison.OrdinalIgnoreCase);
}
