using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// E-mail addresses. A personal one is held back from publication. The heuristic, by decreasing strength, on the part before the @:
/// <list type="number">
/// <item>« p.nom » before another word, of a service or not (« p.nom-fs », « p.nom.ccas », « p.nom-lyon »): held back, unless « nom » is itself a word of a service or is in the domain, or « p » is an article (« l.escale »);</item>
/// <item>a word of a service (« contact », « mairie », « mediatheque », « franceservices »…) anywhere: kept, whoever the provider;</item>
/// <item>« p.nom », « nom.p », « prenom.nom », « nom.prenom » with a common first name, or a first name alone: held back;</item>
/// <item>two words of letters joined by a dot, as firms name their people: held back, unless one is a small word (« la », « saint »…) or is in the domain;</item>
/// <item>at a provider for the general public: held back when it begins by a first name; otherwise kept, and flagged.</item>
/// </list>
/// It errs on the side of the person: a mailbox held back is told to the producer, who can give a generic one.
/// </summary>
internal static partial class Courriel
{
    public const int LongueurMax = 254;

    private const string Champ = "courriels";

    // Enough for any desk; beyond, it is a mailing list.
    private const int NombreMax = 10;

    /// <summary>Words of a mailbox that belongs to a service: the whole word.</summary>
    private static readonly FrozenSet<string> MotsDeService = FrozenSet.ToFrozenSet(
        """
        adil admin agglo apa asso bib bij bis bm bus caf ccas cci cc cdc cdi cfppa cg ciag cias cidff cij cio cllaj com compta crij crous cs csc css cyber dae dasi dir drh dsi e2c ehpad ent eps epi epn ephad es esat espe ess
        evs fab fj fl foyer fr france gem gip greta hub ij info infos jeu lab lieu mag mda mde mdf mdh mdph mds mdsi mfr mfs mj mjc ml mlj mls mpt mq msa msap msd msp mts mutu net num numeric ola orgue pad pap pij pimms plie
        pmi point pole port poste pro prof psp rdv relais resto rh rpe ram rsa rsp sag sam sas sav sat sdis secu sg sivom sias site siel social sos ssiad tdl tech tnt tl udaf ufcv umij urssaf usp vie ville web
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>Words of a service that may be stuck to others: « mairiedefoce », « laposteagence », « tierslieu42 ».</summary>
    private static readonly string[] RacinesDeService =
    [
        "accueil", "acces", "accomp", "action", "administrat", "agence", "aidant", "aide", "amicale", "animat", "antenne", "arche", "assoc", "atelier", "avenir", "banque", "biblio", "bienvenue", "boutique", "bureau", "cafe", "campus", "capemploi",
        "centre", "centr", "cinema", "citoyen", "club", "collectif", "college", "comite", "communaut", "commune", "communicat", "compagnon", "comptabil", "comvpro", "conseil", "contact", "coop", "coordin", "coworking", "croixrouge", "croix-rouge",
        "culture", "cyber", "demarche", "departement", "develop", "digital", "direction", "domicile", "ecole", "ecoute", "emmaus", "emploi", "enfance", "entraide", "entreprise", "epicerie", "equipe", "escale", "espace", "etude", "fablab",
        "fabrique", "famil", "federation", "finances", "form", "foyer", "franceservice", "france-service", "futur", "garage", "gestion", "greta", "habit", "hello", "bonjour", "ideal", "impot", "inclusion", "informat", "info", "initiative", "insert", "intercom",
        "jeune", "labo", "laposte", "lecture", "lien", "logement", "logis", "ludo", "maison", "mairie", "media", "mediat", "mission", "mobil", "multimedia", "municip", "musee", "numer", "office", "organis", "ouvert", "parent", "partage", "passerelle", "permanence",
        "plateforme", "point", "pole", "populaire", "prevention", "projet", "public", "quartier", "radio", "recept", "regie", "relais", "renseign", "repar", "reseau", "ressource", "reussite", "rural", "sante", "scolar", "secours", "secretar",
        "senior", "service", "social", "socio", "solidar", "sport", "structure", "syndicat", "tech", "tierslieu", "tiers-lieu", "tourisme", "travail", "tremplin", "usager", "vacance", "village", "ville",
    ];

    private static readonly FrozenSet<string> PetitsMots = FrozenSet.ToFrozenSet(
        ["la", "le", "les", "l", "de", "du", "des", "d", "en", "et", "au", "aux", "sur", "sous", "saint", "st", "sainte", "ste", "mont", "val", "pays", "nord", "sud", "est", "ouest", "haut", "haute", "bas", "basse", "grand", "grande", "petit", "petite", "vieux", "neuf", "nouveau", "nouvelle"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> FournisseursGrandPublic = FrozenSet.ToFrozenSet(
        ["aliceadsl", "aol", "bbox", "club-internet", "cegetel", "dbmail", "free", "gmail", "gmx", "googlemail", "hotmail", "icloud", "lagoon", "laposte", "live", "mailo", "me", "msn", "netcourrier", "neuf", "numericable", "noos", "nordnet", "orange", "outlook", "protonmail", "proton", "sfr", "tele2", "voila", "wanadoo", "yahoo", "ymail", "zaclys", "ozone", "mls"], StringComparer.Ordinal);

    /// <summary>Cleans the column « courriels »: what can be published, each address once.</summary>
    public static Nettoye<string[]> Nettoyer(string? texte)
    {
        var releve = new Releve();
        if (string.IsNullOrWhiteSpace(texte))
        {
            return new([], releve);
        }

        if (texte.Length > LongueurMax * NombreMax)
        {
            releve.Retirer(Champ, texte, Regles.CourrielTropLong);
            return new([], releve);
        }

        var gardes = new List<string>();
        foreach (var (brut, candidat) in Candidats(texte))
        {
            if (!EstValable(candidat))
            {
                // Somebody's address with a mistake in it is still somebody's.
                releve.Retirer(Champ, Masquer(brut), candidat.Length == 0 && brut.Contains('@', StringComparison.Ordinal) ? Regles.CourrielCoupe : Regles.CourrielForme, suggestion: Suggestion(brut));
                continue;
            }

            if (EstPersonnel(candidat))
            {
                releve.Retenir(Champ, candidat, Masquer(candidat), Regles.CourrielPersonnel);
                continue;
            }

            if (gardes.Contains(candidat, StringComparer.OrdinalIgnoreCase))
            {
                releve.Corriger(Champ, brut, null, Regles.CourrielDouble);
                continue;
            }

            if (gardes.Count == NombreMax)
            {
                releve.Retirer(Champ, brut, Regles.CourrielTropLong);
                continue;
            }

            releve.Corriger(Champ, brut, candidat, Regles.CourrielEcriture);
            if (EstGrandPublic(candidat) && !NommeUnService(candidat[..candidat.IndexOf('@', StringComparison.Ordinal)].ToLowerInvariant()))
            {
                releve.Signaler(Champ, candidat, Regles.CourrielIncertain, Severite.Avertissement);
            }

            gardes.Add(candidat);
        }

        return new([.. gardes], releve);
    }

    /// <summary>True for an address whose shape is right: ASCII, one @, a domain with an extension.</summary>
    public static bool EstValable(string courriel) => courriel.Length <= LongueurMax && Forme().IsMatch(courriel) && !courriel.Contains("..", StringComparison.Ordinal);

    /// <summary>True when the address is most likely somebody's own: see the heuristic above.</summary>
    public static bool EstPersonnel(string courriel)
    {
        var at = courriel.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0)
        {
            return false;
        }

        var local = courriel[..at].ToLowerInvariant();
        if (InitialeEtNom().Match(local) is { Success: true } avant && !NommeUnService(avant.Groups["nom"].Value) && !courriel[at..].Contains(avant.Groups["nom"].Value, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (NommeUnService(local))
        {
            return false;
        }

        var mots = Mots(local);
        if (mots.Length == 0)
        {
            return false;
        }

        var domaine = courriel[(at + 1)..].ToLowerInvariant();
        var grandPublic = EstGrandPublic(courriel);
        if (!grandPublic && mots.Any(m => m.Length > 3 && domaine.Contains(m, StringComparison.Ordinal)))
        {
            return false;
        }

        if (mots.Length == 1)
        {
            return Prenoms.Contient(mots[0]) || (grandPublic && Prenoms.Commence(mots[0]));
        }

        if (mots.Any(PetitsMots.Contains))
        {
            return false;
        }

        // « j.martin », « j-martin », « martin.j »
        if (mots.Length == 2 && ((mots[0].Length == 1 && mots[1].Length >= 3) || (mots[1].Length == 1 && mots[0].Length >= 3)))
        {
            return true;
        }

        return mots.Any(m => Prenoms.Contient(m)) || (mots.Length is 2 or 3 && local.Contains('.', StringComparison.Ordinal) && !local.Any(char.IsAsciiDigit) && mots.All(m => m.Length >= 3));
    }

    /// <summary>« s•••@exemple.org »: enough for its owner to know it.</summary>
    public static string Masquer(string courriel)
    {
        var at = courriel.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? $"{courriel[0]}•••{courriel[at..]}" : courriel;
    }

    private static bool EstGrandPublic(string courriel)
    {
        var domaine = courriel.AsSpan(courriel.IndexOf('@', StringComparison.Ordinal) + 1);
        var point = domaine.IndexOf('.');
        return point > 0 && FournisseursGrandPublic.Contains(domaine[..point].ToString().ToLowerInvariant());
    }

    private static bool NommeUnService(string local)
    {
        // A person may have a first name that looks like a word of a service; the other way round, « accueil.marie » is a desk.
        foreach (var racine in RacinesDeService)
        {
            if (local.Contains(racine, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Mots(local).Any(MotsDeService.Contains);
    }

    private static string[] Mots(string local) => Separateurs().Split(local).Where(m => m.Length > 0).ToArray();

    /// <summary>The addresses of a cell: as written, and mended without guessing.</summary>
    private static IEnumerable<(string Brut, string Candidat)> Candidats(string texte)
    {
        var propre = Arobase().Replace(Texte.SansInvisibles(texte), "@");
        propre = Mailto().Replace(propre, " ");
        var morceaux = Coupure().Split(propre).Select(m => m.Trim()).Where(m => m.Length > 0).ToList();
        var adresses = morceaux.Where(m => m.Contains('@', StringComparison.Ordinal) && m.Length > 1).ToList();
        if (adresses.Count == 0)
        {
            var reste = string.Join(' ', morceaux);
            if (reste.Any(char.IsLetterOrDigit))
            {
                yield return (texte.Trim(), "");
            }

            yield break;
        }

        // « maisondes services@mairie.example »: one address cut by a space, rather than a word and an address.
        if (adresses.Count == 1 && morceaux.Count == 2 && morceaux[1] == adresses[0] && morceaux[0].Length >= 4 && morceaux[0].All(char.IsAsciiLetterLower) && EstValable(Reparer(morceaux[0] + morceaux[1])))
        {
            yield return (texte.Trim(), "");
            yield break;
        }

        // A cell with a single address that isn't one is told whole: « mdsba@cc montsdupilat.fr ».
        if (adresses is [var seule] && !EstValable(Reparer(seule)))
        {
            yield return (texte.Trim(), Reparer(seule));
            yield break;
        }

        foreach (var adresse in adresses)
        {
            yield return (adresses.Count == 1 && !texte.Contains('|', StringComparison.Ordinal) ? texte.Trim() : adresse, Reparer(adresse));
        }
    }

    private static string Reparer(string adresse)
    {
        var candidat = DeuxArobases().Replace(adresse, "@").Trim('.', ',', ':', ';', '<', '>', '(', ')', '"', '\'', '«', '»', '*', '-', '?', '!', '’');
        var at = candidat.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? candidat : string.Concat(candidat.AsSpan(0, at), candidat[at..].ToLowerInvariant());
    }

    /// <summary>What was perhaps meant: accents removed, spaces removed. Never applied by itself.</summary>
    private static string? Suggestion(string brut)
    {
        if (brut.Length > LongueurMax)
        {
            return null;
        }

        var sansAccent = string.Concat(TexteRecherche.Valide(brut).Normalize(NormalizationForm.FormD).Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && !char.IsWhiteSpace(c)));
        var candidat = Reparer(sansAccent);
        return EstValable(candidat) && !EstPersonnel(candidat) ? candidat : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]([A-Za-z0-9.!#$%&'*+/=?^_`{}~\-]{0,62}[A-Za-z0-9!#$%&'*+/=?^_`{}~\-])?@([A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Forme();

    // Not « l.escale » nor « d.clic ».
    [GeneratedRegex(@"^[abce-km-z]\.(?<nom>[a-z]{3,})[.\-_]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InitialeEtNom();

    [GeneratedRegex(@"\s*(\[(a|at|arobase)\]|\((a|at|arobase)\))\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arobase();

    [GeneratedRegex(@"mailto\s*:|(e-?mail|courriel|mail)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mailto();

    [GeneratedRegex(@"[\s;,/|]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Coupure();

    [GeneratedRegex("@{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DeuxArobases();

    [GeneratedRegex("[^a-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separateurs();
}
