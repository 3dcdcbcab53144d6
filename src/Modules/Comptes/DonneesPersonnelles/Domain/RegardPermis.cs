using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>Whose screen the support may look at: nobody who can do something in the whole country that the support can't. Administrators, auditors… are out of reach.</summary>
internal static class RegardPermis
{
    public static bool Permet(IEnumerable<RegleDeDroit> table, IReadOnlyCollection<Role> roles) =>
        !roles.Any(r => r is Role.AdministrateurNational or Role.Support or Role.Auditeur)
        && table.All(r => r.Attributions.All(a => a.Portee != Portee.National || !roles.Contains(a.Role) || r.Attributions.Contains((Role.Support, Portee.National))));
}
