namespace FaireAvec.Tests.Support.Postgres;

/// <summary>A class of tests that tries row security by raw SQL, as each role, on these tables. A protected table that no class names fails the kernel's tests.</summary>
public interface ITablesEprouvees
{
    /// <summary>"schema.table".</summary>
    static abstract IReadOnlyList<string> Tables { get; }
}
