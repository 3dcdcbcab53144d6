namespace FaireAvec.Kernel.ICalendar;

/// <summary>« P1DT2H30M », « P2W »: days by the calendar, the rest by the clock.</summary>
/// <param name="Jours">Days.</param>
/// <param name="Temps">Hours, minutes and seconds.</param>
internal readonly record struct DureeICalendar(int Jours, TimeSpan Temps)
{
    private const int JoursMax = 3660;

    /// <summary>Null for what isn't one, is negative, or lasts more than ten years.</summary>
    public static DureeICalendar? Lire(ReadOnlySpan<char> valeur)
    {
        valeur = valeur.Trim();
        if (valeur is ['+', ..])
        {
            valeur = valeur[1..];
        }

        if (valeur is not ['P', _, _, ..])
        {
            return null;
        }

        var (jours, secondes, nombre, chiffres, heure) = (0L, 0L, 0L, 0, false);
        foreach (var c in valeur[1..])
        {
            if (char.IsAsciiDigit(c))
            {
                nombre = (nombre * 10) + (c - '0');
                if (++chiffres > 9)
                {
                    return null;
                }

                continue;
            }

            if (c == 'T' && !heure && chiffres == 0)
            {
                heure = true;
                continue;
            }

            if (chiffres == 0)
            {
                return null;
            }

            switch (c)
            {
                case 'W' when !heure:
                    jours += nombre * 7;
                    break;
                case 'D' when !heure:
                    jours += nombre;
                    break;
                case 'H' when heure:
                    secondes += nombre * 3600;
                    break;
                case 'M' when heure:
                    secondes += nombre * 60;
                    break;
                case 'S' when heure:
                    secondes += nombre;
                    break;
                default:
                    return null;
            }

            (nombre, chiffres) = (0, 0);
        }

        return chiffres > 0 || jours > JoursMax || secondes > JoursMax * 86_400L ? null : new((int)jours, TimeSpan.FromSeconds(secondes));
    }
}
