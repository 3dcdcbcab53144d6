namespace FaireAvec.Accompagnement.Registres;

/// <summary>The addresses of registers of attendance.</summary>
internal static class LiensDesRegistres
{
    public const string Liste = "/activites/registres";
    public const string Nouveau = "/activites/registres/nouveau";

    public static string Registre(Guid id) => $"{Liste}/{id}";

    public static string Fermer(Guid id) => $"{Registre(id)}?handler=Fermer";

    public static string Retirer(Guid id) => $"{Registre(id)}?handler=Retirer";

    public static string Signer(Guid id) => $"{Registre(id)}/signer";

    public static string Verrouiller(Guid id) => $"{Signer(id)}?handler=Verrouiller";

    public static string Papier(Guid id) => $"{Registre(id)}/papier";

    public static string Reprise(Guid id) => $"{Registre(id)}/reprise";

    public static string Signature(Guid id, Guid signature) => $"{Registre(id)}/signatures/{signature}";

    public static string RetirerLaSignature(Guid id, Guid signature) => $"{Signature(id, signature)}?handler=Retirer";

    /// <summary>The act of the workshop, filled from its register.</summary>
    public static string Noter(Guid id) => $"{LiensAccompagnement.NouvelleDeType("collectif")}&registre={id}";
}
