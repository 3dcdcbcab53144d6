namespace FaireAvec.Kernel.ICalendar;

/// <summary>One content line.</summary>
/// <param name="Nom">Its name, in capitals.</param>
/// <param name="Parametres">By name in capitals; the first one of a name counts.</param>
/// <param name="Valeur">What follows the colon.</param>
/// <param name="Coupee">True when its end was passed over.</param>
internal sealed record LigneLue(string Nom, IReadOnlyDictionary<string, string> Parametres, string Valeur, bool Coupee)
{
    private const int ParametresMax = 32;

    private static readonly Dictionary<string, string> Aucun = [];

    /// <summary>Null for what isn't a content line: it is passed over, as programs do.</summary>
    public static LigneLue? Lire(string ligne, bool coupee)
    {
        var fin = ligne.AsSpan().IndexOfAny(':', ';');
        if (fin <= 0)
        {
            return null;
        }

        var nom = ligne[..fin].ToUpperInvariant();
        var parametres = Aucun;
        while (ligne[fin] == ';')
        {
            var debut = fin + 1;
            fin = FinDeParametre(ligne, debut);
            if (fin < 0)
            {
                return null;
            }

            var egal = ligne.IndexOf('=', debut, fin - debut);
            if (egal > 0)
            {
                if (parametres.Count == 0)
                {
                    parametres = new Dictionary<string, string>(StringComparer.Ordinal);
                }

                if (parametres.Count < ParametresMax)
                {
                    parametres.TryAdd(ligne[debut..egal].ToUpperInvariant(), ligne[(egal + 1)..fin].Trim('"'));
                }
            }
        }

        return new LigneLue(nom, parametres, ligne[(fin + 1)..], coupee);
    }

    // In quotes, « : » and « ; » are only signs.
    private static int FinDeParametre(string ligne, int debut)
    {
        var entreGuillemets = false;
        for (var i = debut; i < ligne.Length; i++)
        {
            switch (ligne[i])
            {
                case '"':
                    entreGuillemets = !entreGuillemets;
                    break;
                case ':' or ';' when !entreGuillemets:
                    return i;
                default:
                    break;
            }
        }

        return -1;
    }
}
