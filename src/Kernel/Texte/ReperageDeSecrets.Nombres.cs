using FaireAvec.Kernel.Normes;

namespace FaireAvec.Kernel.Texte;

/// <summary>Numbers: of people, of accounts, of cards, of telephones; and e-mail addresses.</summary>
public static partial class ReperageDeSecrets
{
    // The longest card has 19 digits.
    private const int ChiffresMax = 20;

    // With the code of the country (E.164 has 15 at most; the shortest that people write have nine).
    private const int InternationalMin = 9;
    private const int InternationalMax = 15;
    private const int FrancaisMax = 13;
    private const int SeparateursMax = 3;

    // « 06 39 98 00 01 », « 0639980001 », « 0262 12 34 56 », « 06 3998 0001 », « 0639 980 001 », « 063 998 0001 ».
    private static readonly int[][] GroupesDeTelephone = [[10], [2, 2, 2, 2, 2], [4, 2, 2, 2], [2, 4, 4], [4, 3, 3], [3, 3, 4]];

    private static readonly string[] Indicatifs = ["33", "262", "508", "590", "594", "596", "681", "687", "689"];

    private static Trouvaille? Nombre(string texte, int debut)
    {
        Span<char> chiffres = stackalloc char[ChiffresMax];
        Span<int> fins = stackalloc int[ChiffresMax];
        Span<char> avant = stackalloc char[ChiffresMax];
        var n = Lire(texte, debut, chiffres, fins, avant);
        var lus = chiffres[..n];
        var colle = debut > 0 && char.IsLetter(texte[debut - 1]);
        if (Nir(texte, lus, fins) is { } finDeNir)
        {
            return new(NatureDeSecret.Nir, debut, finDeNir);
        }

        // « CMD0123… » is the number of something.
        if (colle)
        {
            return null;
        }

        foreach (var longueur in (ReadOnlySpan<int>)[19, 16, 15])
        {
            if (n >= longueur && Libre(texte, fins[longueur - 1]) && Carte(lus[..longueur], avant))
            {
                return new(NatureDeSecret.CarteBancaire, debut, fins[longueur - 1]);
            }
        }

        if (n >= 10 && lus[0] == '0' && lus[1] is >= '1' and <= '7' or '9' && lus[..10].IndexOfAnyExceptInRange('0', '9') < 0 && Libre(texte, fins[9]) && GroupesDe(avant[..10], GroupesDeTelephone))
        {
            return new(NatureDeSecret.Telephone, debut, fins[9]);
        }

        if (n >= 4 && lus is ['0', '0', ..] && TelephoneInternational(texte, debut, debut + 2) is { } lointain)
        {
            return lointain;
        }

        return n >= NumeroNir.SansCle && Libre(texte, fins[12]) && DebutDeNir(lus[..NumeroNir.SansCle], avant) ? new(NatureDeSecret.DebutDeNir, debut, fins[12]) : null;
    }

    /// <summary>Digits (and the letter of Corsica), at most three separators between them (« 06 - 39… »); for each, where it ends and the separator before it.</summary>
    private static int Lire(string texte, int i, Span<char> chiffres, Span<int> fins, Span<char> avant)
    {
        var n = 0;
        while (n < ChiffresMax && i < texte.Length)
        {
            var (j, separateur) = (i, '\0');
            for (var k = 0; n > 0 && k < SeparateursMax && j < texte.Length && Separateur(texte[j]) is { } s; k++, j++)
            {
                separateur = separateur == '\0' ? s : separateur;
            }

            var lettreCorse = n == 6 && j == i && chiffres[5] == '2' && texte[j] is 'A' or 'B' or 'a' or 'b';
            if (j >= texte.Length || (!char.IsAsciiDigit(texte[j]) && !lettreCorse))
            {
                break;
            }

            (chiffres[n], avant[n], fins[n]) = (texte[j], separateur, j + 1);
            n++;
            i = j + 1;
        }

        return n;
    }

    /// <summary>The character that stands for it, or null when it doesn't separate the digits of a number.</summary>
    private static char? Separateur(char c) => c switch
    {
        ' ' or '\t' or '\u00a0' or '\u202f' or '\u2009' or '\u2007' => ' ',
        '.' => '.',
        '-' or '\u2010' or '\u2011' or '\u2013' => '-',
        // Invisible ones: they come with what is pasted.
        '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad' => '\0',
        _ => null,
    };

