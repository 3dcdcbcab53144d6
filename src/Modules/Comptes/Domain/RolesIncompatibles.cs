using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Domain;

/// <summary>Where two roles exclude each other.</summary>
internal enum Etendue
{
    /// <summary>In one organisation; elsewhere the same person may have the other.</summary>
    MemeOrganisation,

    /// <summary>Whatever the organisations.</summary>
    Partout,
}

/// <summary>Two roles that one person never holds at the same time.</summary>
internal sealed record PaireDeRoles(Role Un, Role Autre, Etendue Etendue, string Raison);

/// <summary>Separation of duties between roles. What depends on the thing (the same voucher, the same candidate) is in <see cref="SeparationDesTaches"/>.</summary>
internal static class RolesIncompatibles
{
    public static IReadOnlyList<PaireDeRoles> Table { get; } =
    [
        new(Role.Instructeur, Role.GestionnaireStructure, Etendue.MemeOrganisation, "Qui demande ne s’instruit pas soi-même."),
        new(Role.Instructeur, Role.Payeur, Etendue.Partout, "Qui instruit une demande n’ordonne pas son paiement."),
        new(Role.Controleur, Role.Instructeur, Etendue.Partout, "Qui contrôle n’a pas instruit."),
        new(Role.Controleur, Role.Payeur, Etendue.Partout, "Qui contrôle n’a pas payé."),
        new(Role.Auditeur, Role.AdministrateurNational, Etendue.Partout, "Qui relit le journal n’administre pas la plateforme."),
        new(Role.Auditeur, Role.GestionnaireDonnees, Etendue.Partout, "Qui vérifie les données ne les tient pas."),
        new(Role.Auditeur, Role.Support, Etendue.Partout, "Qui relit le journal n’assiste pas les comptes."),
        new(Role.Financeur, Role.Instructeur, Etendue.MemeOrganisation, "Qui finance n’instruit pas pour son compte."),
    ];

    /// <summary>The pair that forbids this role to somebody who holds those, or null.</summary>
    public static PaireDeRoles? Conflit(Role role, Guid organisation, IEnumerable<(Role Role, Guid Organisation)> tenus) => tenus
        .Select(t => Table.FirstOrDefault(p => ((p.Un == role && p.Autre == t.Role) || (p.Autre == role && p.Un == t.Role)) && (p.Etendue == Etendue.Partout || t.Organisation == organisation)))
        .FirstOrDefault(p => p is not null);
}
