namespace FaireAvec.Comptes;

/// <summary>The addresses of the module.</summary>
internal static class LiensComptes
{
    public const string Connexion = "/connexion";
    public const string Deconnexion = "/deconnexion";
    public const string Espace = "/espace";
    public const string ChoisirLOrganisation = "/espace/organisation";
    public const string MonCompte = "/mon-compte";
    public const string Droits = "/comptes/droits";
    public const string Organisations = "/organisations";
    public const string Administration = "/administration";
}
