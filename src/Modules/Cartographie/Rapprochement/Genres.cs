using FaireAvec.Cartographie.Rapprochement.Texte;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Recognises what a place is, and knows which body carries which desk. The words are those of the shipped places.</summary>
internal static class Genres
{
    /// <summary>Kinds that say how a place is run, not what it does: never a reason to say that two places differ.</summary>
    public const Genre Manieres = Genre.Itinerant | Genre.Annexe | Genre.Association;

    /// <summary>Bodies that give their name to the desk that they carry.</summary>
    public const Genre Porteurs = Genre.Mairie | Genre.Intercommunalite | Genre.ActionSociale | Genre.Poste | Genre.CentreSocial | Genre.Departement | Genre.Pimms
        | Genre.MissionLocale | Genre.TiersLieu | Genre.Emploi | Genre.Agriculture | Genre.Tourisme | Genre.Insertion | Genre.Entraide;

    /// <summary>Bodies of a town that keep a France services within their own walls.</summary>
    public const Genre Collectivites = Genre.Mairie | Genre.Intercommunalite | Genre.ActionSociale | Genre.Poste;

    /// <summary>Desks that each receive a public of their own, even behind one door and one switchboard.</summary>
    public const Genre Accueils = Genre.FranceServices | Genre.Jeunesse | Genre.Bibliotheque | Genre.Ludotheque;

    /// <summary>Desks that a body carries, and that are often named alone.</summary>
    public const Genre Guichets = Genre.FranceServices | Genre.EspaceNumerique | Genre.TiersLieu;

