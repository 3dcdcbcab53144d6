using FaireAvec.Kernel.Normes;
using PhoneNumbers;

namespace FaireAvec.Cartographie.Nettoyage.Telephones;

/// <summary>
/// What a run of digits is, where it is written: national, local, international, short. French numbers follow <see cref="PlanDeNumerotation"/>, not
/// libphonenumber: the library refuses short numbers and blocks opened since its release, ignores the département, and writes overseas numbers its own way.
/// It decides for the numbers of other countries only, and checks ours in a test.
/// </summary>
internal sealed class NumeroEnChiffres(string? departement)
{
    private static readonly PhoneNumberUtil Bibliotheque = PhoneNumberUtil.GetInstance();

    /// <param name="chiffres">Digits alone.</param>
    /// <param name="plus">True when a « + » came before.</param>
    /// <param name="noter">Receives the rules that were applied.</param>
    public NumeroTelephone? Lire(string chiffres, bool plus, Action<string> noter)
    {
        if (chiffres.AsSpan().IndexOfAnyExcept('0') < 0)
        {
            return null;
        }

        if (plus || (chiffres.StartsWith("00", StringComparison.Ordinal) && chiffres.Length > 8))
        {
            return Internationale(chiffres, plus, noter);
        }

        var local = PlanDeNumerotation.IndicatifDuDepartement(departement);
        if (PlanDeNumerotation.LongueurLocale(local) == chiffres.Length && PlanDeNumerotation.Local(local, chiffres) is { } sur)
        {
            noter(Regles.TelLocal);
            return sur;
        }

        switch (chiffres.Length)
        {
            case 10:
                return PlanDeNumerotation.DixChiffres(chiffres, departement);
            case 9 when chiffres[0] != '0':
                if (PlanDeNumerotation.LongueurLocale(local) == 6 && chiffres.StartsWith(local, StringComparison.Ordinal) && PlanDeNumerotation.Local(local, chiffres.AsSpan(3)) is { } sansPlus)
                {
                    noter(Regles.TelSansPlus);
                    return sansPlus;
                }

                if (PlanDeNumerotation.DixChiffres($"0{chiffres}", departement) is { } retabli)
                {
                    noter(Regles.TelZeroPerdu);
                    return retabli;
                }

                return null;
            case >= 11 and <= 13:
                foreach (var indicatif in PlanDeNumerotation.Indicatifs)
                {
                    var debut = chiffres[0] == '0' ? 1 : 0;
                    if (chiffres.AsSpan(debut).StartsWith(indicatif, StringComparison.Ordinal) && PlanDeNumerotation.ApresIndicatif(indicatif, chiffres.AsSpan(debut + indicatif.Length), departement) is { } numero)
                    {
                        noter(Regles.TelSansPlus);
                        return numero;
                    }
                }

                return null;
            default:
                return PlanDeNumerotation.Court(chiffres);
        }
    }

    private NumeroTelephone? Internationale(string chiffres, bool plus, Action<string> noter)
    {
        var reste = chiffres;
        if (chiffres.StartsWith("00", StringComparison.Ordinal))
        {
            reste = chiffres[2..];
            noter(Regles.TelPrefixe00);
        }
        else if (plus && chiffres[0] == '0')
        {
            if (PlanDeNumerotation.DixChiffres(chiffres, departement) is { } national)
            {
                noter(Regles.TelPlusDeTrop);
                return national;
            }

            return null;
        }

        foreach (var indicatif in PlanDeNumerotation.Indicatifs)
        {
            if (!reste.StartsWith(indicatif, StringComparison.Ordinal))
            {
                continue;
            }

            var suite = reste.AsSpan(indicatif.Length);
            if (PlanDeNumerotation.ApresIndicatif(indicatif, suite, departement) is { } numero)
            {
                if (!numero.E164!.StartsWith($"+{indicatif}", StringComparison.Ordinal))
                {
                    noter(Regles.TelIndicatifFaux);
                }

                return numero;
            }

            // « +33 33 4 77… »
            if (suite.StartsWith(indicatif, StringComparison.Ordinal) && PlanDeNumerotation.ApresIndicatif(indicatif, suite[indicatif.Length..], departement) is { } double_)
            {
                noter(Regles.TelIndicatifDouble);
                return double_;
            }

            return null;
        }

        if (reste.StartsWith("269", StringComparison.Ordinal) && Mayotte(reste.AsSpan(3)) is { } mahorais)
        {
            noter(Regles.TelMayotte);
            return mahorais;
        }

        return Etranger(reste);
    }

    /// <summary>Mayotte left +269, now the Comoros' alone, in 2007; the Comoros have seven digits after it.</summary>
    private NumeroTelephone? Mayotte(ReadOnlySpan<char> reste) => reste.Length switch
    {
        9 when reste.StartsWith("269", StringComparison.Ordinal) || reste.StartsWith("639", StringComparison.Ordinal) => PlanDeNumerotation.DixChiffres($"0{reste}", departement),
        6 when reste[0] == '6' => PlanDeNumerotation.DixChiffres($"0269{reste}", departement),
        _ => null,
    };

    private static NumeroTelephone? Etranger(string chiffres)
    {
        try
        {
            var numero = Bibliotheque.Parse($"+{chiffres}", null);
            return Bibliotheque.IsValidNumber(numero)
                ? new NumeroTelephone(Bibliotheque.Format(numero, PhoneNumberFormat.E164), null, Bibliotheque.Format(numero, PhoneNumberFormat.INTERNATIONAL), Bibliotheque.GetNumberType(numero) == PhoneNumberType.MOBILE ? TypeTelephone.Mobile : TypeTelephone.International)
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
