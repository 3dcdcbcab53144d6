using System.Globalization;
using System.Text;

namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>Cuts a French text in words and signs, accents and case dropped. Linear in the length of the text.</summary>
internal sealed class LexeurFrancais
{
    private static readonly (string Texte, JetonFrancais Jeton)[] Locutions =
    [
        ("apres-midi", new(GenreFrancais.DemiJournee, 1)),
        ("apres midi", new(GenreFrancais.DemiJournee, 1)),
        ("aprem", new(GenreFrancais.DemiJournee, 1)),
        ("tous les jours", new(GenreFrancais.Jours, 0b111_1111, 0.95)),
        ("chaque jour", new(GenreFrancais.Jours, 0b111_1111, 0.95)),
        ("sept jours sur sept", new(GenreFrancais.Jours, 0b111_1111)),
        ("7 jours sur 7", new(GenreFrancais.Jours, 0b111_1111)),
        ("7 jours/7", new(GenreFrancais.Jours, 0b111_1111)),
        ("7j/7", new(GenreFrancais.Jours, 0b111_1111)),
        ("7j/7j", new(GenreFrancais.Jours, 0b111_1111)),
        ("7/7", new(GenreFrancais.Jours, 0b111_1111)),
        ("24h/24", new(GenreFrancais.ToutLeTemps)),
        ("24h/24h", new(GenreFrancais.ToutLeTemps)),
        ("24 h/24", new(GenreFrancais.ToutLeTemps)),
        ("24h sur 24", new(GenreFrancais.ToutLeTemps)),
        ("24/24", new(GenreFrancais.ToutLeTemps)),
        ("24/7", new(GenreFrancais.ToutLeTemps)),
        ("week-end", new(GenreFrancais.Jours, 0b110_0000)),
        ("week end", new(GenreFrancais.Jours, 0b110_0000)),
        ("weekend", new(GenreFrancais.Jours, 0b110_0000)),
        ("week-ends", new(GenreFrancais.Jours, 0b110_0000)),
        ("en semaine", new(GenreFrancais.Jours, 0b001_1111, 0.85)),
        ("la semaine", new(GenreFrancais.Jours, 0b001_1111, 0.85)),
        ("sur rendez-vous", new(GenreFrancais.RendezVous)),
        ("sur rendez vous", new(GenreFrancais.RendezVous)),
        ("sur rendezvous", new(GenreFrancais.RendezVous)),
        ("sur rdv", new(GenreFrancais.RendezVous)),
        ("sur r.d.v.", new(GenreFrancais.RendezVous)),
        ("sur rv", new(GenreFrancais.RendezVous)),
        ("avec rendez-vous", new(GenreFrancais.RendezVous)),
        ("avec rdv", new(GenreFrancais.RendezVous)),
        ("sans rendez-vous", new(GenreFrancais.SansRendezVous)),
        ("sans rendez vous", new(GenreFrancais.SansRendezVous)),
        ("sans rdv", new(GenreFrancais.SansRendezVous)),
        ("jours feries", new(GenreFrancais.Feries)),
        ("jour ferie", new(GenreFrancais.Feries)),
        ("semaines impaires", new(GenreFrancais.Semaines, 1)),
        ("semaine impaire", new(GenreFrancais.Semaines, 1)),
        ("semaines paires", new(GenreFrancais.Semaines, 2)),
        ("semaine paire", new(GenreFrancais.Semaines, 2)),
        ("du mois", new(GenreFrancais.DuMois)),
        ("de chaque mois", new(GenreFrancais.DuMois)),
        ("chaque mois", new(GenreFrancais.DuMois)),
        ("a partir de", new(GenreFrancais.APartirDe)),
        ("jusqu'a", new(GenreFrancais.A)),
        ("jusqu'au", new(GenreFrancais.A)),
        ("a l'exception du", new(GenreFrancais.Sauf)),
        ("a l'exception des", new(GenreFrancais.Sauf)),
        ("non stop", new(GenreFrancais.Neutre)),
        ("non-stop", new(GenreFrancais.Neutre)),
        ("sans interruption", new(GenreFrancais.Neutre)),
        ("en continu", new(GenreFrancais.Neutre)),
        ("journee continue", new(GenreFrancais.Neutre)),
        ("toute l'annee", new(GenreFrancais.Neutre)),
        ("d'ouverture", new(GenreFrancais.Neutre)),
        ("au public", new(GenreFrancais.Neutre)),
        ("du public", new(GenreFrancais.Neutre)),
    ];

