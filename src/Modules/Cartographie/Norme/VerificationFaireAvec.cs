using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Norme;

/// <summary>Judges the rows of one file by our own rules.</summary>
internal sealed partial class VerificationFaireAvec
{
    private const int CacheMax = 20_000;
    private const int LieuxParTelephone = 5;

    // The radius of a commune isn't known here: the widest of the mainland reaches 17 km from its centre.
    private const double KmMax = 25;
    private const double KmMaxOutreMer = 80;

    private readonly SchemaDesLieux _schema;
    private readonly ITerritoires _territoires;
    private readonly DateOnly _aujourdhui;
    private readonly Dictionary<string, string?> _horaires = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Nombre, long Ligne)> _telephones = new(StringComparer.Ordinal);

    public VerificationFaireAvec(SchemaDesLieux schema, ITerritoires territoires, DateOnly aujourdhui) => (_schema, _territoires, _aujourdhui) = (schema, territoires, aujourdhui);

    public void Ligne(LieuLu lu, Action<Defaut> noter)
    {
        var l = new Releve(_schema, lu, noter);
        Identite(l);
        Services(l);
        var commune = Commune(l);
        Position(l, commune);
        Dates(l);
        Horaires(l);
        Textes(l);
        if (l["telephone"] is { } telephone)
        {
            var (nombre, ligne) = _telephones.GetValueOrDefault(telephone, (0, lu.Ligne));
            _telephones[telephone] = (nombre + 1, ligne);
        }
    }

    /// <summary>What only the whole file shows.</summary>
    public void Fin(Action<Defaut> noter)
    {
        foreach (var (telephone, (nombre, ligne)) in _telephones.Where(t => t.Value.Nombre > LieuxParTelephone).OrderBy(t => t.Value.Ligne))
        {
            noter(new Defaut(ligne, null, "telephone", Defaut.Court(telephone), ReglesFaireAvec.TelephoneDeBeaucoup, Niveau.Avertissement, $"Ce téléphone est celui de {nombre.ToString(CultureInfo.InvariantCulture)} lieux : est-ce un standard ?"));
        }
    }

    private static void Identite(Releve l)
    {
        if (l["id"] is { } id && (id.Length > Lieu.IdMax || id.Any(c => char.IsControl(c) || c == '/')))
        {
            l.Dire("id", id, ReglesFaireAvec.IdentifiantFragile, "Un identifiant est dans des adresses : ni barre oblique, ni caractère invisible, 200 caractères au plus.");
        }

        if (l["source"] is null)
        {
            l.Dire("source", null, ReglesFaireAvec.SourceAbsente, "La source n’est pas dite : on ne saura pas à qui signaler une erreur.");
        }
    }

    private void Services(Releve l)
    {
        var (services, acces) = (l.Liste("services"), l.Liste("modalites_acces"));
        var sansAccueil = acces.Contains("Ce lieu n'accueille pas de public", StringComparer.Ordinal);
        if (services.Count == 0 && !sansAccueil)
        {
            l.Dire("services", null, ReglesFaireAvec.ServicesAbsents, "Aucun service n’est dit : le lieu ne répond à aucune recherche par besoin.");
        }
        else if (services.Count > 0 && sansAccueil)
        {
            l.Dire("modalites_acces", "Ce lieu n'accueille pas de public", ReglesFaireAvec.ServicesSansAccueil, "Le lieu rend des services et dit ne pas accueillir de public.");
        }

        foreach (var (modalite, champ, nom) in ((string, string, string)[])[("Téléphoner", "telephone", "de téléphone"), ("Contacter par mail", "courriels", "de courriel"), ("Prendre un RDV en ligne", "prise_rdv", "d’adresse de rendez-vous")])
        {
            if (acces.Contains(modalite, StringComparer.Ordinal) && l[champ] is null && l.Liste(champ).Count == 0)
            {
                l.Dire("modalites_acces", modalite, ReglesFaireAvec.AccueilSansMoyen, $"« {modalite} » est proposé, et le lieu n’a pas {nom}.");
            }
        }

        foreach (var code in l.Liste("typologie"))
        {
            if (_schema.Typologies.Trouver(code) is null)
            {
                l.Dire("typologie", code, ReglesFaireAvec.TypologieInconnue, "Cette typologie n’est pas dans la table des typologies.", CodeProche(code));
            }
        }
    }

    private string? CodeProche(string code)
    {
        var codes = _schema.Typologies.Valeurs;
        return (Array.Find(codes, t => string.Equals(t.Code, code, StringComparison.OrdinalIgnoreCase))
            ?? Array.Find(codes, t => TexteRecherche.Normaliser(t.Libelle) == TexteRecherche.Normaliser(code)))?.Code;
    }

    private Commune? Commune(Releve l)
    {
        var (insee, postal, nom) = (l["code_insee"], l["code_postal"], l["commune"]);
        var dessert = _territoires.CommunesDuCodePostal(postal);
        var commune = insee is null ? null : _territoires.Commune(insee);
        if (insee is not null && commune is null && insee.Length == 5)
        {
            l.Dire("code_insee", insee, ReglesFaireAvec.InseeInconnu, "Ce code INSEE n’est celui d’aucune commune.", Nommee(dessert, nom)?.CodeInsee);
        }
        else if (commune is not null && !string.Equals(commune.CodeInsee, insee, StringComparison.OrdinalIgnoreCase))
        {
            l.Dire("code_insee", insee, ReglesFaireAvec.InseeAncien, $"Cette commune a été réunie à {commune.Nom}.", commune.CodeInsee);
        }

        if (postal?.Length == 5)
        {
            Postal(l, postal, dessert, commune);
        }

        if (nom is not null && commune is not null && !MemeNom(nom, commune) && !_territoires.ChercherCommunes(nom, 5).Any(c => Memes(c.Commune, commune)))
        {
            l.Dire("commune", nom, ReglesFaireAvec.CommuneDUnAutreCode, $"Le code INSEE {commune.CodeInsee} est celui de {commune.NomComplet}.", commune.Nom);
        }
        else if (nom is not null && commune is null && dessert.Count > 0 && Nommee(dessert, nom) is null && !nom.Contains("cedex", StringComparison.OrdinalIgnoreCase)
            && !_territoires.ChercherCommunes(nom, 5).Any(c => dessert.Any(d => Memes(c.Commune, d))))
        {
            l.Dire("commune", nom, ReglesFaireAvec.CommuneDUnAutreCode, $"Le code postal {postal} est celui de {string.Join(", ", dessert.Take(3).Select(c => c.Nom))}{(dessert.Count > 3 ? "…" : "")}.", dessert.Count == 1 ? dessert[0].Nom : null);
        }

        return commune ?? Nommee(dessert, nom) ?? (dessert.Count == 1 ? dessert[0] : null);
    }

    private void Postal(Releve l, string postal, IReadOnlyList<Commune> dessert, Commune? commune)
    {
        if (dessert.Count == 0)
        {
            // A CEDEX has no commune; its first digits still say the département.
            if (_territoires.DepartementsDuCodePostal(postal).Count == 0)
            {
                l.Dire("code_postal", postal, ReglesFaireAvec.PostalInconnu, "Ce code postal n’existe pas.", commune?.CodesPostaux is [var seul] ? seul : null);
            }
            else if (commune is not null && !_territoires.DepartementsDuCodePostal(postal).Contains(commune.Departement, StringComparer.Ordinal))
            {
                l.Dire("code_postal", postal, ReglesFaireAvec.PostalDUneAutreCommune, $"Ce code postal n’est pas du département de {commune.NomComplet}.", commune.CodesPostaux is [var seul] ? seul : null);
            }
        }
        else if (commune is not null && !dessert.Any(d => Memes(d, commune)))
        {
            l.Dire("code_postal", postal, ReglesFaireAvec.PostalDUneAutreCommune, $"Ce code postal n’est pas de {commune.NomComplet}.", commune.CodesPostaux is [var seul] ? seul : null);
        }
    }

    /// <summary>The same commune, an arrondissement being a part of its own.</summary>
    private static bool Memes(Commune a, Commune b) => (a.CommuneMere ?? a.CodeInsee) == (b.CommuneMere ?? b.CodeInsee);

    private static Commune? Nommee(IReadOnlyList<Commune> communes, string? nom) => nom is null ? null : communes.FirstOrDefault(c => MemeNom(nom, c));

    private static bool MemeNom(string nom, Commune commune)
    {
        if (string.Equals(nom, commune.Nom, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var (a, b) = (TexteRecherche.Normaliser(nom), TexteRecherche.Normaliser(commune.Nom));
        // « Paris », « PARIS 12 », « Lyon CEDEX 03 ».
        return a == b || SansRang().Replace(a, "") == SansRang().Replace(b, "");
    }

    private static void Position(Releve l, Commune? commune)
    {
        var (lat, lon) = (Nombre(l["latitude"]), Nombre(l["longitude"]));
        if (l["latitude"] is null != l["longitude"] is null)
        {
            l.Dire(l["latitude"] is null ? "latitude" : "longitude", null, ReglesFaireAvec.PositionIncomplete, "Latitude et longitude vont ensemble : l’une des deux manque.");
            return;
        }

        if (lat is not { } y || lon is not { } x || !new Position(y, x).Valable)
        {
            return;
        }

        var texte = $"{l["latitude"]} {l["longitude"]}";
        if (!new Position(y, x).PresDeLaFrance)
        {
            var inversees = new Position(x, y) is { Valable: true, PresDeLaFrance: true };
            l.Dire("latitude", texte, ReglesFaireAvec.PositionHorsDeFrance, inversees ? "La position est hors de France : latitude et longitude semblent inversées." : "La position est hors de France.", inversees ? $"{l["longitude"]} {l["latitude"]}" : null);
        }
        else if (commune is { Latitude: { } yc, Longitude: { } xc } && Distance.Km(y, x, yc, xc) is var km && km > (commune.Departement.Length == 3 ? KmMaxOutreMer : KmMax))
        {
            l.Dire("latitude", texte, ReglesFaireAvec.PositionLoin, $"La position est à {km.ToString("0", CultureInfo.InvariantCulture)} km du centre de {commune.NomComplet}.");
        }
    }

    private void Dates(Releve l)
    {
        if (!DateOnly.TryParseExact(l["date_maj"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return;
        }

        if (date > _aujourdhui)
        {
            l.Dire("date_maj", l["date_maj"], ReglesFaireAvec.DateFuture, "Cette date de mise à jour est à venir.");
        }
        else if (DateDeMiseAJour.Croyable(date, _aujourdhui) is null)
        {
            l.Dire("date_maj", l["date_maj"], ReglesFaireAvec.DateIncroyable, date == DateDeMiseAJour.Remplissage ? "C’est une date de remplissage : elle ne dit pas quand le lieu a été mis à jour." : "Cette date est celle d’une machine qui n’en avait pas.");
        }
    }

    private void Horaires(Releve l)
    {
        if (l["horaires"] is not { } texte)
        {
            return;
        }

        if (!_horaires.TryGetValue(texte, out var faute))
        {
            var lus = HorairesOsm.Analyser(texte);
            faute = lus.Reussi ? null : string.Join(' ', lus.Erreurs.Select(e => e.Message));
            if (_horaires.Count >= CacheMax)
            {
                _horaires.Clear();
            }

            _horaires.Add(texte, faute);
        }

        if (faute is not null)
        {
            l.Dire("horaires", texte, ReglesFaireAvec.HorairesNonCompris, $"Les horaires ne se comprennent pas. {faute}");
        }
    }

    private static void Textes(Releve l)
    {
        foreach (var colonne in (string[])["nom", "commune", "adresse", "complement_adresse", "presentation_resume", "presentation_detail", "structure_parente"])
        {
            if (l[colonne] is not { } texte)
            {
                continue;
            }

            if (texte.AsSpan().ContainsAny('�', '\0') || Abime().IsMatch(texte))
            {
                l.Dire(colonne, texte, ReglesFaireAvec.TexteAbime, "Des caractères ont été abîmés par un changement d’encodage.");
            }

            if (texte.Contains('<', StringComparison.Ordinal) && Balise().IsMatch(texte))
            {
                l.Dire(colonne, texte, ReglesFaireAvec.TexteBalise, "Ce texte contient des balises HTML.");
            }
        }

        if (l["adresse"] is { } adresse && l["code_postal"] is { Length: 5 } postal && adresse.Contains(postal, StringComparison.Ordinal))
        {
            l.Dire("adresse", adresse, ReglesFaireAvec.AdresseAvecCommune, "L’adresse répète le code postal : elle est le numéro et la voie seulement.");
        }
    }

    private static double? Nombre(string? texte) => double.TryParse(texte, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : null;

    // UTF-8 read as Windows-1252: « Ã© », « Ã¨ », « â€™ ».
    [GeneratedRegex("Ã[\u0080-\u00BF]|â€|Â[\u00A0-\u00BF]", RegexOptions.NonBacktracking)]
    private static partial Regex Abime();

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Balise();

    [GeneratedRegex(" (cedex( [0-9]{1,2})?|[0-9]{1,2}(e|er|eme)?( arrondissement)?)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SansRang();

    /// <summary>A row that is judged: its values by name of column, and where its defects go.</summary>
    private readonly struct Releve(SchemaDesLieux schema, LieuLu lu, Action<Defaut> noter)
    {
        public string? this[string colonne] => lu.Texte(schema[colonne].Rang);

        public IReadOnlyList<string> Liste(string colonne) => lu.Liste(schema[colonne].Rang);

        public void Dire(string colonne, string? valeur, string regle, string message, string? suggestion = null) =>
            noter(new Defaut(lu.Ligne, Defaut.Court(lu.Id), colonne, Defaut.Court(valeur), regle, Niveau.Avertissement, message, Defaut.Court(suggestion)));
    }
}
