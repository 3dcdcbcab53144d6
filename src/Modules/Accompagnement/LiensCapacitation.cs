namespace FaireAvec.Accompagnement;

/// <summary>Addresses of savoir-faire, paths and figures.</summary>
internal static class LiensCapacitation
{
    public const string SavoirFaire = "/savoir-faire";
    public const string Json = "/api/v1/savoir-faire";
    public const string Csv = "/api/v1/savoir-faire.csv";
    public const string Capacitation = "/capacitation";
    public const string Suivis = "/capacitation/suivis";
    public const string Reperes = "/capacitation/reperes";

    public static string Cout(Guid id) => $"{Reperes}?cout={id}#cout";

    // The sheet of a person is the business of the pages of people.
    public static string Personne(Guid id) => $"/personnes/{id}";

    public static string DeLaPersonne(Guid id) => $"/personnes/{id}/savoir-faire";

    public static string PlusTard(Guid id, string savoirFaire) => $"/personnes/{id}/savoir-faire?code={savoirFaire}#plus-tard";

    public static string Choisir(Guid id) => $"/personnes/{id}/savoir-faire/choisir";

    public static string Imprimer(Guid id) => $"/personnes/{id}/savoir-faire/imprimer";
}
