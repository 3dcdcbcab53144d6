namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>The addresses of what concerns personal data.</summary>
internal static class LiensDonneesPersonnelles
{
    public const string MesDonnees = "/mes-donnees";
    public const string MesDonneesEnJson = "/mes-donnees?format=json";
    public const string MesAccords = "/mes-donnees/accords";
    public const string Demander = "/mes-donnees/demander";
    public const string Effacement = "/mes-donnees/effacement";
    public const string MonAssistance = "/mes-donnees/assistance";
    public const string Traitements = "/comptes/traitements";
    public const string Demandes = "/comptes/demandes";
    public const string Assistance = "/comptes/assistance";
    public const string Kit = "/comptes/kit";

    public static string Preuve(string code) => $"/mes-donnees/preuve/{code}";

    public static string Demande(Guid id) => $"{Demandes}/{id}";

    public static string Document(string cle) => $"{Kit}/{cle}";

    public static string Document(string cle, string format) => $"{Kit}/{cle}?format={format}";
}
