namespace FaireAvec.Comptes;

/// <summary>The addresses of organisations, members and invitations.</summary>
internal static class LiensMembres
{
    public const string NouvelleOrganisation = "/organisations/nouvelle";
    public const string Reunir = "/organisations/reunir";
    public const string Reunions = "/organisations/reunions";
    public const string Membres = "/comptes/membres";
    public const string Donner = "/comptes/membres/donner";
    public const string Inviter = "/comptes/membres/inviter";
    public const string InviterParFichier = "/comptes/membres/inviter/fichier";
    public const string Invitations = "/comptes/membres/invitations";
    public const string Equipes = "/comptes/equipes";
    public const string Annuaire = "/annuaire";
    public const string MonAnnuaire = "/mon-compte/annuaire";
    public const string Conditions = "/espace/conditions";
    public const string PremiersPas = "/espace/premiers-pas";

    public static string Organisation(Guid id) => $"/organisations/{id}";

    public static string Fermer(Guid id) => $"/organisations/{id}/fermer";

    public static string Modifier(Guid id) => $"/organisations/{id}/modifier";

    public static string Fonctions(Guid id) => $"/organisations/{id}/fonctions";

    public static string Lieux(Guid id) => $"/organisations/{id}/lieux";

    public static string Acces(Guid id) => $"/organisations/{id}/acces";

    public static string MembresDe(Guid organisation) => $"{Membres}?organisation={organisation}";

    public static string FinDeRole(Guid appartenance) => $"{Membres}/{appartenance}/fin";

    public static string Transfert(Guid appartenance) => $"{Membres}/{appartenance}/transfert";

    public static string Retablir(Guid compte) => $"{Membres}/{compte}/retablir";

    public static string DonnerA(Guid organisation, Guid compte) => $"{Donner}?organisation={organisation}&compte={compte}";

    public static string InviterDans(Guid organisation) => $"{Inviter}?organisation={organisation}";

    public static string Equipe(Guid id) => $"{Equipes}/{id}";

    public static string Invitation(string jeton) => $"/invitation/{jeton}";
}
