using System.Collections.Frozen;
using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Texte;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// Reads a search from the parameters of an address, for the API and for the pages alike. Every fault is found, each with a sentence that says
/// which values are accepted; nothing is guessed.
/// </summary>
internal sealed class LectureCriteres(ITerritoires territoires, TimeProvider horloge)
{
    /// <summary>Longest value of one parameter.</summary>
    public const int LongueurMax = 200;

    /// <summary>Most values of one repeatable parameter.</summary>
    public const int ValeursMax = 50;

    /// <summary>Most unknown names that are told one by one: an address may hold thousands, and each sentence is long.</summary>
    public const int InconnusMax = 10;

    /// <summary>Largest radius, kilometres: from one end of France to the other.</summary>
    public const double RayonMax = 2000;

    private static readonly string[] Simples = ["lat", "lon", "rayon_km", "bbox", "q", "tri", "limite", "curseur", "comptes"];
    private static readonly string[] Repetables = ["departement", "commune", "typologie", "source", "ouvert"];

    private static readonly string[] Tris = ["distance", "nom", "pertinence"];

    /// <summary>Names of the parameters, for the message about an unknown one.</summary>
    public static IEnumerable<string> Noms => Simples.Concat(Repetables).Concat(Filtre.Tous.Select(f => f.Parametre));

