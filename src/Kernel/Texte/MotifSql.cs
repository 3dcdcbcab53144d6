namespace FaireAvec.Kernel.Texte;

/// <summary>What somebody types, as a pattern of LIKE. Its escape character is « \ ».</summary>
public static class MotifSql
{
    /// <summary>The pattern that finds this text anywhere: « % » and « _ » are only themselves.</summary>
    public static string Contient(string texte) =>
        $"%{texte.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