    private static readonly Dictionary<Mot, (Mot[] Suite, Genre Genre)[]> Locutions = Lire(
        """
        FranceServices: france services; france service; frances services; fance services; espace france services; espace france service; maison france services; maison france service; msap; mfs; efs; maison services public; maison service public; maison services publics; maison services; maison service; pole services; point info 14; pi14; services public; plateforme services public; service public; espace services public; labellisee france services; point services; relais services publics; relais services public; rsp; espace services
        Mairie: mairie; maire; mairie annexe; mairie quartier; mairie secteur; mairie proximite; mairie deleguee; mairie communale; hotel ville; commune; ville; municipalite; mairies; merria
        Intercommunalite: communaute communes; communaute commune; communaute com; cc; cdc; ccom; comcom; communaute agglomeration; communaute agglomerations; ca; agglomeration; agglo; communaute urbaine; metropole; epci; intercommunalite; sivom; petr; syndicat mixte; syndicat intercommunal; pole territorial; communaute
        ActionSociale: ccas; cias; centre communal action sociale; ctre communal action sociale; ctre com action sociale; centre com action sociale; centre intercommunal action sociale; centre intercommunal actions sociales; action sociale; service social; pole social; accueil social
        Poste: poste; bureau poste; agence postale; agence postale communale; apc; etape numerique; bp; postale
        Bibliotheque: bibliotheque; bibliotheques; bib; bm; mediatheque; mediatheques; mediathque; ludomediatheque; point lecture; relais lecture; biblioludotheque; bibliobus; bdp; multimedia municipale; ludobibliotheque; espace culturel mediatheque; bilbiotheque; bibliothque
        ReseauDeLecture: reseau lecture; reseau lecture publique; direction lecture publique; mediatheque departementale; bibliotheque departementale; tete reseau; reseau mediatheques; reseau bibliotheques
        EspaceNumerique: epn; cyberbase; cyber base; cyber; cyberespace; cyber espace; cybercase; cybercentre; espace public numerique; espace numerique; espace multimedia; espace public internet; epi; espace informatique; espace internet; mediation numerique; pole multimedia; salle numerique; salle informatique; atelier numerique; ateliers numeriques; point numerique; point acces numerique; espace cyber; conseiller numerique; conseillers numeriques; conseillere numerique; permanence numerique; telecentre; club informatique; informatique; esp informatique; cyb; infomedia; points numeriques; esplanade internet; maison numerique
        Jeunesse: pij; bij; crij; point information jeunesse; bureau information jeunesse; information jeunesse; info jeunesse; infos jeunes; info jeunes; point information jeunes; pole jeunesse; espace jeunes; espace jeune; espace jeunesse; maison jeunes; service jeunesse; centre information jeunesse; centre regional information jeunesse; local jeunes; structure information jeunesse; sij
        MissionLocale: mission locale; missions locales; ml; mission locales; mission locale jeunes
        CentreSocial: centre social; centre sociaux; centres sociaux; centre socioculturel; centre socio culturel; centre socio; centre social culturel; centre social et culturel; espace social culturel; espace socioculturel; espace socio culturel; csc; cs; cscs; mjc; maison jeunes culture; maison quartier; mq; espace vie sociale; evs; foyer rural; maison tous; maison pour tous; mpt; maison habitants; mdh; centre animation; csx; maison citoyenne; centre animation sociale; espace social; espace solidarite; maison proximite; maison projets; maison association; maison associations
        Departement: departement; conseil departemental; conseil general; maison departement; maison departementale; mds; mdsi; maison solidarites; maison solidarite; maison departementale solidarites; maison departementale solidarite; cms; centre medico social; mdd; pms; pole medico social; dpt; sdsei; udas; utas; utpas; cmss; maison metropole; direction departementale; maison solidarite departementale; territoire action sociale; eds; edas; unite territoriale; maison departementale personnes handicapees; mdph; centre departemental action sociale; cdas
        Pimms: pimms; pimms mediation; point information mediation multi services
        TiersLieu: tiers lieu; tiers lieux; tierslieu; tiers; fablab; fab lab; coworking; cowork; hackerspace; makerspace; espace coworking; pepiniere; hotel entreprises; lab; fabrique; fabrique territoire; medialab; labo; hub; tiers lieu culturel; friche
        Hebergement: chrs; fjt; foyer jeunes travailleurs; chu; cada; huda; pension famille; maison relais; residence sociale; residence; hebergement; alt; adj; iml; ehpad; siao; accueil jour; lits halte; foyer logement; residence autonomie; rs; mecs; cph; caarud; csapa; stabilisation; samu social; logement accompagne; intermediation locative; service logement; habitat jeunes; resid; ra; csra
        Emploi: pole emploi; france travail; maison emploi; mde; cap emploi; maison communautaire emploi; espace emploi; plie; afpa; cite emploi; point emploi; relais emploi; maison emploi formation; mef; service emploi; bureau emploi; geiq; cite metiers; relais emplois
        Enseignement: ecole; college; lycee; universite; greta; campus; formation; centre formation; institut; mfr; maison familiale rurale; cned; cnam; ecole numerique; faculte; universite populaire; cfa; organisme formation; ufcv; ufcs
        Tourisme: office tourisme; tourisme; maison tourisme; syndicat initiative
        Ludotheque: ludotheque; ludotheques
        Sante: clic; hopital; centre hospitalier; centre sante; cpam; csapa; pmi; protection maternelle infantile; clinique; cmp; maison sante; carsat; assurance maladie; caf; allocations familiales; mutuelle; harmonie mutuelle; apf; handicap; esat
        Securite: gendarmerie; police; prefecture; sous prefecture; spip; pjj; tresorerie; impots; centre finances publiques; perception; tribunal
        Droit: pad; point acces droit; maison justice droit; cidff; centre information droits femmes; cdad; mjd; adil; udaf; association familiale; udaf; tutelaire; acces droits; mdf
        Culture: musee; cinema; theatre; conservatoire; ecole musique; salle polyvalente; salle fetes; gymnase; maison culture; centre culturel; espace culturel; archives; salle conseil; turbine
        Insertion: chantier insertion; regie quartier; regie; ressourcerie; recyclerie; atelier chantier insertion; aci; association intermediaire; entreprise insertion; emmaus connect; initiative; bge; adie; espace2eco
        Entraide: croix rouge; croix rouge francaise; restos coeur; restaurants coeur; secours populaire; secours catholique; emmaus; epicerie sociale; epicerie solidaire; armee salut; ligue enseignement; famille rurale; familles rurales; atd quart monde; fol; secours pop
        Agriculture: msa; mutualite sociale agricole; chambre agriculture; chambre metiers; cci; cma; chambre commerce
        Region: region; conseil regional; collectivite
        Itinerant: bus; itinerant; itinerante; itinerance; mobile; camion; fourgon; van; camping; navette; ambulant; ambulante; caravane; tournee; minibus; numeribus; mobil; roulotte
        Annexe: annexe; antenne; permanence; pole proximite; mairie annexe; mairie quartier; mairie secteur; mairie proximite; mairie deleguee; agence; delegation; section; relais; site
        Aucun: centre ville; coeur ville; ville basse; ville haute
        Association: association; asso; ass; assoc; amicale; comite; federation; club; union; fondation; groupe; groupement; collectif; scic; cooperative; sarl; sas
        """);

