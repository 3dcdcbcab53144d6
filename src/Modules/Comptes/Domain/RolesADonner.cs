using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Domain;

/// <summary>A role that somebody holds today, with what is needed to know what they may give.</summary>
/// <param name="Role">The role.</param>
/// <param name="Organisation">Where.</param>
/// <param name="Departements">Its territory.</param>
internal sealed record RoleTenu(Role Role, Guid Organisation, IReadOnlyList<string> Departements);

/// <summary>
/// Which roles each role may give, and where: the same as the policy « ecrire » of <c>comptes.appartenances</c>, which a test compares with it. Nobody raises
/// a colleague above oneself, nor beyond one's own territory.
/// </summary>
internal static class RolesADonner
{
    /// <summary>The roles whose reach is a territory; the others never have one, since territories of all roles add up.</summary>
    public static IReadOnlySet<Role> DeTerritoire { get; } = new HashSet<Role> { Role.Coordinateur, Role.GestionnaireDepartement, Role.GestionnaireRegion };

    /// <summary>Those without meaning when no territory is said. A coordinateur may have a team only.</summary>
    public static IReadOnlySet<Role> TerritoireObligatoire { get; } = new HashSet<Role> { Role.GestionnaireDepartement, Role.GestionnaireRegion };

    private static readonly Role[] DeTerrain = [Role.Mediateur, Role.ConseillerNumerique, Role.Aidant];
    private static readonly Role[] DeStructure = [.. DeTerrain, Role.Referent, Role.GestionnaireStructure];

    /// <summary>What each role gives, and how far: in its organisation, in its territory, everywhere.</summary>
    public static IReadOnlyDictionary<Role, (Portee Portee, IReadOnlyList<Role> Roles)> Table { get; } = new Dictionary<Role, (Portee, IReadOnlyList<Role>)>
    {
        [Role.Referent] = (Portee.Organisation, DeTerrain),
        [Role.GestionnaireStructure] = (Portee.Organisation, DeStructure),
        [Role.GestionnaireDepartement] = (Portee.Territoire, [.. DeStructure, Role.Coordinateur]),
        [Role.GestionnaireRegion] = (Portee.Territoire, [.. DeStructure, Role.Coordinateur]),
        // A client of the API isn't a person: it has a page of its own.
        [Role.AdministrateurNational] = (Portee.National, [.. Enum.GetValues<Role>().Where(r => r != Role.ClientApi)]),
    };

    /// <summary>The roles that these may give in an organisation, in the order of the list.</summary>
    public static IReadOnlyList<Role> Pour(IEnumerable<RoleTenu> donneur, Guid organisation, string? departement) =>
        [.. donneur.Where(t => Table.TryGetValue(t.Role, out var ligne) && Atteint(t, ligne.Portee, organisation, departement)).SelectMany(t => Table[t.Role].Roles).Distinct().Order()];

    /// <summary>True when these may give this role there, with this territory.</summary>
    public static bool Permet(IEnumerable<RoleTenu> donneur, Role role, Guid organisation, string? departement, IReadOnlyCollection<string> territoire) =>
        donneur.Any(t => Table.TryGetValue(t.Role, out var ligne) && ligne.Roles.Contains(role) && Atteint(t, ligne.Portee, organisation, departement) && TerritoirePermis(t, ligne.Portee, territoire));

    /// <summary>
    /// True when these may end this role there: one that they may give, or that of a coordinateur whom their organisation employs. Nobody puts out whoever is
    /// above them. The same as the policy « finir » of <c>comptes.appartenances</c>.
    /// </summary>
    public static bool PermetDeFinir(IEnumerable<RoleTenu> tenus, Role role, Guid organisation, string? departement) =>
        tenus.Any(t => Table.TryGetValue(t.Role, out var ligne) && Atteint(t, ligne.Portee, organisation, departement)
            && (ligne.Roles.Contains(role) || (t.Role == Role.GestionnaireStructure && role == Role.Coordinateur)));

    private static bool Atteint(RoleTenu tenu, Portee portee, Guid organisation, string? departement) => portee switch
    {
        Portee.Organisation => tenu.Organisation == organisation,
        Portee.Territoire => departement is not null && tenu.Departements.Contains(departement, StringComparer.Ordinal),
        Portee.National => true,
        _ => false,
    };

    private static bool TerritoirePermis(RoleTenu tenu, Portee portee, IReadOnlyCollection<string> territoire) => portee switch
    {
        Portee.National => true,
        Portee.Territoire => territoire.All(d => tenu.Departements.Contains(d, StringComparer.Ordinal)),
        _ => territoire.Count == 0,
    };
}
