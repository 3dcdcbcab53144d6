namespace FaireAvec.Kernel.Texte;

/// <summary>
/// Looks in a free text for what it should not hold: passwords, social-security numbers, bank accounts and cards, telephones, e-mail addresses. One walk
/// from left to right, without regular expressions: each character is read a bounded number of times, whatever the text.
/// </summary>
public static partial class ReperageDeSecrets
{
    /// <summary>What is reported at most of each kind of outcome, refused or warned: a person can't read more.</summary>
    public const int Max = 50;

    private const int ExtraitMax = 3;

    /// <summary>What was found, in the order of the text; empty when there is nothing to say.</summary>
    public static IReadOnlyList<SecretRepere> Reperer(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return [];
        }

        var reperes = new List<SecretRepere>();
        var (refuses, avertis, ligne, compte) = (0, 0, 1, 0);
        var i = 0;
        while (i < texte.Length && (refuses < Max || avertis < Max))
        {
            if (Chercher(texte, i) is not { } trouve)
            {
                i++;
                continue;
            }

            for (; compte < trouve.Debut; compte++)
            {
                ligne += texte[compte] == '\n' ? 1 : 0;
            }

            var repere = new SecretRepere(trouve.Nature, trouve.Debut, trouve.Fin - trouve.Debut, ligne, Extrait(texte, trouve.Debut, trouve.Fin));
            if (repere.Refuse ? refuses++ < Max : avertis++ < Max)
            {
                reperes.Add(repere);
            }

            i = trouve.Fin;
        }

        return reperes;
    }

    private static Trouvaille? Chercher(string texte, int i)
    {
        var c = texte[i];
        if (c == '@')
        {
            return Courriel(texte, i);
        }

        if (c == '+')
        {
            return TelephoneInternational(texte, i, i + 1);
        }

        if (char.IsAsciiDigit(c))
        {
            return i == 0 || !char.IsAsciiDigit(texte[i - 1]) ? Nombre(texte, i) : null;
        }

        return char.IsLetter(c) && (i == 0 || !char.IsLetterOrDigit(texte[i - 1])) ? MotDePasse(texte, i) ?? Iban(texte, i) : null;
    }

    private static string Extrait(string texte, int debut, int fin)
    {
        var longueur = Math.Min(ExtraitMax, fin - debut);
        // Half of a pair of surrogates isn't a character.
        longueur -= char.IsHighSurrogate(texte[debut + longueur - 1]) ? 1 : 0;
        return $"{texte.AsSpan(debut, longueur)}…";
    }

    private readonly record struct Trouvaille(NatureDeSecret Nature, int Debut, int Fin);
}