    private static bool Libre(string texte, int fin) => fin >= texte.Length || !char.IsLetterOrDigit(texte[fin]);

    /// <summary>Where a NIR with its key ends, or null. Between the two one also writes « clé », « / » or « : ».</summary>
    private static int? Nir(string texte, ReadOnlySpan<char> lus, ReadOnlySpan<int> fins)
    {
        if (lus.Length < NumeroNir.SansCle || !NumeroNir.Forme(lus[..NumeroNir.SansCle], moisReel: false))
        {
            return null;
        }

        if (lus.Length >= NumeroNir.AvecCle)
        {
            return (fins[14] >= texte.Length || !char.IsAsciiDigit(texte[fins[14]])) && NumeroNir.Valable(lus[..NumeroNir.AvecCle]) ? fins[14] : null;
        }

        var i = Sauter(texte, fins[12], 3);
        if ((Mot(texte, i, "cle") ?? Mot(texte, i, "clef")) is { } apresLeMot)
        {
            i = Sauter(texte, apresLeMot, 3);
        }

        Span<char> quinze = stackalloc char[NumeroNir.AvecCle];
        lus[..NumeroNir.SansCle].CopyTo(quinze);
        if (i + 1 >= texte.Length)
        {
            return null;
        }

        (quinze[13], quinze[14]) = (texte[i], texte[i + 1]);
        return (i + 2 >= texte.Length || !char.IsAsciiDigit(texte[i + 2])) && NumeroNir.Valable(quinze) ? i + 2 : null;

        static int Sauter(string texte, int i, int max)
        {
            for (; max > 0 && i < texte.Length && (texte[i] is '/' or ':' or '(' || Separateur(texte[i]) is not null); max--)
            {
                i++;
            }

            return i;
        }
    }

    /// <summary>Thirteen characters without key: only those written as a NIR is, in one piece or « 1 85 05… », so that a number of order isn't taken for one.</summary>
    private static bool DebutDeNir(ReadOnlySpan<char> treize, ReadOnlySpan<char> avant)
    {
        var enUn = avant[1..NumeroNir.SansCle].IndexOfAnyExcept('\0') < 0;
        if (!NumeroNir.Forme(treize, moisReel: true) || (!enUn && avant[1] == '\0'))
        {
            return false;
        }

        // « 2011112512345 »: a day, then a rank.
        return !(enUn && treize.StartsWith("20") && ((treize[4] - '0') * 10) + treize[5] - '0' is >= 1 and <= 12 && char.IsAsciiDigit(treize[6]) && ((treize[6] - '0') * 10) + treize[7] - '0' is >= 1 and <= 31);
    }

