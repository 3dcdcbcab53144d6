using System.Collections.Frozen;

namespace FaireAvec.Kernel.Texte;

/// <summary>Passwords and secret codes, by the words that announce them.</summary>
public static partial class ReperageDeSecrets
{
    // Longest piece that is looked at: a password isn't a page.
    private const int JetonMax = 128;
    private const int MotsEntre = 5;

    private static readonly (string Mots, Annonce Annonce)[] Annonces =
    [
        ("mots de passe", Annonce.Pluriel), ("mot de passe", Annonce.Long), ("motdepasse", Annonce.Long), ("mot de pass", Annonce.Long),
        ("mdp", Annonce.Abrege), ("m.d.p", Annonce.Abrege), ("password", Annonce.Abrege), ("passwd", Annonce.Abrege), ("pwd", Annonce.Abrege),
        ("code secret", Annonce.Code), ("code confidentiel", Annonce.Code), ("code personnel", Annonce.Code), ("code d acces", Annonce.Code), ("code pin", Annonce.Code),
        ("code de carte", Annonce.Code), ("code de la carte", Annonce.Code), ("code de sa carte", Annonce.Code), ("code de ma carte", Annonce.Code),
    ];

    /// <summary>What follows « mot de passe : » in a sentence about it. Without accents; words in -é, -er, -ir and -tion are known by their end.</summary>
    private static readonly FrozenSet<string> Phrases = (
        "a ai aide ancien apres as au aucun aujourd aussi autre aux avant avec avoir bien bloque bon ca car ce cela celle celui ces cet cette chez client code comme comment compte contre cours dans de demain demande "
        + "des deux difficile dit dix donc du elle elles en encore entre erreur est et etait ete etre explication facile faible faire fait fort francais hier huit ici idem il ils impossible inconnu inconnue incorrect incorrecte "
        + "invalide invalides je jamais la le les leur lien long loin lui ma mail mais manquant meme mes mieux mis moins moment mon monsieur madame ne neant neuf neuve ni non nos notre nous nouveau nouvel nouvelle on ou oubli oui ok par pas perdu perdue "
        + "perte personne plus pour probleme puis quand que quel quelle question qui quoi r rappel ras refait refus remis reste rien rdv sa sans savoir sera ses si six sms soi son sont souci sous sur ta tel temps tes toi ton toujours tous "
        + "tout tres trois trop trouve tu un une usager user valable valide vide voici voir vos votre vous vu vue y").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Conjonctions = new[] { "et", "ou", "puis", "donc", "car", "mais" }.ToFrozenSet(StringComparer.Ordinal);

    private enum Annonce
    {
        /// <summary>« mdp »: somebody who notes one down.</summary>
        Abrege,

        /// <summary>« mot de passe »: it may also be a sentence about it.</summary>
        Long,

        /// <summary>« mots de passe »: mostly a sentence about them.</summary>
        Pluriel,

        /// <summary>« code secret »: digits too.</summary>
        Code,
    }

    private static Trouvaille? MotDePasse(string texte, int debut)
    {
        if (Plier(texte[debut]) is not ('m' or 'p' or 'c'))
        {
            return null;
        }

        foreach (var (mots, annonce) in Annonces)
        {
            if (Mot(texte, debut, mots) is { } apres)
            {
                return Valeur(texte, apres, annonce) is { } fin ? new(NatureDeSecret.MotDePasse, debut, fin) : null;
            }
        }

        return null;
    }

    /// <summary>Where the secret ends that these words announce, or null when there is none.</summary>
    private static int? Valeur(string texte, int i, Annonce annonce)
    {
        for (var mots = 0; mots <= MotsEntre; mots++)
        {
            i = Blancs(texte, i);
            while (i < texte.Length && texte[i] is '(' or ')' or '"' or '«' or '»')
            {
                i = Blancs(texte, i + 1);
            }

            if (i >= texte.Length || texte[i] is '\n' or '\r' or '.' or ',' or ';' or '!' or '?')
            {
                return null;
            }

            if (texte[i] is ':' or '=' or '→' || string.CompareOrdinal(texte, i, "->", 0, 2) == 0)
            {
                return ApresLesDeuxPoints(texte, i + (texte[i] == '-' ? 2 : 1), annonce);
            }

            var fin = FinDeJeton(texte, i);
            var jeton = Nettoyer(texte, i, fin);
            if (Fort(jeton) || (annonce == Annonce.Code && jeton.Length is >= 4 and <= 8 && Chiffres(jeton)))
            {
                return fin;
            }

            // « mot de passe et adresse : 12 rue… » announces something else.
            var apres = i;
            while (apres < fin && texte[apres] is not (':' or '=' or ',' or ';' or '.' or '!' or '?' or '(' or ')'))
            {
                apres++;
            }

            if (Conjonctions.Contains(Plier(texte.AsSpan(i, apres - i))))
            {
                return null;
            }

            i = apres == i ? apres + 1 : apres;
        }

        return null;
    }

