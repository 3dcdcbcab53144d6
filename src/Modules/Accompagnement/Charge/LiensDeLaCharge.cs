using System.Globalization;

namespace FaireAvec.Accompagnement.Charge;

/// <summary>Addresses of what online services cost to mediation.</summary>
internal static class LiensDeLaCharge
{
    public const string Page = "/charge-transferee";
    public const string Json = "/api/v1/charge-transferee";
    public const string Csv = "/api/v1/charge-transferee.csv";
    public const string Services = "/api/v1/services-en-ligne";

    /// <summary>What the field of a service proposes.</summary>
    public const string Propositions = "/charge-transferee?handler=Services";

    public static string DeLAnnee(string adresse, int annee) => string.Create(CultureInfo.InvariantCulture, $"{adresse}?annee={annee}");
}
