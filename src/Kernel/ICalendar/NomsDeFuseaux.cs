namespace FaireAvec.Kernel.ICalendar;

/// <summary>Zones by the names that programs write: IANA (« Europe/Paris »), with a prefix (« /citadel.org/20210210_1/Europe/Paris »), Windows (« Romance Standard Time »).</summary>
internal sealed class NomsDeFuseaux
{
    private const int NomMax = 80;
    private const int DistinctsMax = 100;

    private readonly Dictionary<string, TimeZoneInfo?> _connus = new(StringComparer.Ordinal);

    /// <summary>Null when no zone has this name.</summary>
    public TimeZoneInfo? Trouver(string nom)
    {
        if (_connus.TryGetValue(nom, out var deja))
        {
            return deja;
        }

        // Each unknown name is looked for on the disk: not for ever.
        return _connus.Count >= DistinctsMax || nom.Length > NomMax ? null : _connus[nom] = Chercher(nom);
    }

    private static TimeZoneInfo? Chercher(string nom)
    {
        var parties = nom.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // The longest end that is a name: « America/Argentina/Salta » before « Argentina/Salta ».
        for (var debut = Math.Max(0, parties.Length - 3); debut < parties.Length; debut++)
        {
            var essai = string.Join('/', parties[debut..]);
            // It becomes the name of a file: nothing but what a zone is called by.
            if (essai.Length > 1 && char.IsAsciiLetterUpper(essai[0]) && essai.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+' or ' ') && TimeZoneInfo.TryFindSystemTimeZoneById(essai, out var fuseau))
            {
                return fuseau;
            }
        }

        return null;
    }
}
