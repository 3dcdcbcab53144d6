namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// Numbers whose call may cost more than an ordinary one: 081, 082 and 089 in ten digits, short numbers from 32 to 39. Source: ARCEP, national numbering plan.
/// Free numbers (080, 30 and 31) and all the others aren't. It may be free in the end: only the operator of the number knows.
/// </summary>
internal static class AppelPayant
{
    /// <param name="numero">International form, or a short number.</param>
    public static bool Est(string? numero) => numero switch
    {
        { Length: 12 } n when n.StartsWith("+338", StringComparison.Ordinal) => n[4] is '1' or '2' or '9',
        { Length: 4 } n => n[0] == '3' && n[1] is >= '2' and <= '9',
        _ => false,
    };
}
