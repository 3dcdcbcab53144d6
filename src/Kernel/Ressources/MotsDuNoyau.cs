using System.Globalization;
using System.Resources;

namespace FaireAvec.Kernel.Ressources;

/// <summary>The sentences that the kernel says to people, in the language of the page.</summary>
internal static class MotsDuNoyau
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Kernel.Ressources.MotsDuNoyau", typeof(MotsDuNoyau).Assembly);

    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsDuNoyau.resx has no « {cle} ».");
}