    /// <summary>After « : » or « = »: what comes next is the secret, unless it is the rest of a sentence.</summary>
    private static int? ApresLesDeuxPoints(string texte, int i, Annonce annonce)
    {
        i = Blancs(texte, i);
        while (i < texte.Length && texte[i] is ':' or '=' or '>')
        {
            i = Blancs(texte, i + 1);
        }

        // The secret may stand on the next line.
        if (i < texte.Length && texte[i] is '\n' or '\r')
        {
            i = Blancs(texte, i + (string.CompareOrdinal(texte, i, "\r\n", 0, 2) == 0 ? 2 : 1));
        }

        if (i >= texte.Length)
        {
            return null;
        }

        var cite = texte[i] is '"' or '«' or '“' or '\'' or '‘';
        i = cite ? Blancs(texte, i + 1) : i;
        var fin = FinDeJeton(texte, i);
        var jeton = Nettoyer(texte, i, fin);
        if (jeton.Length < 3 || fin - i >= JetonMax || jeton.IndexOf("://", StringComparison.Ordinal) >= 0 || (jeton.Contains('@') && jeton.LastIndexOf('.') > jeton.IndexOf('@')) || Mesure(jeton))
        {
            return null;
        }

        if (Chiffres(jeton))
        {
            return jeton.Length >= 4 ? fin : null;
        }

        if (!Lettres(jeton))
        {
            // Dots and stars hide it already.
            return (annonce == Annonce.Pluriel && !Fort(jeton)) || !Ecrit(jeton) ? null : fin;
        }

        if (annonce == Annonce.Pluriel || Banal(jeton))
        {
            return null;
        }

        return cite || annonce == Annonce.Abrege || SeulOuSuiviDeChiffres(texte, i, fin) ? fin : null;
    }

    private static bool SeulOuSuiviDeChiffres(string texte, int debut, int fin)
    {
        if (texte[fin - 1] is '.' or ',' or ';' or ')' or '!' or '/' || fin - debut >= JetonMax)
        {
            return true;
        }

        var suite = Blancs(texte, fin);
        return suite >= texte.Length || texte[suite] is '\n' or '\r' or '/' or '(' or ',' or ';' or '-' || char.IsAsciiDigit(texte[suite]);
    }

    /// <summary>Where what follows an e-mail address on its line ends, when it looks like what opens it: « nom@example.org / soleil42 ».</summary>
    private static int? SecretApres(string texte, int i)
    {
        var colle = i < texte.Length && texte[i] == ':' && i + 1 < texte.Length && char.IsLetterOrDigit(texte[i + 1]);
        for (var mots = 0; mots < 3; mots++)
        {
            while (i < texte.Length && (texte[i] is ' ' or '\t' or '\u00a0' or '/' or ':' or ';' or ',' or '-' or '|' or '>' or ')' or '('))
            {
                i++;
            }

            if (i >= texte.Length || texte[i] is '\n' or '\r' or '.' or '!' or '?')
            {
                return null;
            }

            var fin = FinDeJeton(texte, i);
            var jeton = Nettoyer(texte, i, fin);
            if (fin - i < JetonMax && !jeton.Contains('@') && (Fort(jeton) || (colle && mots == 0 && jeton.Length >= 4 && !Banal(jeton) && !Chiffres(jeton))))
            {
                return fin;
            }

            i = fin;
        }

        return null;
    }