    private static readonly FrozenSet<string> Connus = Noms.Concat(Filtre.Tous.Select(f => f.Champ)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a parameter of the search.</summary>
    public static bool EstConnu(string nom) => Connus.Contains(nom);

    /// <param name="requete">Parameters of the address.</param>
    /// <param name="autres">For a system: names that the caller reads itself. Null for a page, which lets every unknown name pass, and says faults in its own language.</param>
    public Resultat<Criteres> Lire(IQueryCollection requete, IReadOnlySet<string>? autres = null)
    {
        var l = new Lecture(requete, exigeante: autres is not null);
        if (autres is not null)
        {
            foreach (var nom in requete.Keys.Where(k => !EstConnu(k) && !autres.Contains(k)).Take(InconnusMax))
            {
                l.Refuser("CAR-001", "Inconnu", Court(nom), [.. Noms], string.Join(", ", Noms));
            }
        }

        var centre = Centre(l);
        // A page says it beside the search, so that the person goes on; a system is told at once.
        if (autres is not null && centre is { PresDeLaFrance: false } loin)
        {
            l.Refuser("CAR-026", loin.Inversee ? "PositionInversee" : "PositionLointaine", "lat");
        }

        var boite = LireBoite(l);
        var choix = LireChoix(l);
        var texte = l.Texte("q");
        if (texte is not null && TexteRecherche.Normaliser(texte).Length == 0)
        {
            l.Refuser("CAR-003", "SansLettre", "q");
        }

        var (ouverture, instant) = LireOuverture(l);
        var criteres = new Criteres
        {
            Centre = centre,
            RayonKm = l.Nombre("rayon_km", 0.05, RayonMax) ?? (boite is null ? Criteres.RayonParDefaut : null),
            Boite = boite,
            Communes = LireCommunes(l),
            Departements = LireDepartements(l),
            Texte = texte,
            Choix = choix,
            Typologies = LireTypologies(l),
            Sources = LireSources(l),
            Ouverture = ouverture,
            Instant = instant,
            Tri = LireTri(l, centre, texte),
            Limite = (int)(l.Entier("limite", 1, 100) ?? Criteres.LimiteParDefaut),
            Comptes = l.Oui("comptes"),
        };
        criteres = criteres with { Curseur = LireCurseur(l, criteres) };
        return l.Erreurs.Count > 0 ? Resultat<Criteres>.Echec(l.Erreurs) : criteres;
    }

    /// <summary>True when the address has a position that can be one.</summary>
    public static bool LirePosition(IQueryCollection requete, out Position position)
    {
        position = default;
        if (!Lecture.LireNombre(requete["lat"].ToString(), out var latitude) || !Lecture.LireNombre(requete["lon"].ToString(), out var longitude))
        {
            return false;
        }

        position = new Position(latitude, longitude);
        return position.Valable;
    }

    private static Position? Centre(Lecture l)
    {
        var (lat, lon) = (l.Nombre("lat", -90, 90), l.Nombre("lon", -180, 180));
        if (lat is { } a && lon is { } b)
        {
            return new Position(a, b);
        }

        if (l.Juste("lat", "lon") && l.Present("lat") != l.Present("lon"))
        {
            var manque = l.Present("lat") ? "lon" : "lat";
            l.Refuser("CAR-004", "PositionIncomplete", manque);
        }
        else if (l.Juste("lat", "lon") && !l.Present("lat") && l.Present("rayon_km"))
        {
            l.Refuser("CAR-005", "RayonSansPosition", "rayon_km");
        }

        return null;
    }

    private static Boite? LireBoite(Lecture l)
    {
        if (l.Texte("bbox") is not { } texte)
        {
            return null;
        }

        var parts = texte.Split(',');
        var n = new double[4];
        var lisible = parts.Length == 4;
        for (var i = 0; lisible && i < 4; i++)
        {
            lisible = Lecture.LireNombre(parts[i], out n[i]) && Math.Abs(n[i]) <= (i % 2 == 0 ? 180 : 90);
        }

        if (lisible && n[0] <= n[2] && n[1] <= n[3])
        {
            return new Boite(n[0], n[1], n[2], n[3]);
        }

        l.Refuser("CAR-006", "Cadre", "bbox");
        return null;
    }

    private static ulong LireChoix(Lecture l)
    {
        ulong choix = 0;
        foreach (var filtre in Filtre.Tous)
        {
            var valeurs = l.Liste(filtre.Parametre).Concat(filtre.Champ == filtre.Parametre ? [] : l.Liste(filtre.Champ));
            foreach (var valeur in valeurs)
            {
                var bit = filtre.BitDe(valeur);
                choix |= bit;
                if (bit == 0)
                {
                    string[] acceptees = [.. filtre.Valeurs.Slugs, Filtre.NonRenseigne];
                    l.Refuser("CAR-007", "Valeur", filtre.Parametre, acceptees, Court(valeur), string.Join(", ", acceptees));
                }
            }
        }

        return choix;
    }

    private List<string> LireCommunes(Lecture l)
    {
        var codes = new List<string>();
        foreach (var code in l.Liste("commune"))
        {
            var connus = territoires.CodesInsee(code);
            // Some postal codes are also those of communes merged long ago: « 75013 » was Le Bourget's. Nobody means those.
            var postales = territoires.Commune(code)?.CodeInsee == code ? [] : territoires.CommunesDuCodePostal(code);
            if (postales.Count > 0)
            {
                l.Refuser("CAR-008", "Commune.CodePostal", "commune", Court(code), string.Join(", ", postales.Take(5).Select(c => $"{c.CodeInsee} ({c.Nom})")));
                continue;
            }

            if (connus.Count > 0)
            {
                codes.AddRange(connus);
                continue;
            }

            var suggestions = territoires.ChercherCommunes(code, 5);
            l.Refuser("CAR-008", "Commune", "commune", Court(code), suggestions.Count > 0 ? $" {l.Phrases.Phrase("Commune.Suggestions", string.Join(", ", suggestions.Select(s => $"{s.Commune.Nom} ({s.Commune.CodeInsee})")))}" : "");
        }

        return codes;
    }

    private List<string> LireDepartements(Lecture l)
    {
        var codes = new List<string>();
        foreach (var code in l.Liste("departement"))
        {
            if (territoires.Departement(code) is { } departement)
            {
                codes.Add(departement.Code);
            }
            else
            {
                l.Refuser("CAR-009", "Departement", "departement", [.. territoires.Departements.Select(d => d.Code)], Court(code));
            }
        }

        return codes;
    }

    // The reference list of types grows without us: only the shape is judged here (see ValeursSansLieu).
    private static List<string> LireTypologies(Lecture l)
    {
        var codes = new List<string>();
        foreach (var code in l.Liste("typologie"))
        {
            if (code.Length is >= 2 and <= 30 && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                codes.Add(code.Equals("autre", StringComparison.OrdinalIgnoreCase) ? "Autre" : code.ToUpperInvariant());
            }
            else
            {
                l.Refuser("CAR-021", "Typologie", "typologie", Court(code));
            }
        }

        return codes;
    }

    private static List<string> LireSources(Lecture l)
    {
        var sources = new List<string>();
        foreach (var source in l.Liste("source"))
        {
            if (source.Length <= 100 && source.All(c => char.IsLetterOrDigit(c) || " -_.'’&".Contains(c, StringComparison.Ordinal)))
            {
                sources.Add(source);
            }
            else
            {
                l.Refuser("CAR-022", "Source", "source", Court(source));
            }
        }

        return sources;
    }

    private (Ouverture, DateTimeOffset) LireOuverture(Lecture l)
    {
        var ouverture = Ouverture.Aucune;
        var instant = horloge.GetUtcNow();
        foreach (var valeur in l.Liste("ouvert"))
        {
            switch (valeur)
            {
                case "maintenant" or "oui":
                    ouverture |= Ouverture.Ouvert;
                    break;
                case "non":
                    ouverture |= Ouverture.Ferme;
                    break;
                case Filtre.NonRenseigne or "inconnu":
                    ouverture |= Ouverture.Inconnu;
                    break;
                default:
                    if (DateTime.TryParseExact(valeur, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 2000 and <= 2099)
                    {
                        var paris = FuseauHoraire.De("75");
                        ouverture |= Ouverture.Ouvert;
                        instant = new DateTimeOffset(local, paris.GetUtcOffset(local));
                        break;
                    }

                    l.Refuser("CAR-010", "Ouvert", "ouvert", ["maintenant", "non", Filtre.NonRenseigne], Court(valeur));
                    break;
            }
        }

        return (ouverture, instant);
    }

    private static Tri LireTri(Lecture l, Position? centre, string? texte)
    {
        var parDefaut = centre is not null ? Tri.Distance : texte is not null ? Tri.Pertinence : Tri.Nom;
        switch (l.Texte("tri"))
        {
            case null:
                return parDefaut;
            case "nom":
                return Tri.Nom;
            case "distance" when centre is not null || !l.Complet:
                return Tri.Distance;
            case "distance":
                l.Refuser("CAR-011", "TriSansPosition", "tri");
                return parDefaut;
            case "pertinence" when texte is not null:
                return Tri.Pertinence;
            case "pertinence":
                l.Refuser("CAR-011", "TriSansTexte", "tri");
                return parDefaut;
            case { } autre:
                l.Refuser("CAR-011", "Tri", "tri", Tris, Court(autre), string.Join(", ", Tris));
                return parDefaut;
        }
    }

    private static Curseur? LireCurseur(Lecture l, Criteres criteres)
    {
        if (l.Texte("curseur", Curseur.LongueurMax) is not { } texte)
        {
            return null;
        }

        if (Curseur.Lire(texte) is { } curseur)
        {
            // Between two places of another search, it would skip some of this one without a word.
            if (l.Complet && curseur.Recherche != criteres.Empreinte)
            {
                l.Refuser("CAR-012", "CurseurDAilleurs", "curseur");
            }

            return curseur;
        }

        l.Refuser("CAR-012", "Curseur", "curseur");
        return null;
    }

    /// <summary>A value as a sentence shows it: sixty characters at most, none invisible.</summary>
    public static string Court(string texte)
    {
        var propre = new string([.. texte.Take(60).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '�' : c)]);
        return texte.Length > 60 ? propre + "…" : propre;
    }

    /// <summary>The parameters, with the checks that all of them share.</summary>
    private sealed class Lecture(IQueryCollection requete, bool exigeante)
    {
        public List<Erreur> Erreurs { get; } = [];

        public PhrasesDesFautes Phrases { get; } = exigeante ? PhrasesDesFautes.DeLApi : PhrasesDesFautes.DeLaPage;

        public void Refuser(string code, string cle, string nom, params object[] valeurs) => Erreurs.Add(Phrases.Faute(code, cle, nom, valeurs));

        public void Refuser(string code, string cle, string nom, IReadOnlyList<string> acceptees, params object[] valeurs) => Erreurs.Add(Phrases.Faute(code, cle, nom, acceptees, valeurs));

        /// <summary>False when something is already wrong: a second message about the same cause is spared.</summary>
        public bool Complet => Erreurs.Count == 0;

        /// <summary>True when nothing is wrong with these.</summary>
        public bool Juste(params string[] noms) => !Erreurs.Exists(e => noms.Contains(e.Champ));

        public bool Present(string nom) => requete.TryGetValue(nom, out var v) && !string.IsNullOrWhiteSpace(v);

        public string? Texte(string nom, int max = LongueurMax)
        {
            if (!requete.TryGetValue(nom, out var valeurs) || Erreurs.Exists(e => e.Champ == nom))
            {
                return null;
            }

            if (valeurs.Count > 1)
            {
                Refuser("CAR-013", "DeuxFois", nom);
                return null;
            }

            // A system is told of the invisible characters at the ends too; a person's are pasted ones, and cut.
            var donne = valeurs.FirstOrDefault() ?? "";
            var texte = donne.Trim();
            return !Sain(nom, exigeante ? donne : texte, max) || texte.Length == 0 ? null : texte;
        }

        public IEnumerable<string> Liste(string nom)
        {
            if (!requete.TryGetValue(nom, out var valeurs))
            {
                return [];
            }

            if (valeurs.Count > ValeursMax)
            {
                Refuser("CAR-014", "TropDeValeurs", nom, ValeursMax);
                return [];
            }

            return [.. Valeurs(valeurs).Where(v => Sain(nom, v, LongueurMax)).Distinct(StringComparer.Ordinal)];
        }

        private static IEnumerable<string> Valeurs(StringValues valeurs) =>
            valeurs.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim());

        private bool Sain(string nom, string texte, int max)
        {
            if (texte.Length > max)
            {
                Refuser("CAR-015", "TropLong", nom, max);
                return false;
            }

            if (texte.Any(char.IsControl))
            {
                Refuser("CAR-016", "Invisible", nom);
                return false;
            }

            return true;
        }

        public static bool LireNombre(string texte, out double nombre) =>
            double.TryParse(texte.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out nombre) && double.IsFinite(nombre);

        /// <summary>An empty number is a field that a person left blank; from a system it's a mistake, answered as any other value that isn't one.</summary>
        private string? TexteDeNombre(string nom) =>
            Texte(nom) ?? (exigeante && requete.ContainsKey(nom) && !(nom is "lat" or "lon" && (Present("lat") || Present("lon"))) && !Erreurs.Exists(e => e.Champ == nom) ? "" : null);

        public double? Nombre(string nom, double min, double max)
        {
            if (TexteDeNombre(nom) is not { } texte)
            {
                return null;
            }

            if (LireNombre(texte, out var nombre) && nombre >= min && nombre <= max)
            {
                return nombre;
            }

            Refuser("CAR-017", "Nombre", nom, min, max, Court(texte));
            return null;
        }

        public long? Entier(string nom, long min, long max)
        {
            if (TexteDeNombre(nom) is not { } texte)
            {
                return null;
            }

            if (long.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) && nombre >= min && nombre <= max)
            {
                return nombre;
            }

            Refuser("CAR-018", "Entier", nom, min, max, Court(texte));
            return null;
        }

        public bool Oui(string nom)
        {
            switch (Texte(nom))
            {
                case null or "non":
                    return false;
                case "oui":
                    return true;
                case { } autre:
                    Refuser("CAR-019", "OuiOuNon", nom, ["oui", "non"], Court(autre));
                    return false;
            }
        }
    }
}
