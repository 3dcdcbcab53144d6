using System.Buffers;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Number and street, apart from the rest. The postal code and the town at the end repeat other columns; a building, a floor or a mailbox goes in the
/// complement when a separator says where it ends. Abbreviations stay as people wrote them.
/// </summary>
internal static partial class Adresse
{
    public const int LongueurMax = 300;

    private const string Champ = "adresse";
    private const string ChampComplement = "complement_adresse";

    private static readonly SearchValues<char> Separateurs = SearchValues.Create(",;\n-–—");

    /// <summary>Cleans the two columns, once the commune is known.</summary>
    public static (string? Adresse, string? Complement) Nettoyer(string? adresse, string? complement, Localite localite, Releve releve)
    {
        if (string.IsNullOrWhiteSpace(complement) && adresse is not null && EstSimple(adresse) && PersonneNommee.HorsDeLAdresse(adresse) == adresse)
        {
            return (adresse, null);
        }

        // Each mending may uncover another, as in a text.
        for (var i = 0; i < 6; i++)
        {
            var apres = UneFois(adresse, complement, localite, releve);
            if (apres == (adresse, complement))
            {
                break;
            }

            (adresse, complement) = apres;
        }

        return (adresse, complement);
    }

    /// <summary>
    /// « 12 rue des Écoles »: words and at most four digits, one space between, no separator. Nothing below would change it. Most addresses are so, and
    /// a file has thousands.
    /// </summary>
    private static bool EstSimple(string adresse)
    {
        if (adresse.Length is < 8 or > LongueurMax || adresse[0] == '0' || !char.IsLetterOrDigit(adresse[0]) || !char.IsLetterOrDigit(adresse[^1]) || Texte.EstDouteux(adresse))
        {
            return false;
        }

        var chiffres = 0;
        for (var i = 0; i < adresse.Length; i++)
        {
            var c = adresse[i];
            chiffres += char.IsAsciiDigit(c) ? 1 : 0;
            if (!(char.IsAsciiLetterOrDigit(c) || c is (>= 'À' and <= 'ÿ' and not ('×' or '÷')) or 'œ' or 'Œ' or '\'' or '’' or ' ' or '-' || (c == '.' && adresse[i - 1] != '.')) || (c == ' ' && adresse[i - 1] is ' ' or '-'))
            {
                return false;
            }
        }

        return chiffres <= 4;
    }

    private static (string? Adresse, string? Complement) UneFois(string? adresse, string? complement, Localite localite, Releve releve)
    {
        var c = SansPersonne(Texte.Publiable(Borner(complement, ChampComplement, releve), ChampComplement, releve), ChampComplement, releve);
        var brut = Borner(adresse, Champ, releve);
        if (brut is null)
        {
            return (null, c);
        }

        // Lines first: they say what belongs together.
        var entree = SansPersonne(Texte.Publiable(brut, Champ, releve, lignes: true), Champ, releve);
        if (entree is null)
        {
            return (null, c);
        }

        var voie = entree;
        Etape(ref voie, NulEnTete().Replace(Guillemets().Replace(voie, ""), "").Trim(), releve, Regles.AdresseNul);
        Etape(ref voie, SansVille(voie, localite), releve, Regles.AdresseVille);
        Etape(ref voie, ZeroEnTete().Replace(voie, "").TrimStart(), releve, Regles.AdresseZero);
        (voie, c) = Separer(voie, c, releve);
        Etape(ref voie, Virgule().Replace(Blancs().Replace(voie.Replace('\n', ','), " "), ", ").Trim(' ', ',', ';', '-', '.', '/'), releve, Regles.TexteEspaces);
        Etape(ref voie, VirguleApresNumero().Replace(voie, "${n} "), releve, Regles.AdresseVirgule);
        return (voie.Any(char.IsLetterOrDigit) ? voie : null, c);
    }

    private static string? SansPersonne(string? texte, string champ, Releve releve)
    {
        var propre = texte is { Length: > 0 } ? PersonneNommee.HorsDeLAdresse(texte) : texte;
        if (propre != texte)
        {
            releve.Corriger(champ, PersonneNommee.Masque, propre, Regles.AdresseDUnePersonne);
        }

        return propre;
    }

    private static string? Borner(string? texte, string champ, Releve releve)
    {
        if (texte is not { Length: > LongueurMax })
        {
            return texte;
        }

        releve.Retirer(champ, texte, Regles.AdresseTropLongue);
        return null;
    }

    /// <summary>Cuts « 38000 Grenoble Cedex 9 » or « , Grenoble » at the end, when it is this place's.</summary>
    private static string SansVille(string voie, Localite localite)
    {
        var commune = TexteRecherche.Normaliser(localite.Commune);
        for (var m = CodePostal().Match(voie); m.Success; m = m.NextMatch())
        {
            var suite = TexteRecherche.Normaliser(voie[(m.Index + m.Length)..]);
            // « CS 80 151 » is a mailbox, not a town.
            var code = m.Groups["cp"].Value;
            if (BoitePostale().IsMatch(voie[..m.Index]))
            {
                continue;
            }

            var sien = code.Replace(" ", "", StringComparison.Ordinal) == localite.CodePostal;
            if (!sien && (commune.Length == 0 || !suite.StartsWith(commune, StringComparison.Ordinal)) && (code.Contains(' ', StringComparison.Ordinal) || !suite.Contains("cedex", StringComparison.Ordinal)))
            {
                continue;
            }

            var avant = voie[..m.Index].TrimEnd(' ', ',', ';', '-', '–', '\n', '(', '/');
            if (avant.Length > 0)
            {
                return avant;
            }

            // The town came first: « 15000 Aurillac, 1 rue… »
            var apres = voie[(m.Index + m.Length)..].Split([',', '\n', ';'], 2);
            return apres.Length == 2 && TexteRecherche.Normaliser(apres[0]).StartsWith(commune, StringComparison.Ordinal) ? apres[1].Trim() : "";
        }

        var separateur = voie.LastIndexOfAny([',', '\n', ';']);
        var tiret = voie.LastIndexOf(" - ", StringComparison.Ordinal);
        separateur = Math.Max(separateur, tiret < 0 ? -1 : tiret + 2);
        if (commune.Length > 0 && separateur > 0 && CedexFinal().Replace(TexteRecherche.Normaliser(voie[(separateur + 1)..]), "") == commune)
        {
            return voie[..separateur].TrimEnd(' ', ',', ';', '-', '\n');
        }

        return voie;
    }

