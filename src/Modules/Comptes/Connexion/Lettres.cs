using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;

namespace FaireAvec.Comptes.Connexion;

/// <summary>The mails of the module, in French: subject and words. Plain text, one idea a line, nothing to click but one address.</summary>
internal static class Lettres
{
    public static (string Objet, string Texte) LienDeConnexion(Compte compte, string lien) => Faire("Connexion", compte.Prenom, lien);

    public static (string Objet, string Texte) CompteFerme(Compte compte) => Faire(compte.Etat == EtatDeCompte.Suspendu ? "Suspendu" : "Ferme", compte.Prenom);

    public static (string Objet, string Texte) NouvelAppareil(Compte compte, string? navigateur, DateTimeOffset le, bool postePartage) => Faire(
        "NouvelAppareil", compte.Prenom, navigateur ?? MotsCompte.T("Lettre.NouvelAppareil.Inconnu"), Affichage.InstantEnEntier(le), postePartage ? MotsCompte.T("Lettre.NouvelAppareil.Partage") : "");

    public static (string Objet, string Texte) MoyenChange(Compte compte, string changement) => Faire("Moyen", compte.Prenom, MotsCompte.T($"Lettre.Moyen.{changement}"));

    public static (string Objet, string Texte) AncienCourriel(Compte compte, string nouveau, string oui, string non) => Faire("AncienCourriel", compte.Prenom, nouveau, oui, non);

    public static (string Objet, string Texte) NouveauCourriel(string oui) => Faire("NouveauCourriel", oui);

    public static (string Objet, string Texte) CourrielDejaPris() => Faire("CourrielDejaPris");

    public static (string Objet, string Texte) CourrielChange(Compte compte) => Faire("CourrielChange", compte.Prenom, Courriels.Masquer(compte.Courriel));

    public static (string Objet, string Texte) CompteClos(Compte compte) => Faire("CompteClos", compte.Prenom);

    public static (string Objet, string Texte) SecoursDemande(Compte compte, string non) => Faire("SecoursDemande", compte.Prenom, non);

    public static (string Objet, string Texte) SecoursAccorde(Compte compte, string lien) => Faire("SecoursAccorde", compte.Prenom, lien);

    public static (string Objet, string Texte) SecoursRefuse(Compte compte) => Faire("SecoursRefuse", compte.Prenom);

    public static (string Objet, string Texte) SecoursFait(Compte compte) => Faire("SecoursFait", compte.Prenom);

    private static (string Objet, string Texte) Faire(string cle, params object?[] valeurs) =>
        (MotsCompte.T($"Lettre.{cle}.Objet"), MotsCompte.T($"Lettre.{cle}.Texte", valeurs).ReplaceLineEndings("\r\n"));
}
