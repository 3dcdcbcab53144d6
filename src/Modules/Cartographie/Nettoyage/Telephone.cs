using System.Text;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;
using PhoneNumbers;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Reads telephone numbers as people write them in a cell: separators, words, several numbers, an extension, a lost zero.
/// <para>
/// French numbers follow <see cref="PlanDeNumerotation"/>, not libphonenumber: the library refuses short numbers and blocks opened since its release,
/// ignores the département, and writes overseas numbers its own way. It decides for the numbers of other countries only, and checks ours in a test.
/// </para>
/// </summary>
internal static partial class Telephone
{
    /// <summary>A longer cell isn't a telephone number: it isn't read.</summary>
    public const int LongueurLue = 300;

    private static readonly PhoneNumberUtil Bibliotheque = PhoneNumberUtil.GetInstance();

    private static readonly string[] MotsDePoste = ["poste", "postes", "p", "ext", "extension", "interne", "x"];

    private static readonly string[] MotsDeTelecopie = ["fax", "telecopie", "télécopie", "telecopieur", "télécopieur"];

    /// <summary>Reads a cell.</summary>
    /// <param name="texte">As written.</param>
    /// <param name="departement">Code of the département or collectivity ("42", "971", "988"), or a postal code: decides for local numbers.</param>
    public static LectureTelephone Lire(string? texte, string? departement = null)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return LectureTelephone.Vide;
        }

        if (texte.Length > LongueurLue)
        {
            return Echec(Regles.TelTropLong);
        }

        var lecture = new Lecteur(DepartementDe(departement));
        lecture.Lire(texte);
        if (lecture.Numeros is not [var premier, .. var autres])
        {
            return Echec(lecture.Erreur ?? Regles.TelSansNumero, lecture.Suggestion);
        }

        if (autres.Any(a => a.Valeur != premier.Valeur))
        {
            lecture.Noter(Regles.TelPlusieurs);
        }

        if (premier.Extension is not null)
        {
            lecture.Noter(Regles.TelPoste);
        }

        if (lecture.Regles.Count == 0 && texte != premier.Valeur)
        {
            lecture.Noter(premier.Type == TypeTelephone.Court ? Regles.TelCourt : Regles.TelFormat);
        }

        return new LectureTelephone(premier, [.. autres.Where(a => a.Valeur != premier.Valeur).DistinctBy(a => a.Valeur)], lecture.Regles);
    }

    /// <summary>
    /// Cleans the column « telephone »: the international form, or the short number. A mobile is held back: it is most often somebody's own.
    /// </summary>
    public static Nettoye<string> Nettoyer(string? texte, string? departement = null, string champ = "telephone")
    {
        var releve = new Releve();
        if (string.IsNullOrWhiteSpace(texte))
        {
            return new(null, releve);
        }

        // Already in its final form.
        if (texte is ['+', ..] && DejaPropre(texte))
        {
            return new(texte, releve);
        }

        var lecture = Lire(texte, departement);
        if (lecture.Numero is null)
        {
            releve.Retirer(champ, MasquerTout(texte), lecture.Erreur!, suggestion: lecture.Suggestion);
            return new(null, releve);
        }

        var tous = lecture.Autres.Prepend(lecture.Numero).ToList();
        foreach (var mobile in tous.Where(n => n.Type == TypeTelephone.Mobile))
        {
            releve.Retenir(champ, mobile.Valeur, mobile.Masque, Regles.TelMobile);
        }

        if (tous.Find(n => n.Type != TypeTelephone.Mobile) is not { } garde)
        {
            return new(null, releve);
        }

        // The most telling rule: words around the number, or its format, are said when nothing else was mended.
        string regle = lecture.ReglesAppliquees is [] ? Regles.TelFormat : lecture.ReglesAppliquees[0];
        releve.Corriger(champ, MasquerMobiles(texte, tous), garde.Valeur, regle != Regles.TelTexte || lecture.ReglesAppliquees.Count == 1 ? regle : lecture.ReglesAppliquees[1]);
        if (tous.Where(n => n.Type != TypeTelephone.Mobile && n != garde).Select(n => n.Affichage).ToList() is { Count: > 0 } autres)
        {
            releve.Signaler(champ, string.Join(" / ", autres), Regles.TelPlusieurs, Severite.Avertissement, $"La case contient plusieurs numéros : {garde.Affichage} est gardé, {string.Join(" et ", autres)} {(autres.Count == 1 ? "n’est pas publié" : "ne sont pas publiés")}.");
        }

        if (garde.Extension is { } poste)
        {
            releve.Signaler(champ, poste, Regles.TelPoste, Severite.Avertissement, $"Le poste {poste} n’a pas de place dans le standard : mettez-le dans la présentation du lieu.");
        }

        return new(garde.Valeur, releve);
    }

    /// <summary>The code that <see cref="PlanDeNumerotation"/> knows, from a département or a postal code.</summary>
    private static string? DepartementDe(string? texte) =>
        texte?.Trim() switch
        {
            null => null,
            { Length: >= 3 } t when t.StartsWith("97", StringComparison.Ordinal) || t.StartsWith("98", StringComparison.Ordinal) => t[..3],
            var t => t.Length > 2 ? t[..2] : t,
        };

    private static bool DejaPropre(string texte)
    {
        foreach (var indicatif in PlanDeNumerotation.Indicatifs)
        {
            if (texte.AsSpan(1).StartsWith(indicatif, StringComparison.Ordinal))
            {
                return !texte.AsSpan(1).ContainsAnyExceptInRange('0', '9') && PlanDeNumerotation.ApresIndicatif(indicatif, texte.AsSpan(1 + indicatif.Length), null) is { Type: not TypeTelephone.Mobile } numero && numero.E164 == texte;
            }
        }

        return false;
    }

    private static LectureTelephone Echec(string regle, string? suggestion = null) => new(null, [], [], regle, suggestion);

    // What could not be read may be somebody's mobile with a digit missing.
    private static string MasquerTout(string texte) => ChiffresMobiles().Replace(texte, m => $"{m.Value[..2]}•••");

    private static string MasquerMobiles(string texte, List<NumeroTelephone> numeros) => numeros.Exists(n => n.Type == TypeTelephone.Mobile) ? string.Join(" / ", numeros.Select(n => n.Type == TypeTelephone.Mobile ? n.Masque : n.Affichage)) : texte;

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

    [GeneratedRegex(@"\b0[67](?=\d|[ .\-]\d)[\d .\-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChiffresMobiles();

    // « 0,35 €/min », « 15 cts la minute », « 0.15€ par appel »
    [GeneratedRegex(@"[0-9]+([.,][0-9]+)?\s?(€|euros?|eur|cts?|centimes?)(\s?(/|par|la)\s?[a-z]{0,10})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Prix();

    // « 9h », « 14 h 30 »: hours of the desk beside its number.
    [GeneratedRegex(@"\b[0-9]{1,2}\s?h(\s?[0-9]{2})?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heure();

    [GeneratedRegex(@"\S*(@|www\.|://)\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AdresseElectronique();

    /// <summary>One reading of one cell.</summary>
    private sealed class Lecteur(string? departement)
    {
        public List<NumeroTelephone> Numeros { get; } = [];

        public List<string> Regles { get; } = [];

        public string? Erreur { get; private set; }

        public string? Suggestion { get; private set; }

        public void Noter(string regle)
        {
            if (!Regles.Contains(regle))
            {
                Regles.Add(regle);
            }
        }

        public void Lire(string texte)
        {
            var propre = TexteRecherche.Valide(texte).Normalize(NormalizationForm.FormKC);
            foreach (var motif in (Regex[])[AdresseElectronique(), Prix(), Heure()])
            {
                propre = motif.Replace(propre, "\n");
            }

            propre = SansZeroEntreParentheses(ZerosEcritsO(propre));
            var mot = "";
            var i = 0;
            while (i < propre.Length)
            {
                if (EstDuNumero(propre[i]))
                {
                    var debut = i;
                    do
                    {
                        i++;
                    }
                    while (i < propre.Length && EstDuNumero(propre[i]) && propre[i] != '+');
                    Suite(propre[debut..i], mot);
                    continue;
                }

                if (char.IsLetter(propre[i]))
                {
                    var debut = i;
                    while (i < propre.Length && char.IsLetter(propre[i]))
                    {
                        i++;
                    }

                    mot = propre[debut..i].ToLowerInvariant();
                    Noter(Nettoyage.Regles.TelTexte);
                    continue;
                }

                mot = propre[i] == '#' ? "poste" : "";
                i++;
            }
        }

        private static bool EstDuNumero(char c) => char.IsAsciiDigit(c) || c is '+' or ' ' or '\t' or '.' or '-' or '_' or '/' or '(' or ')' or '\'' or ',' or ':' or '·' or '–' or '—' or '‑' or '*';

        private static string Chiffres(ReadOnlySpan<char> texte)
        {
            var sortie = new StringBuilder(texte.Length);
            foreach (var c in texte)
            {
                if (char.IsAsciiDigit(c))
                {
                    sortie.Append(c);
                }
            }

            return sortie.ToString();
        }

        /// <summary>« O4 77… »: the letter for the digit.</summary>
        private string ZerosEcritsO(string texte)
        {
            StringBuilder? sortie = null;
            for (var i = 0; i + 1 < texte.Length; i++)
            {
                if (texte[i] is 'O' or 'o' && char.IsAsciiDigit(texte[i + 1]) && (i == 0 || !char.IsLetter(texte[i - 1])))
                {
                    (sortie ??= new StringBuilder(texte))[i] = '0';
                    Noter(Nettoyage.Regles.TelLettreO);
                }
            }

            return sortie?.ToString() ?? texte;
        }

        /// <summary>« +33 (0)4 77… » loses its zero; « (0)4 77… » keeps it.</summary>
        private string SansZeroEntreParentheses(string texte)
        {
            var place = texte.IndexOf("(0)", StringComparison.Ordinal);
            if (place < 0)
            {
                return texte;
            }

            Noter(Nettoyage.Regles.TelZeroEntreParentheses);
            var avant = texte.AsSpan(0, place).TrimEnd();
            return avant.Length > 0 && char.IsAsciiDigit(avant[^1]) ? texte.Replace("(0)", "", StringComparison.Ordinal) : texte.Replace("(0)", "0", StringComparison.Ordinal);
        }

        /// <summary>A run of digits and separators: an extension, a number, or several.</summary>
        private void Suite(string suite, string mot)
        {
            var chiffres = Chiffres(suite);
            if (chiffres.Length == 0)
            {
                return;
            }

            if (Numeros.Count > 0 && chiffres.Length <= 5 && MotsDePoste.Contains(mot))
            {
                if (Numeros[^1].Extension is null)
                {
                    Numeros[^1] = Numeros[^1] with { Extension = chiffres };
                }

                return;
            }

            if (MotsDeTelecopie.Contains(mot))
            {
                Noter(Nettoyage.Regles.TelTelecopie);
                Erreur ??= Nettoyage.Regles.TelTelecopie;
                return;
            }

            var plus = suite.Contains('+', StringComparison.Ordinal);
            if (Interpreter(chiffres, plus, Noter) is { } seul)
            {
                Numeros.Add(seul);
                return;
            }

            if (Separes(suite, plus) is { } plusieurs)
            {
                Numeros.AddRange(plusieurs);
            }
            else if (Colles(chiffres) is { } colles)
            {
                Noter(Nettoyage.Regles.TelColles);
                Numeros.AddRange(colles);
            }
            else if (Erreur is null)
            {
                Refuser(chiffres);
            }
        }

        /// <summary>« 04 77 12 34 56 / 57 », « 04 77 12 34 56 - 04 77 12 34 57 »: every part must be a number or the end of one.</summary>
        private List<NumeroTelephone>? Separes(string suite, bool plus)
        {
            foreach (var separateur in (string[])["/", ",", " - ", " – ", ":", "  ", "-"])
            {
                var parts = suite.Split(separateur, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (parts.Length < 2)
                {
                    continue;
                }

                var numeros = new List<NumeroTelephone>();
                var regles = new List<string>();
                var complet = true;
                var precedent = "";
                foreach (var part in parts)
                {
                    var chiffres = Chiffres(part);
                    if (chiffres.Length == 0)
                    {
                        continue;
                    }

                    // « 56 / 57 »: the other end of the same line, never the police.
                    if (chiffres.Length == 2 && precedent.Length == 10)
                    {
                        chiffres = precedent[..8] + chiffres;
                    }

                    if (Interpreter(chiffres, plus && part.Contains('+', StringComparison.Ordinal), regles.Add) is not { } numero)
                    {
                        complet = false;
                        break;
                    }

                    precedent = chiffres;
                    numeros.Add(numero);
                }

                if (complet && numeros.Count > 0)
                {
                    regles.ForEach(Noter);
                    return numeros;
                }
            }

            return null;
        }

        /// <summary>Numbers written one after the other without anything between.</summary>
        private List<NumeroTelephone>? Colles(string chiffres)
        {
            var numeros = new List<NumeroTelephone>();
            for (var i = 0; i < chiffres.Length;)
            {
                var reste = chiffres.AsSpan(i);
                var longueur = reste.Length >= 10 && reste[0] == '0' ? 10 : reste.Length >= 11 && reste.StartsWith("33", StringComparison.Ordinal) ? 11 : 0;
                if (longueur == 0 || Interpreter(reste[..longueur].ToString(), false, _ => { }) is not { } numero)
                {
                    return null;
                }

                numeros.Add(numero);
                i += longueur;
            }

            return numeros;
        }

        private NumeroTelephone? Interpreter(string chiffres, bool plus, Action<string> noter)
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
                noter(Nettoyage.Regles.TelLocal);
                return sur;
            }

            switch (chiffres.Length)
            {
                case 10:
                    return PlanDeNumerotation.DixChiffres(chiffres, departement);
                case 9 when chiffres[0] != '0':
                    if (PlanDeNumerotation.LongueurLocale(local) == 6 && chiffres.StartsWith(local, StringComparison.Ordinal) && PlanDeNumerotation.Local(local, chiffres.AsSpan(3)) is { } sansPlus)
                    {
                        noter(Nettoyage.Regles.TelSansPlus);
                        return sansPlus;
                    }

                    if (PlanDeNumerotation.DixChiffres($"0{chiffres}", departement) is { } retabli)
                    {
                        noter(Nettoyage.Regles.TelZeroPerdu);
                        return retabli;
                    }

                    return null;
                case >= 11 and <= 13:
                    foreach (var indicatif in PlanDeNumerotation.Indicatifs)
                    {
                        var debut = chiffres[0] == '0' ? 1 : 0;
                        if (chiffres.AsSpan(debut).StartsWith(indicatif, StringComparison.Ordinal) && PlanDeNumerotation.ApresIndicatif(indicatif, chiffres.AsSpan(debut + indicatif.Length), departement) is { } numero)
                        {
                            noter(Nettoyage.Regles.TelSansPlus);
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
                noter(Nettoyage.Regles.TelPrefixe00);
            }
            else if (plus && chiffres[0] == '0')
            {
                if (PlanDeNumerotation.DixChiffres(chiffres, departement) is { } national)
                {
                    noter(Nettoyage.Regles.TelPlusDeTrop);
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
                        noter(Nettoyage.Regles.TelIndicatifFaux);
                    }

                    return numero;
                }

                // « +33 33 4 77… »
                if (suite.StartsWith(indicatif, StringComparison.Ordinal) && PlanDeNumerotation.ApresIndicatif(indicatif, suite[indicatif.Length..], departement) is { } double_)
                {
                    noter(Nettoyage.Regles.TelIndicatifDouble);
                    return double_;
                }

                return null;
            }

            if (reste.StartsWith("269", StringComparison.Ordinal) && Mayotte(reste.AsSpan(3)) is { } mahorais)
            {
                noter(Nettoyage.Regles.TelMayotte);
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

        private void Refuser(string chiffres)
        {
            if (chiffres.AsSpan().IndexOfAnyExcept('0') < 0)
            {
                Erreur = Nettoyage.Regles.TelZeros;
                return;
            }

            Erreur = chiffres.Length switch
            {
                < 10 => Nettoyage.Regles.TelIncomplet,
                10 => Nettoyage.Regles.TelForme,
                _ => Nettoyage.Regles.TelTropDeChiffres,
            };
            var local = PlanDeNumerotation.IndicatifDuDepartement(departement);
            if (chiffres.Length == 6 && local is "590" or "594" or "596")
            {
                Suggestion = PlanDeNumerotation.DixChiffres($"0{local}{chiffres}", departement)?.Affichage;
            }
        }
    }
}
