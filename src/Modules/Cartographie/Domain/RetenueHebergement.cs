using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// Shelters and residences — SIAO, CHRS, CHU, CPH, foyers, résidences autonomie, places for women in danger — are not on the public map unless their manager opts in: to know
/// where they are can put people in danger. The rule looks at what the row says of itself: source, types, name, carrier, e-mail, site, and in its address at the words that have one meaning only.
/// </summary>
internal static partial class RetenueHebergement
{
    private static readonly HashSet<string> Sources = new(StringComparer.OrdinalIgnoreCase) { "siao" };

    // Types of the reference list of social structures that house people.
    private static readonly HashSet<string> Typologies = new(StringComparer.Ordinal) { "CHRS", "CHU", "RS_FJT", "CADA", "HUDA", "CPH", "PENSION", "OACAS" };

    private static readonly MotsReperes Mots = new(
        "chrs", "siao", "cada", "huda", "fjt", "adoma", "ysos", "lhss", "samu social", "samusocial", "ehpad",
        "foyer", "hebergement", "habitat jeune", "habitat des jeunes", "logement jeune", "logement des jeunes", "logis jeune", "logis des jeunes", "logisdesjeunes", "hotel social", "hotel maternel", "mise a l abri", "jeunes travailleurs", "residence sociale", "residence jeunes", "residence habitat",
        "residence accueil", "pension de famille", "maison relais", "demandeurs d asile", "femmes victimes", "violences conjugales", "sans abri", "accueil de nuit", "centre maternel",
        "centre parental", "coordination therapeutique", "intermediation locative", "logement accompagne", "logements accompagnes", "lits d accueil medicalises", "lits halte soins sante", "sos femmes");

    // Acronyms of kinds of shelters: only in what the place calls itself, since they are too short to mean anything in an address.
    private static readonly MotsReperes Sigles = new("cph", "uhu", "caes", "prahda", "rhvs", "solibail", "iml", "mecs", "marpa");

    // What an address says of who sleeps there. Not « foyer », which is a village hall more often than not.
    private static readonly MotsReperes DansUneAdresse = new("chrs", "cada", "huda", "lhss", "lits halte soins sante", "lits d accueil medicalises", "centre d hebergement", "pension de famille", "ehpad");

    // In the address of a page: « groupe-sos.org/structure/cph-… ».
    private static readonly MotsReperes DansUnSite = new("cph");

    // « Résidence autonomie de Bizy », « Les Amitiés sociales (Résidence Le Colibri) »: a residence says it first, or in brackets; « ACT 93 » and
    // « CEF Le Marquisat » too, in capitals, for « Act’emploi » is an association.
    [GeneratedRegex(@"(^|[(]|[-–,] ) *((?i:r(é|e\u0301?)sidence) |(ACT|CEF)( |$))", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Debut();

    // Artists and firms are « en résidence » too.
    private static readonly MotsReperes AutresResidences = new("residence d artiste", "residence d ecrivain", "residence d auteur", "residence d entreprise");

    // A « CHU » is a shelter, « centre d’hébergement d’urgence », or a hospital, « centre hospitalier universitaire ».
    private static readonly MotsReperes Hopital = new("hopital", "hopitaux", "hospitalier", "hospitaliere", "hospitaliers", "universitaire", "clinique", "medical", "medecine", "patient", "sante", "soin", "faculte", "urgences");

    // Who runs shelters: what they call « CHU » isn't a hospital, whatever else is said.
    private static readonly MotsReperes Gestionnaires = new("groupe sos", "adoma", "coallia", "emmaus", "croix rouge", "armee du salut", "samu social", "hebergement");

    // A « foyer rural » is a village's association, a « foyer socio éducatif » a school's: nobody sleeps there.
    private static readonly string[] Exceptions = ["foyer rural", "foyers ruraux", "foyer laique", "foyer culturel", "foyer municipal", "foyer communal", "foyer socio", "foyer d education populaire", "foyer des jeunes et d education"];

    /// <summary>The reason to hold the place back, or null when it may be shown.</summary>
    public static string? Motif(FicheLieu lieu)
    {
        var (nom, structureParente) = (lieu.Nom, lieu.StructureParente);
        if (Sources.Contains(lieu.Source))
        {
            return "source d’hébergement";
        }

        if (lieu.Typologie.FirstOrDefault(Typologies.Contains) is { } type)
        {
            return $"type {type}";
        }

        var (motsDuNom, motsDuPorteur) = (EnMots(nom), EnMots(structureParente));
        if ((Sigles.Trouver(motsDuNom) ?? Sigles.Trouver(motsDuPorteur)) is { } sigle)
        {
            return $"mot « {sigle} »";
        }

        if (Debut().Match(nom) is { Success: true } debut && AutresResidences.Trouver(motsDuNom) is null)
        {
            return $"mot « {TexteRecherche.Normaliser(debut.Value)} »";
        }

        if (EstUnCentreDUrgence(motsDuNom, motsDuPorteur))
        {
            return "mot « chu »";
        }

        if (DansUneAdresse.Trouver(EnMots(lieu.Adresse, lieu.ComplementAdresse)) is { } adresse)
        {
            return $"mot « {adresse} »";
        }

        if (DansUnSite.Trouver(EnMots(lieu.SiteWeb)) is { } site)
        {
            return $"mot « {site} »";
        }

        foreach (var texte in lieu.Courriels.Concat(lieu.SiteWeb).Prepend(structureParente).Prepend(nom))
        {
            var mots = $" {SansNumeros(TexteRecherche.Normaliser(texte))} ";
            if (mots.Contains("foyer", StringComparison.Ordinal))
            {
                mots = Exceptions.Aggregate(mots, (m, exception) => m.Replace(exception, "", StringComparison.Ordinal));
            }

            if (Mots.Trouver(mots) is { } mot)
            {
                return $"mot « {mot} »";
            }
        }

        return null;
    }

    private static string EnMots(params string?[] textes) => $" {TexteRecherche.Normaliser(string.Join(' ', textes))} ";

    private static bool EstUnCentreDUrgence(string nom, string porteur) =>
        nom.Contains(" chu ", StringComparison.Ordinal) && (Gestionnaires.Trouver(nom + porteur) is not null || Hopital.Trouver(nom + porteur) is null);

    /// <summary>« siao17@… » is the SIAO of département 17: the figures at the end of a word are left out.</summary>
    private static string SansNumeros(string mots) =>
        string.Join(' ', mots.Split(' ').Select(m => m.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).Where(m => m.Length > 0));
}
