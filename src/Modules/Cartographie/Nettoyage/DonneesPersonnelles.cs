using System.Text.RegularExpressions;
using FaireAvec.Kernel.Normes;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>Personal e-mails and mobiles written inside a text: masked, and traced without being repeated.</summary>
internal static partial class DonneesPersonnelles
{
    private const string CourrielMasque = "[adresse électronique retirée]";
    private const string MobileMasque = "[numéro retiré]";

    /// <summary>The text without anybody's own e-mail or mobile.</summary>
    public static string? Masquer(string? texte, string champ, Releve releve)
    {
        if (texte is null)
        {
            return null;
        }

        // What is removed may have hidden another: « 06…faxsophie.durand@… ».
        for (var i = 0; i < 4; i++)
        {
            var apres = UneFois(texte, champ, releve);
            if (apres == texte)
            {
                break;
            }

            texte = apres;
        }

        return texte;
    }

    private static string UneFois(string texte, string champ, Releve releve)
    {
        var courant = texte;
        if (courant.Contains('@', StringComparison.Ordinal))
        {
            courant = AdresseDansUnTexte().Replace(courant, m =>
            {
                var adresse = m.Value.TrimEnd('.', '-');
                if (!Courriel.EstValable(adresse) || !Courriel.EstPersonnel(adresse))
                {
                    return m.Value;
                }

                releve.Retenir(champ, adresse, Courriel.Masquer(adresse), Regles.TexteCourriel);
                return CourrielMasque + m.Value[adresse.Length..];
            });
        }

        if (courant.Length < 10 || !courant.AsSpan().ContainsAny('6', '7'))
        {
            return courant;
        }

        return MobileDansUnTexte().Replace(courant, m =>
        {
            if (Telephone.Lire(m.Value).Numero is not { Type: TypeTelephone.Mobile } mobile)
            {
                return m.Value;
            }

            releve.Retenir(champ, mobile.Valeur, mobile.Masque, Regles.TexteMobile);
            return MobileMasque;
        });
    }

    // Never more than an address can hold, so that each start costs little.
    [GeneratedRegex(@"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{3,190}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AdresseDansUnTexte();

    [GeneratedRegex(@"(?<![0-9+])((\+|00)(33|262|590|594|596)[ .\-]{0,2}(\(0\))?[ .\-]{0,2}0?|0)[67]([ .\-/]{0,2}[0-9]){8}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MobileDansUnTexte();
}