    private static readonly string[] JoursEntiers = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private readonly string _texte;
    private readonly List<JetonFrancais> _jetons = [];
    private int _i;

    private LexeurFrancais(string texte) => _texte = texte;

    /// <summary>The words of a text, the last one being <see cref="GenreFrancais.Fin"/>.</summary>
    public static List<JetonFrancais> Lire(string texte)
    {
        var lexeur = new LexeurFrancais(Simplifier(texte));
        while (lexeur._i < lexeur._texte.Length)
        {
            lexeur.Suivant();
        }

        lexeur._jetons.Add(new JetonFrancais(GenreFrancais.Fin));
        return lexeur._jetons;
    }

    // Lower case, no accents, plain apostrophes and spaces. A character lost in a bad conversion (�) stands for « à » more often than for anything else.
    private static string Simplifier(string texte)
    {
        var propre = new StringBuilder(texte.Length);
        foreach (var rune in texte.EnumerateRunes())
        {
            // Two code points that aren't characters, which normalisation refuses.
            propre.Append(rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        }

        var sortie = new StringBuilder(texte.Length);
        var balise = false;
        foreach (var c in propre.ToString().Normalize(NormalizationForm.FormD))
        {
            if (c is '<' or '>')
            {
                balise = c == '<';
                sortie.Append('\n');
            }
            else if (!balise && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                sortie.Append(c switch
                {
                    '’' or '‘' or '`' or '´' => '\'',
                    '\n' or '\r' => '\n',
                    '‐' or '‑' or '‒' or '–' or '—' or '−' or '→' => '-',
                    _ when char.IsWhiteSpace(c) => ' ',
                    _ => char.ToLowerInvariant(c),
                });
            }
        }

        return sortie.ToString();
    }

    private void Suivant()
    {
        var c = _texte[_i];
        if (c == ' ')
        {
            _i++;
            return;
        }

        foreach (var (texte, jeton) in Locutions)
        {
            if (texte[0] == c && string.CompareOrdinal(_texte, _i, texte, 0, texte.Length) == 0 && !EstDeMot(_i + texte.Length))
            {
                _i += texte.Length;
                _jetons.Add(jeton);
                return;
            }
        }

        if (char.IsAsciiDigit(c))
        {
            Nombre();
        }
        else if (char.IsLetter(c))
        {
            Mot();
        }
        else
        {
            _i++;
            _jetons.Add(c switch
            {
                '-' => new(GenreFrancais.Tiret),
                '/' when _i < _texte.Length && _texte[_i] == '/' => Double(),
                '/' => new(GenreFrancais.Oblique),
                ',' or '&' => new(GenreFrancais.Virgule),
                '+' => new(GenreFrancais.Virgule, 0, 0.95),
                ':' => new(GenreFrancais.DeuxPoints),
                ';' or '|' or '.' or '\n' or '•' or '*' => new(GenreFrancais.Fort),
                '\uFFFD' => new(GenreFrancais.A, 0, 0.97),
                '\'' or '"' => new(GenreFrancais.Liant),
                '(' or ')' => new(GenreFrancais.Liant, 0, 0.97),
                _ => new(GenreFrancais.Inconnu),
            });
        }
    }

    private JetonFrancais Double()
    {
        _i++;
        return new(GenreFrancais.Fort);
    }

    private bool EstDeMot(int i) => i < _texte.Length && char.IsLetterOrDigit(_texte[i]);

    private bool ChiffreA(int i) => i < _texte.Length && char.IsAsciiDigit(_texte[i]);

    private void Nombre()
    {
        var n = LireChiffres(out var longueur);
        if (longueur > 2)
        {
            _jetons.Add(new(GenreFrancais.Inconnu));
            return;
        }

        if (Minutes(n) is { } heure)
        {
            _jetons.Add(heure);
            return;
        }

        var debut = _i;
        while (_i < _texte.Length && char.IsLetter(_texte[_i]))
        {
            _i++;
        }

        var suite = _texte.AsSpan(debut, _i - debut);
        if (suite is "er" or "ere" or "e" or "eme" or "nd" or "iem" or "ieme")
        {
            _jetons.Add(new(GenreFrancais.Ordinal, n));
            return;
        }

        _i = debut;
        _jetons.Add(new(n <= 31 ? GenreFrancais.Nombre : GenreFrancais.Inconnu, n));
    }

    private int LireChiffres(out int longueur)
    {
        var debut = _i;
        var n = 0;
        while (ChiffreA(_i))
        {
            n = Math.Min((n * 10) + _texte[_i++] - '0', 99_999);
        }

        longueur = _i - debut;
        return n;
    }

    // What follows the digits of an hour: « h », « h30 », « h 30 », « :30 », « .30 », « heures 30 ». Null when it isn't an hour.
    private JetonFrancais? Minutes(int heures)
    {
        var i = _i;
        var espace = i < _texte.Length && _texte[i] == ' ';
        i += espace ? 1 : 0;
        if (i < _texte.Length && _texte[i] == 'h' && FinDeH(i) is { } fin)
        {
            _i = fin;
            return new(GenreFrancais.Heure, (heures * 60) + MinutesApresH(), heures <= 24 ? 1 : 0);
        }

        if (!espace && i + 2 < _texte.Length && _texte[i] is ':' or '.' && ChiffreA(i + 1) && ChiffreA(i + 2) && !ChiffreA(i + 3))
        {
            var minutes = ((_texte[i + 1] - '0') * 10) + _texte[i + 2] - '0';
            var apres = i + 3;
            if (string.CompareOrdinal(_texte, apres, ":00", 0, 3) == 0)
            {
                apres += 3;
            }

            // A third group is a telephone number or seconds.
            if (apres < _texte.Length && _texte[apres] is ':' or '.' && ChiffreA(apres + 1))
            {
                return null;
            }

            _i = apres + (apres < _texte.Length && _texte[apres] == 'h' && !EstDeMot(apres + 1) ? 1 : 0);
            return new(GenreFrancais.Heure, (heures * 60) + minutes, minutes < 60 && heures <= 24 ? 1 : 0);
        }

        return null;
    }

    // The position after « h », « hr », « hrs », « heure », « heures »; null when it is another word.
    private int? FinDeH(int i)
    {
        foreach (var mot in (ReadOnlySpan<string>)["heures", "heure", "hrs", "hr", "h"])
        {
            if (string.CompareOrdinal(_texte, i, mot, 0, mot.Length) == 0 && !(i + mot.Length < _texte.Length && char.IsLetter(_texte[i + mot.Length])))
            {
                return i + mot.Length;
            }
        }

        // « 9ha » is « 9h à » typed too fast.
        return string.CompareOrdinal(_texte, i, "ha", 0, 2) == 0 && !(i + 2 < _texte.Length && char.IsLetter(_texte[i + 2])) ? i + 1 : null;
    }

    private int MinutesApresH()
    {
        var i = _i;
        var espace = i < _texte.Length && _texte[i] == ' ';
        i += espace ? 1 : 0;
        if (!(ChiffreA(i) && ChiffreA(i + 1)) || ChiffreA(i + 2))
        {
            return 0;
        }

        var minutes = ((_texte[i] - '0') * 10) + _texte[i + 1] - '0';

        // « 9h 12h », « 9h 12:30 » are two hours; « 9h 12 » too.
        var suite = _texte.AsSpan(i + 2).TrimStart(' ');
        if (suite.StartsWith("h") || suite.StartsWith(":") || minutes > 59 || (espace && minutes is not (0 or 15 or 30 or 45)))
        {
            return 0;
        }

        _i = i + 2;
        return minutes;
    }

    private void Mot()
    {
        var debut = _i;
        while (_i < _texte.Length && (char.IsLetter(_texte[_i]) || char.IsAsciiDigit(_texte[_i])) && !(char.IsAsciiDigit(_texte[_i]) && _i > debut))
        {
            _i++;
        }

        var mot = _texte[debut.._i];
        var jeton = Connu(mot);
        if (jeton.Genre is GenreFrancais.Jour or GenreFrancais.Mois && mot.Length <= 5 && _i < _texte.Length && _texte[_i] == '.')
        {
            _i++;
        }

        _jetons.Add(jeton);
    }

    private static JetonFrancais Connu(string mot) => mot switch
    {
        "lundi" or "lundis" or "lun" or "lu" or "mo" => new(GenreFrancais.Jour, 0),
        "mardi" or "mardis" or "mar" or "ma" or "tu" => new(GenreFrancais.Jour, 1),
        "mercredi" or "mercredis" or "mer" or "me" or "merc" or "we" => new(GenreFrancais.Jour, 2),
        "jeudi" or "jeudis" or "jeu" or "je" or "th" => new(GenreFrancais.Jour, 3),
        "vendredi" or "vendredis" or "ven" or "ve" or "vend" or "fr" => new(GenreFrancais.Jour, 4),
        "samedi" or "samedis" or "sam" or "sa" => new(GenreFrancais.Jour, 5),
        "dimanche" or "dimanches" or "dim" or "di" or "su" => new(GenreFrancais.Jour, 6),
        "janvier" or "janv" => new(GenreFrancais.Mois, 1),
        "fevrier" or "fevr" or "fev" => new(GenreFrancais.Mois, 2),
        "mars" => new(GenreFrancais.Mois, 3),
        "avril" or "avr" => new(GenreFrancais.Mois, 4),
        "mai" => new(GenreFrancais.Mois, 5),
        "juin" => new(GenreFrancais.Mois, 6),
        "juillet" or "juil" => new(GenreFrancais.Mois, 7),
        "aout" => new(GenreFrancais.Mois, 8),
        "septembre" or "sept" => new(GenreFrancais.Mois, 9),
        "octobre" or "oct" => new(GenreFrancais.Mois, 10),
        "novembre" or "nov" => new(GenreFrancais.Mois, 11),
        "decembre" or "dec" => new(GenreFrancais.Mois, 12),
        "a" or "au" => new(GenreFrancais.A),
        "et" => new(GenreFrancais.Et),
        "de" or "du" or "des" or "d" or "le" or "la" or "les" or "l" or "en" or "tous" or "toutes" or "tout" or "chaque" or "puis" or "aux" => new(GenreFrancais.Liant),
        "ouvert" or "ouverte" or "ouverts" or "ouvertes" or "ouverture" or "horaires" or "horaire" or "accueil" or "public" or "uniquement" or "seulement" or "permanence" or "permanences"
            or "jours" or "jour" or "journee" or "continue" => new(GenreFrancais.Neutre),
        "ferme" or "fermee" or "fermeture" or "fermes" or "off" => new(GenreFrancais.Ferme),
        "sauf" or "hors" or "hormis" or "excepte" => new(GenreFrancais.Sauf),
        "matin" or "matins" or "matinee" => new(GenreFrancais.DemiJournee, 0),
        "feries" or "ferie" => new(GenreFrancais.Feries),
        "rdv" => new(GenreFrancais.RendezVous, 0, 0.9),
        "midi" => new(GenreFrancais.Heure, 12 * 60),
        "minuit" => new(GenreFrancais.Heure, 24 * 60),
        "premier" or "premiers" => new(GenreFrancais.Ordinal, 1),
        "second" or "deuxieme" => new(GenreFrancais.Ordinal, 2),
        "troisieme" => new(GenreFrancais.Ordinal, 3),
        "quatrieme" => new(GenreFrancais.Ordinal, 4),
        "dernier" or "derniers" => new(GenreFrancais.Ordinal, -1),
        _ => FauteDeFrappe(mot),
    };

    // One letter wrong, missing, added or two swapped in the name of a day.
    private static JetonFrancais FauteDeFrappe(string mot)
    {
        if (mot.Length is < 5 or > 10)
        {
            return new(GenreFrancais.Inconnu);
        }

        var trouve = -1;
        for (var jour = 0; jour < 7; jour++)
        {
            if (DifferePeu(mot, JoursEntiers[jour]))
            {
                if (trouve >= 0)
                {
                    return new(GenreFrancais.Inconnu);
                }

                trouve = jour;
            }
        }

        return trouve < 0 ? new(GenreFrancais.Inconnu) : new(GenreFrancais.Jour, trouve, 0.93);
    }

    private static bool DifferePeu(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var debut = a.CommonPrefixLength(b);
        var resteA = a[debut..];
        var resteB = b[debut..];
        return (resteA.Length - resteB.Length) switch
        {
            0 => resteA.Length >= 1 && (resteA[1..].SequenceEqual(resteB[1..]) || (resteA.Length >= 2 && resteA[0] == resteB[1] && resteA[1] == resteB[0] && resteA[2..].SequenceEqual(resteB[2..]))),
            1 => resteA[1..].SequenceEqual(resteB),
            -1 => resteB[1..].SequenceEqual(resteA),
            _ => false,
        };
    }
}