    private static readonly Dictionary<string, Genre> Typologies = new(StringComparer.Ordinal)
    {
        ["RFS"] = Genre.FranceServices,
        ["MSAP"] = Genre.FranceServices,
        ["MUNI"] = Genre.Mairie,
        ["CC"] = Genre.Intercommunalite,
        ["EPCI"] = Genre.Intercommunalite,
        ["CCAS"] = Genre.ActionSociale,
        ["CIAS"] = Genre.ActionSociale,
        ["LA_POSTE"] = Genre.Poste,
        ["BIB"] = Genre.Bibliotheque,
        ["RELAIS_LECTURE"] = Genre.Bibliotheque,
        ["EPN"] = Genre.EspaceNumerique,
        ["EPI"] = Genre.EspaceNumerique,
        ["PIJ_BIJ"] = Genre.Jeunesse,
        ["ML"] = Genre.MissionLocale,
        ["CS"] = Genre.CentreSocial,
        ["CSC"] = Genre.CentreSocial,
        ["MJC"] = Genre.CentreSocial,
        ["MQ"] = Genre.CentreSocial,
        ["EVS"] = Genre.CentreSocial,
        ["MDH"] = Genre.CentreSocial,
        ["CD"] = Genre.Departement,
        ["DEPT"] = Genre.Departement,
        ["MDS"] = Genre.Departement,
        ["CMS"] = Genre.Departement,
        ["CDAS"] = Genre.Departement,
        ["MDPH"] = Genre.Departement,
        ["PIMMS"] = Genre.Pimms,
        ["TIERS_LIEUX"] = Genre.TiersLieu,
        ["FABLAB"] = Genre.TiersLieu,
        ["FABRIQUE"] = Genre.TiersLieu,
        ["CHRS"] = Genre.Hebergement,
        ["CHU"] = Genre.Hebergement,
        ["RS_FJT"] = Genre.Hebergement,
        ["CADA"] = Genre.Hebergement,
        ["HUDA"] = Genre.Hebergement,
        ["CPH"] = Genre.Hebergement,
        ["PENSION"] = Genre.Hebergement,
        ["ASE"] = Genre.Hebergement,
        ["FT"] = Genre.Emploi,
        ["MDE"] = Genre.Emploi,
        ["MDEF"] = Genre.Emploi,
        ["CAP_EMPLOI"] = Genre.Emploi,
        ["PLIE"] = Genre.Emploi,
        ["GEIQ"] = Genre.Emploi,
        ["AFPA"] = Genre.Emploi,
        ["CITMET"] = Genre.Emploi,
        ["OF"] = Genre.Enseignement,
        ["E2C"] = Genre.Enseignement,
        ["CFP"] = Genre.Securite,
        ["PREF"] = Genre.Securite,
        ["SPIP"] = Genre.Securite,
        ["PJJ"] = Genre.Securite,
        ["PAD"] = Genre.Droit,
        ["CIDFF"] = Genre.Droit,
        ["UDAF"] = Genre.Droit,
        ["CAF"] = Genre.Sante,
        ["CPAM"] = Genre.Sante,
        ["MSA"] = Genre.Agriculture,
        ["CMP"] = Genre.Sante,
        ["CSAPA"] = Genre.Sante,
        ["REG"] = Genre.Region,
        ["ACI"] = Genre.Insertion,
        ["AI"] = Genre.Insertion,
        ["EI"] = Genre.Insertion,
        ["RESSOURCERIE"] = Genre.Insertion,
        ["ES"] = Genre.Entraide,
        ["ENM"] = Genre.Itinerant,
        ["ASSO"] = Genre.Association,
        ["CCONS"] = Genre.Agriculture,
    };

    /// <summary>The kinds that a list of types of the standard says.</summary>
    public static Genre DesTypologies(IEnumerable<string> codes)
    {
        var genres = Genre.Aucun;
        foreach (var code in codes)
        {
            genres |= Typologies.GetValueOrDefault(code);
        }

        return genres;
    }

    /// <summary>
    /// The longest known phrase that begins at this word, « site de » and its like included. <paramref name="longueur"/> is 0 when there is none.
    /// </summary>
    public static Genre Reconnaitre(ReadOnlySpan<Mot> mots, out int longueur)
    {
        longueur = 0;
        if (!Locutions.TryGetValue(mots[0], out var possibles))
        {
            return Genre.Aucun;
        }

        foreach (var (suite, genre) in possibles)
        {
            if (suite.Length < mots.Length && mots[1..(suite.Length + 1)].SequenceEqual(suite))
            {
                longueur = suite.Length + 1;
                return genre;
            }
        }

        return Genre.Aucun;
    }

    /// <summary>One carries the other: the commune and its France services, the centre social and its digital space.</summary>
    public static bool PorteurEtGuichet(Genre a, Genre b) =>
        (a.A(Guichets) && b.A(Porteurs)) || (b.A(Guichets) && a.A(Porteurs));

    /// <summary>True when it has one of these kinds.</summary>
    public static bool A(this Genre genres, Genre uneDe) => (genres & uneDe) != Genre.Aucun;

    private static Dictionary<Mot, (Mot[] Suite, Genre Genre)[]> Lire(string texte)
    {
        var listes = new Dictionary<Mot, List<(Mot[] Suite, Genre Genre)>>();
        var mots = new List<Mot>();
        foreach (var ligne in texte.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var deux = ligne.IndexOf(':', StringComparison.Ordinal);
            var genre = Enum.Parse<Genre>(ligne[..deux]);
            foreach (var locution in ligne[(deux + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Mots.Lire(locution, mots);
                if (!listes.TryGetValue(mots[0], out var liste))
                {
                    listes[mots[0]] = liste = [];
                }

                liste.Add(([.. mots.Skip(1)], genre));
            }
        }

        return listes.ToDictionary(
            l => l.Key,
            l => l.Value.GroupBy(s => string.Join(' ', s.Suite.Select(m => m.Code))).Select(g => (g.First().Suite, g.Select(s => s.Genre).Aggregate((x, y) => x | y)))
                .OrderByDescending(s => s.Suite.Length).ToArray());
    }
}
