namespace FaireAvec.Kernel.Postgres;

/// <summary>Names in the database.</summary>
public static class Roles
{
    /// <summary>Runs migrations; owns everything.</summary>
    public const string Proprietaire = "faireavec";

    /// <summary>What the product connects as; owns nothing, creates nothing.</summary>
    public const string Application = "faireavec_app";

    /// <summary>The database of the embedded server.</summary>
    public const string Base = "faireavec";
}
