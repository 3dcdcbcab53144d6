using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>The expected failures of signing in and of one's account: CPT-100 to CPT-149. Their sentences are under « Erreur.{code} », since their pages speak two languages.</summary>
internal static class ErreursDeConnexion
{
    public static readonly Erreur LienInconnu = De(100);
    public static readonly Erreur LienUtilise = De(101);
    public static readonly Erreur LienExpire = De(102);
    public static readonly Erreur AutreNavigateur = De(103);
    public static readonly Erreur CompteFerme = De(104);
    public static readonly Erreur CodeFaux = De(105, "Code");
    public static readonly Erreur CodeDejaUtilise = De(107, "Code");
    public static readonly Erreur EtapeFinie = De(108);
    public static readonly Erreur CleRefusee = De(109);
    public static readonly Erreur CleConnue = De(110);
    public static readonly Erreur AdresseEnChiffres = De(111);
    public static readonly Erreur DernierFacteur = De(112);
    public static readonly Erreur CodeDeLApplication = De(113, "Code");
    public static readonly Erreur NomDeCle = De(115, "Nom");
    public static readonly Erreur CarteInconnue = De(116, "Serie");
    public static readonly Erreur TropDeCles = De(118);
    public static readonly Erreur NomVide = De(120, "Nom");
    public static readonly Erreur NomLong = De(121, "Nom");
    public static readonly Erreur MemeCourriel = De(122, "Courriel");
    public static readonly Erreur ChangementFini = De(123);
    public static readonly Erreur FermetureAConfirmer = De(124, "Accord");
    public static readonly Erreur PersonaNeSeFermePas = De(125);
    public static readonly Erreur SecoursEnCours = De(130);
    public static readonly Erreur SecoursSansCollegue = De(131);
    public static readonly Erreur SecoursPourSoi = De(132);
    public static readonly Erreur SecoursDejaAccorde = De(133);
    public static readonly Erreur SecoursFini = De(134);
    public static readonly Erreur SecoursCode = De(135, "Code");
    public static readonly Erreur CartesColonnes = De(140);
    public static readonly Erreur CarteSerie = De(141);
    public static readonly Erreur CarteGraine = De(142);
    public static readonly Erreur CarteEnDouble = De(143);
    public static readonly Erreur CartesTropLong = De(144);

    /// <summary>One has to wait, this long.</summary>
    public static Erreur Patienter(TimeSpan attente) => new("CPT-106", MotsConnexion.Francais("Erreur.CPT-106", Duree(attente)), "Code");

    /// <summary>The same for links.</summary>
    public static Erreur TropDeLiens(TimeSpan attente) => new("CPT-145", MotsConnexion.Francais("Erreur.CPT-145", Duree(attente)), "Courriel");

    private static int Duree(TimeSpan attente) => (int)Math.Max(1, Math.Ceiling(attente.TotalMinutes));

    private static Erreur De(int numero, string? champ = null) => new($"CPT-{numero}", MotsConnexion.Francais($"Erreur.CPT-{numero}"), champ);
}