    /// <summary>Small letters and digits together, six characters or more: nobody writes so but for a password. References are in capitals (« CMD2026-001 »).</summary>
    private static bool Fort(ReadOnlySpan<char> jeton)
    {
        if (jeton.Length is < 6 or >= JetonMax || jeton.IndexOf("://", StringComparison.Ordinal) >= 0 || jeton.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || jeton.IndexOfAny('/', '@') >= 0 || Mesure(jeton))
        {
            return false;
        }

        var (petites, chiffres) = (0, 0);
        foreach (var c in jeton)
        {
            petites += char.IsLower(c) ? 1 : 0;
            chiffres += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return petites >= 2 && chiffres >= 1;
    }

    /// <summary>A day, an hour, a quantity: « 12/05/2026 », « 10h30-12h », « 100€ », « 15min ».</summary>
    private static bool Mesure(ReadOnlySpan<char> jeton)
    {
        if (!char.IsAsciiDigit(jeton[0]))
        {
            return false;
        }

        var lettres = 0;
        foreach (var c in jeton)
        {
            if (!char.IsAsciiDigit(c) && c is not ('/' or '-' or '.' or ',' or ':' or 'h' or 'H' or '€' or '%' or '–'))
            {
                lettres++;
            }
        }

        if (lettres == 0)
        {
            return !Chiffres(jeton);
        }

        var unite = jeton[(jeton.LastIndexOfAnyInRange('0', '9') + 1)..];
        return unite.Length == lettres && Plier(unite) is "e" or "er" or "ere" or "eme" or "mn" or "min" or "km" or "go" or "mo" or "ko" or "ans" or "an" or "euros" or "eur" or "fois" or "jours" or "mois";
    }

    private static bool Banal(ReadOnlySpan<char> jeton)
    {
        if (jeton[^1] is 'é' || jeton.EndsWith("ée") || jeton.EndsWith("és") || jeton.EndsWith("ées"))
        {
            return true;
        }

        // « c’est », « l’usager »: the word before the apostrophe says that it is a sentence.
        var mot = Plier(jeton);
        var apostrophe = mot.IndexOf('\'', StringComparison.Ordinal);
        return apostrophe is >= 1 and <= 4 || Phrases.Contains(mot) || (mot.Length > 4 && (mot.EndsWith("er", StringComparison.Ordinal) || mot.EndsWith("ir", StringComparison.Ordinal) || mot.EndsWith("tion", StringComparison.Ordinal)));
    }

    private static bool Chiffres(ReadOnlySpan<char> jeton) => !jeton.ContainsAnyExceptInRange('0', '9');

    private static bool Ecrit(ReadOnlySpan<char> jeton)
    {
        foreach (var c in jeton)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Lettres(ReadOnlySpan<char> jeton)
    {
        foreach (var c in jeton)
        {
            if (!char.IsLetter(c) && c is not ('\'' or '’' or '-') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                return false;
            }
        }

        return true;
    }

    private static int Blancs(string texte, int i)
    {
        for (var max = JetonMax; max > 0 && i < texte.Length && texte[i] is ' ' or '\t' or '\u00a0' or '\u202f' or '\u200b'; max--)
        {
            i++;
        }

        return i;
    }

    private static int FinDeJeton(string texte, int i)
    {
        var fin = Math.Min(texte.Length, i + JetonMax);
        var j = i;
        while (j < fin && !char.IsWhiteSpace(texte[j]))
        {
            j++;
        }

        return j;
    }

    private static ReadOnlySpan<char> Nettoyer(string texte, int debut, int fin) =>
        texte.AsSpan(debut, fin - debut).TrimStart("\"«“'‘(").TrimEnd(".,;:!?)»\"”'’ ") is { Length: > 0 } propre ? propre : " ";

    /// <summary>Where these words end when the text says them here, as whole words; accents, capitals and what is between words don't count.</summary>
    private static int? Mot(string texte, int i, string mots)
    {
        foreach (var attendu in mots)
        {
            if (attendu == ' ')
            {
                var debut = i;
                while (i < texte.Length && i - debut < 3 && (texte[i] is ' ' or '\t' or '\u00a0' or '\u202f' or '-' or '_' or '\'' or '’'))
                {
                    i++;
                }

                if (i == debut)
                {
                    return null;
                }

                continue;
            }

            if (i >= texte.Length || Plier(texte[i]) != attendu)
            {
                return null;
            }

            i++;
            // An accent written as a character of its own.
            i += i < texte.Length && texte[i] is >= '\u0300' and <= '\u036f' ? 1 : 0;
        }

        return i < texte.Length && char.IsLetter(texte[i]) ? null : i;
    }

    private static string Plier(ReadOnlySpan<char> mot)
    {
        Span<char> plie = stackalloc char[Math.Min(mot.Length, JetonMax)];
        for (var i = 0; i < plie.Length; i++)
        {
            plie[i] = Plier(mot[i]);
        }

        return plie.ToString();
    }

    private static char Plier(char c) => char.ToLowerInvariant(c) switch
    {
        'à' or 'â' or 'ä' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'î' or 'ï' => 'i',
        'ô' or 'ö' => 'o',
        'ù' or 'û' or 'ü' => 'u',
        'ç' => 'c',
        '’' => '\'',
        var autre => autre,
    };
}
