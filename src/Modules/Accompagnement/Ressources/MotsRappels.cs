using System.Globalization;
using System.Resources;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of reminders, in the language in which the person booked: nobody's request is there to say it.</summary>
internal static class MotsRappels
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsRappels", typeof(MotsRappels).Assembly);

    /// <summary>The text of a key with its values put in. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(CultureInfo culture, string cle, params object?[] valeurs) =>
        string.Format(culture, Ressources.GetString(cle, culture) ?? throw new InvalidOperationException($"MotsRappels.resx has no « {cle} »."), valeurs);
}
