using System.CommandLine.Parsing;
using System.Globalization;

namespace FaireAvec.Kernel.Commandes;

/// <summary>
/// Reads the values of options and arguments: a wrong one is answered in French, with what was typed. The library's own sentence names .NET types, and a
/// validator that reads a value which couldn't be parsed throws: the bounds are checked here.
/// </summary>
public static class Valeurs
{
    /// <summary>A whole number of these bounds.</summary>
    public static Func<ArgumentResult, int> Entier(int minimum, int maximum) => argument =>
    {
        var mot = Mot(argument);
        if (int.TryParse(mot, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var valeur) && valeur >= minimum && valeur <= maximum)
        {
            return valeur;
        }

        argument.AddError($"« {mot} » n’est pas un nombre entier de {minimum} à {maximum}.");
        return default;
    };

    /// <summary>The same, for an option that may be left out.</summary>
    public static Func<ArgumentResult, int?> EntierFacultatif(int minimum, int maximum) => argument => Entier(minimum, maximum)(argument);

    /// <summary>An id, as the commands and the pages give it.</summary>
    public static Guid Identifiant(ArgumentResult argument)
    {
        if (!Guid.TryParse(Mot(argument), out var valeur))
        {
            argument.AddError($"« {Mot(argument)} » n’est pas un identifiant (par exemple 01a21542-c2d6-7ae0-b40f-2558e3b9bc6f).");
        }

        return valeur;
    }

    private static string Mot(ArgumentResult argument) => argument.Tokens.Count == 0 ? "" : argument.Tokens[0].Value;
}
