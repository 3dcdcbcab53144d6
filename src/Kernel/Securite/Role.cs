using System.Collections.Frozen;
using FaireAvec.Kernel.Donnees;

namespace FaireAvec.Kernel.Securite;

/// <summary>What somebody does in an organisation. A person has several, one membership each; a right is given to roles, never to people.</summary>
public enum Role
{
    /// <summary>Helps people become at ease with digital services.</summary>
    Mediateur,

    /// <summary>A médiateur on a post of the State's scheme of the conseillers numériques.</summary>
    ConseillerNumerique,

    /// <summary>Coordinates a named team, or a territory.</summary>
    Coordinateur,

    /// <summary>A professional who acts under a mandate.</summary>
    Aidant,

    /// <summary>Answers for the helpers of an organisation: who comes, who leaves, who lost their phone.</summary>
    Referent,

    /// <summary>Manages an organisation: its places, its people, its papers.</summary>
    GestionnaireStructure,

    /// <summary>Follows the schemes of a département.</summary>
    GestionnaireDepartement,

    /// <summary>Follows the schemes of a region.</summary>
    GestionnaireRegion,

    /// <summary>Head of a network of organisations, or a hub.</summary>
    GestionnaireReseau,

    /// <summary>Examines requests (accreditation, subsidy).</summary>
    Instructeur,

    /// <summary>Orders payments.</summary>
    Payeur,

    /// <summary>Checks on papers and on the spot.</summary>
    Controleur,

    /// <summary>The national team that runs the platform.</summary>
    AdministrateurNational,

    /// <summary>Answers those who work with the platform; never reads what concerns a person helped.</summary>
    Support,

    /// <summary>Reads rights, journal and papers; changes nothing.</summary>
    Auditeur,

    /// <summary>Keeps the data of places (gestionnaire de données).</summary>
    GestionnaireDonnees,

    /// <summary>Public or private; sees aggregates of its own action only.</summary>
    Financeur,

    /// <summary>Another system, within its scopes.</summary>
    ClientApi,
}

/// <summary>The name of a role outside the code: in the database (setting <c>app.role</c>), in addresses, in files.</summary>
public static class ClesDesRoles
{
    // The national team is « administrateur » in the policies of the database.
    private static readonly FrozenDictionary<Role, string> Cles = Enum.GetValues<Role>()
        .ToFrozenDictionary(r => r, r => r == Role.AdministrateurNational ? "administrateur" : NomsEnBase.Serpent(r.ToString()));

    private static readonly FrozenDictionary<string, Role> Roles = Cles.ToFrozenDictionary(c => c.Value, c => c.Key, StringComparer.Ordinal);

    /// <summary>"gestionnaire_structure".</summary>
    public static string Cle(this Role role) => Cles[role];

    /// <summary>The role of this key, or null.</summary>
    public static Role? Lire(string? cle) => cle is not null && Roles.TryGetValue(cle, out var role) ? role : null;
}