    private static bool Carte(ReadOnlySpan<char> chiffres, ReadOnlySpan<char> avant)
    {
        if (chiffres.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        var emetteur = int.Parse(chiffres[..4], System.Globalization.CultureInfo.InvariantCulture);
        var connu = chiffres.Length switch
        {
            15 => emetteur is (>= 3400 and <= 3499) or (>= 3700 and <= 3799),
            16 => emetteur is (>= 4000 and <= 4999) or (>= 5000 and <= 5999) or (>= 2221 and <= 2720) or (>= 6000 and <= 6999) or (>= 3528 and <= 3589),
            _ => emetteur is (>= 4000 and <= 4999) or (>= 5000 and <= 5099) or (>= 5600 and <= 5899) or (>= 6000 and <= 6999),
        };
        return connu && NumeroSiret.Luhn(chiffres)
            && GroupesDe(avant[..chiffres.Length], chiffres.Length switch { 15 => [[15], [4, 6, 5], [4, 4, 4, 3]], 16 => [[16], [4, 4, 4, 4]], _ => [[19], [4, 4, 4, 4, 3], [6, 13], [4, 4, 4, 7]] });
    }

    /// <summary>True when the digits are grouped as one of these, with the same separator throughout.</summary>
    private static bool GroupesDe(ReadOnlySpan<char> avant, ReadOnlySpan<int[]> formes)
    {
        foreach (var forme in formes)
        {
            var (rang, bon, separateur) = (0, true, '\0');
            foreach (var groupe in forme)
            {
                if (rang > 0)
                {
                    bon &= avant[rang] != '\0' && (separateur == '\0' || separateur == avant[rang]);
                    separateur = avant[rang];
                }

                bon &= avant.Slice(rang + 1, groupe - 1).IndexOfAnyExcept('\0') < 0;
                rang += groupe;
            }

            if (bon)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« +33 6 39 98 00 01 », « 00 33 (0)6… »: from after the plus sign or the two zeros.</summary>
    private static Trouvaille? TelephoneInternational(string texte, int debut, int i)
    {
        if (debut > 0 && char.IsLetterOrDigit(texte[debut - 1]))
        {
            return null;
        }

        Span<char> lus = stackalloc char[InternationalMax + 1];
        var (n, fin, finFrancaise, separateurs, point) = (0, i, i, 0, false);
        for (var pas = 0; n < lus.Length && fin < texte.Length && pas < 32; pas++, i++)
        {
            if (i >= texte.Length)
            {
                break;
            }

            if (char.IsAsciiDigit(texte[i]))
            {
                lus[n++] = texte[i];
                fin = i + 1;
                finFrancaise = n <= FrancaisMax ? fin : finFrancaise;
            }
            else if (string.CompareOrdinal(texte, i, "(0)", 0, 3) == 0)
            {
                i += 2;
            }
            else if (Separateur(texte[i]) is null)
            {
                break;
            }
            else
            {
                separateurs++;
                point |= texte[i] == '.';
            }
        }

        var numero = lus[..Math.Min(n, FrancaisMax)];
        foreach (var indicatif in Indicatifs)
        {
            if (numero.StartsWith(indicatif))
            {
                var suite = numero[indicatif.Length..];
                suite = suite is ['0', ..] ? suite[1..] : suite;
                var attendus = indicatif is "508" or "681" or "687" or "689" ? 6 : 9;
                return suite.Length >= attendus && suite[0] != '8' && suite.Length <= attendus + 2 ? new(NatureDeSecret.Telephone, debut, finFrancaise) : null;
            }
        }

        // Of another country, written with its plus sign; « +45.4397234 » is a measure.
        return texte[debut] == '+' && n is >= InternationalMin and <= InternationalMax && lus[0] != '0' && !(point && separateurs == 1) && Libre(texte, fin) ? new(NatureDeSecret.Telephone, debut, fin) : null;
    }

    private static Trouvaille? Iban(string texte, int debut)
    {
        if (debut + 4 > texte.Length || !char.IsAsciiLetter(texte[debut]) || !char.IsAsciiLetter(texte[debut + 1]) || NumeroIban.Longueur(texte.AsSpan(debut, 2)) is not { } longueur)
        {
            return null;
        }

        Span<char> lus = stackalloc char[NumeroIban.Max];
        var (n, i) = (0, debut);
        while (n < longueur && i < texte.Length)
        {
            var j = i;
            for (var k = 0; k < SeparateursMax && j < texte.Length && Separateur(texte[j]) is not null; k++)
            {
                j++;
            }

            if (j >= texte.Length || !char.IsAsciiLetterOrDigit(texte[j]) || (n is 2 or 3 && !char.IsAsciiDigit(texte[j])))
            {
                return null;
            }

            lus[n++] = texte[j];
            i = j + 1;
        }

        return n == longueur && Libre(texte, i) && NumeroIban.Valable(lus[..n]) ? new(NatureDeSecret.Iban, debut, i) : null;
    }

    private static Trouvaille? Courriel(string texte, int arobase)
    {
        var (debut, fin, point) = (arobase, arobase + 1, -1);
        while (debut > 0 && arobase - debut < 64 && (char.IsLetterOrDigit(texte[debut - 1]) || texte[debut - 1] is '.' or '_' or '%' or '+' or '-' or '\''))
        {
            debut--;
        }

        for (; fin < texte.Length && fin - arobase < 255 && (char.IsLetterOrDigit(texte[fin]) || texte[fin] is '.' or '-'); fin++)
        {
            point = texte[fin] == '.' && fin + 2 < texte.Length && char.IsLetter(texte[fin + 1]) && char.IsLetter(texte[fin + 2]) ? fin : point;
        }

        while (fin > arobase && texte[fin - 1] is '.' or '-')
        {
            fin--;
        }

        if (debut == arobase || point < arobase + 2 || point >= fin)
        {
            return null;
        }

        return SecretApres(texte, fin) is { } secret ? new(NatureDeSecret.MotDePasse, debut, secret) : new(NatureDeSecret.Courriel, debut, fin);
    }
}