    /// <summary>« Bât. B, 12 rue Neuve », « 12 rue Neuve - BP 12 »: the street in its column, the rest in the complement.</summary>
    private static (string, string?) Separer(string voie, string? complement, Releve releve)
    {
        if (!voie.AsSpan().ContainsAny(Separateurs))
        {
            return (voie, complement);
        }

        var parts = Segments().Split(voie).Select(p => p.Trim(' ', ',', '-')).Where(p => p.Length > 0).ToList();
        if (parts.Count < 2)
        {
            return (voie, complement);
        }

        var rues = parts.Where(p => Rue().IsMatch(p)).ToList();
        var restes = parts.Where(p => !rues.Contains(p) && (Complement().IsMatch(p) || voie.Contains('\n', StringComparison.Ordinal))).ToList();
        if (rues.Count != 1 || restes.Count == 0)
        {
            return (voie, complement);
        }

        var nouveauComplement = complement;
        foreach (var reste in restes.Where(r => !BoitePostale().IsMatch(r)))
        {
            if (nouveauComplement is null)
            {
                nouveauComplement = reste;
            }
            else if (!Proximite.Cle(nouveauComplement).Contains(Proximite.Cle(reste), StringComparison.Ordinal))
            {
                nouveauComplement = $"{nouveauComplement}, {reste}";
            }
        }

        var nouvelle = string.Join(", ", parts.Where(p => !restes.Contains(p)));
        releve.Corriger(Champ, voie, nouvelle, Regles.AdresseComplement);
        releve.Corriger(ChampComplement, complement, nouveauComplement, Regles.AdresseComplement);
        return (nouvelle, nouveauComplement);
    }

    private static void Etape(ref string courant, string apres, Releve releve, string regle)
    {
        releve.Corriger(Champ, courant, apres.Length == 0 ? null : apres, regle);
        courant = apres;
    }

    [GeneratedRegex(@"(?<![0-9])(F-?|FR-?)?(?<cp>[0-9]{2}[ ]?[0-9]{3})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodePostal();

    [GeneratedRegex(@"\b(bp|b\.p\.?|cs|tsa)[ n°]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BoitePostale();

    [GeneratedRegex(@"^(0+[ ,]+|0+(?=[A-Za-z]))(?=[^0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZeroEnTete();

    [GeneratedRegex(@"^((null|undefined|nan)\b[ ,]*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NulEnTete();

    [GeneratedRegex("[\"²]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Guillemets();

    [GeneratedRegex(@"^(?<n>[0-9]{1,5}( ?(bis|ter|quater|[a-d]))?)\s*,\s*(?=[^0-9\s])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VirguleApresNumero();

    [GeneratedRegex(@"\s*,[\s,]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Virgule();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blancs();

    [GeneratedRegex(@"( cedex( [0-9]{1,2})?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CedexFinal();

    [GeneratedRegex(@"\n|\s[-–—]\s|;|,(?=\s*(chez|c/o|b[âa]t|imm|r[ée]s|étage|etage|appt|appartement|hall|escalier|porte|bp|b\.p|cs|tsa|rdc|[0-9]+(er|e|ème|eme)\s+étage))|(?<=(chez|c/o|b[âa]t|imm|r[ée]s|hall|rdc|bp|cs)[^,\n]{0,60}),", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Segments();

    [GeneratedRegex(@"^([0-9]{1,5}\s?(bis|ter|quater|[a-d]\b)?(\s?[-/]\s?[0-9]{1,5})?,?\s+)?(rue|r\.|av|ave|avenue|bd|bld|blvd|boulevard|pl|place|ch|che|chem|chemin|rte|route|all[ée]e|all|allées|impasse|imp|quai|cours|cour|square|sq|passage|faubourg|fbg|esplanade|promenade|sentier|ruelle|rond[- ]point|mont[ée]e|c[ôo]te|mail|parvis|traverse|venelle|voie|lieu[- ]dit|lotissement|lot)\b|^[0-9]{1,5}\s?(bis|ter|quater)?,?\s+\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rue();

    [GeneratedRegex(@"^(chez|c/o|b[âa]t(iment)?|imm(euble)?|r[ée]s(idence)?|[0-9]{1,2}\s?(er|e|ème|eme|ème)\s+[ée]tage|[ée]tage|appt|appartement|hall|escalier|esc|porte|entr[ée]e|bp|b\.p|cs|tsa|rdc|rez[- ]de|centre commercial|c\.c|maison (de|des|du)|espace|mairie|h[ôo]tel de ville)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Complement();
}
