using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.ATraiter;

/// <summary>The expected failures about what is to be done: ACC-280 to ACC-284. A code is never used again.</summary>
internal static class ErreursATraiter
{
    public static readonly Erreur Date = new("ACC-280", "Choisissez une date, de demain à dans 90 jours.", "jusqua");
}
