using System.Linq.Expressions;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Revue;

/// <summary>The records of a département, in the database: by INSEE code, by postal code when the record has none.</summary>
internal static class LieuxDuDepartement
{
    /// <param name="code">"42", "2A", "974".</param>
    public static Expression<Func<Lieu, bool>> De(string code)
    {
        var insee = code.ToUpperInvariant();
        // Postal codes of Corsica: 200 and 201 in the south, 202 and 206 in the north.
        var (postal, autre) = insee switch { "2A" => ("200", "201"), "2B" => ("202", "206"), _ => (insee, insee) };
        return l => l.CodeInsee != null ? l.CodeInsee.StartsWith(insee) : l.CodePostal.StartsWith(postal) || l.CodePostal.StartsWith(autre);
    }
}
