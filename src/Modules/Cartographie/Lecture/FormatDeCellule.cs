using System.Globalization;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>How a workbook shows a number: a date, an hour, zeros to its left. The rest (euros, per cent…) is its value.</summary>
/// <param name="Date">True when it is a date.</param>
/// <param name="Heure">True when it is an hour.</param>
/// <param name="Chiffres">Digits to write at least: 5 for « 00000 », by which a postal code keeps its zero.</param>
internal readonly record struct FormatDeCellule(bool Date, bool Heure, int Chiffres)
{
    private static readonly DateTime Origine1900 = new(1899, 12, 30);
    private static readonly DateTime Origine1904 = new(1904, 1, 1);

    /// <param name="numero">Number of the format; under 164 it is one of those that aren't written in the file.</param>
    /// <param name="code">What the file writes of it, or null.</param>
    public static FormatDeCellule Lire(int numero, string? code)
    {
        if (code is null)
        {
            return numero switch
            {
                (>= 14 and <= 17) or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(true, false, 0),
                22 => new(true, true, 0),
                (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => new(false, true, 0),
                _ => default,
            };
        }

        var (date, heure, zeros, autre, guillemets, crochets) = (false, false, 0, false, false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            if (c == '"')
            {
                guillemets = !guillemets;
                continue;
            }

            if (guillemets)
            {
                continue;
            }

            if (c is '\\' or '_' or '*')
            {
                // The next sign is written as it is.
                i++;
                continue;
            }

            if (c is '[' or ']')
            {
                crochets = c == '[';
                continue;
            }

            // Between brackets: a colour, a language, or hours that pass 24 ([h]).
            if (crochets && !(c is 'h' or 's' && code[i - 1] == '['))
            {
                continue;
            }

            if (c == ';')
            {
                // What follows is for negative numbers.
                break;
            }

            date |= c is 'd' or 'y';
            heure |= c is 'h' or 's';
            zeros += c == '0' ? 1 : 0;
            autre |= c is '.' or ',' or '%' or '#' or 'e' or '?';
        }

        return new(date, heure, !date && !heure && !autre && zeros > 1 ? Math.Min(zeros, 20) : 0);
    }

    /// <summary>The number as a person would write it: ISO date, hour, digits without noise.</summary>
    public string Ecrire(double nombre, bool depuis1904)
    {
        if ((Date || Heure) && Moment(nombre, depuis1904) is { } moment)
        {
            var heure = moment.TimeOfDay != TimeSpan.Zero;
            return (Date, Heure) switch
            {
                (false, _) when nombre < 1 || !Date => moment.ToString(moment.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture),
                _ when heure => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                _ => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
        }

        if (Chiffres > 0 && nombre >= 0 && nombre < 1e15 && nombre == Math.Floor(nombre))
        {
            return nombre.ToString("F0", CultureInfo.InvariantCulture).PadLeft(Chiffres, '0');
        }

        // Fifteen digits: what a spreadsheet shows. The file holds 17, « 45.764042999999999 ».
        var quinze = nombre.ToString("G15", CultureInfo.InvariantCulture);
        return quinze.Contains('E', StringComparison.Ordinal) && decimal.TryParse(quinze, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && d != 0
            ? d.ToString("0.#############################", CultureInfo.InvariantCulture)
            : quinze;
    }

    private static DateTime? Moment(double nombre, bool depuis1904)
    {
        if (nombre is < 0 or >= 2_958_466)
        {
            return null;
        }

        // The calendar from 1900 has a 29 February 1900: before it, days are one late.
        var jours = !depuis1904 && nombre is >= 1 and < 60 ? nombre + 1 : nombre;
        var moment = (depuis1904 ? Origine1904 : Origine1900).AddDays(Math.Floor(jours));
        return moment.AddSeconds(Math.Round((jours - Math.Floor(jours)) * 86_400));
    }
}
