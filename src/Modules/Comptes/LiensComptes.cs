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

    public const string Facteur = "/connexion/facteur";
    public const string PremierFacteur = "/connexion/premier-facteur";
    public const string Preuve = "/connexion/preuve";
    public const string Secours = "/connexion/secours";
    public const string Depannages = "/comptes/depannages";
    public const string MonIdentite = "/mon-compte/identite";
    public const string MonCourriel = "/mon-compte/courriel";
    public const string MonApplication = "/mon-compte/application";
    public const string MesCodes = "/mon-compte/codes";
    public const string MaCarte = "/mon-compte/carte";
    public const string NouvelleCle = "/mon-compte/cles/nouvelle";
    public const string MesSessions = "/mon-compte/sessions";
    public const string FermerMonCompte = "/mon-compte/fermer";

    public static string LienDeConnexion(string jeton) => $"/connexion/lien/{jeton}";

    public static string LienDeCourriel(string jeton) => $"/connexion/courriel/{jeton}";

    public static string AnnulerLeSecours(string jeton) => $"/connexion/secours/annuler/{jeton}";

    public static string MaCle(Guid cle) => $"/mon-compte/cles/{cle}";

    public static string Depannage(Guid demande) => $"/comptes/depannages/{demande}";

    /// <summary>An address that comes back to a page once it is done.</summary>
    public static string AvecRetour(string adresse, string? retour) => retour is null ? adresse : $"{adresse}?retour={Uri.EscapeDataString(retour)}";
}
