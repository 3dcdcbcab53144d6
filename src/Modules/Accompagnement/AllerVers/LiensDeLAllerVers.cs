namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>The addresses of what is done outside the place.</summary>
internal static class LiensDeLAllerVers
{
    public const string Liste = "/aller-vers";
    public const string Noter = "/aller-vers/noter";
    public const string Configurations = "/aller-vers/configurations";
    public const string Partenaires = "/aller-vers/partenaires";
    public const string ARappeler = "/aller-vers?rappels=true";

    public static string Action(Guid id) => $"/aller-vers/{id}";

    public static string Corriger(Guid id) => $"/aller-vers/{id}?corriger=true";

    public static string Supprimer(Guid id) => $"/aller-vers/{id}?handler=Supprimer";

    public static string Retablir(Guid id) => $"/aller-vers/{id}?handler=Retablir";

    public static string Rappele(Guid id) => $"/aller-vers/{id}?handler=Rappele";

    public static string AvecConfiguration(Guid id) => $"{Noter}?configuration={id}";

    public static string AvecPartenaire(Guid id) => $"{Noter}?partenaire={id}";

    public static string ReprendreBrouillon(Guid id) => $"{Noter}?brouillon={id}";
}
