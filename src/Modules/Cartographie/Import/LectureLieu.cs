using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;
using FaireAvec.Cartographie.Nettoyage;

namespace FaireAvec.Cartographie.Import;

/// <summary>Makes a place of a row, or says why not. All faults of the row are told, not only the first.</summary>
/// <param name="horloge">Dates what is read.</param>
/// <param name="anomalie">Receives each fault.</param>
/// <param name="coherence">Checks that the row says one place; null for what a person typed, who saw it on a map.</param>
internal sealed class LectureLieu(TimeProvider horloge, Action<Anomalie> anomalie, CoherenceDeLaLocalisation? coherence = null)
{
    private static readonly Dictionary<string, int> LongueursMax = new(StringComparer.Ordinal)
    {
        ["id"] = Lieu.IdMax,
        ["nom"] = Lieu.NomMax,
        ["source"] = 100,
        ["commune"] = 150,
        ["adresse"] = 300,
        ["complement_adresse"] = 300,
        ["horaires"] = 1000,
        ["presentation_resume"] = 2000,
        ["presentation_detail"] = 20_000,
        ["structure_parente"] = 300,
        ["pivot"] = 20,
        ["telephone"] = 40,
        ["fiche_acces_libre"] = 500,
        ["prise_rdv"] = 500,
        ["courriels"] = 1000,
        ["site_web"] = 2000,
    };

    // Written for people. Some producers take them from web pages, with « &amp; ».
    private static readonly HashSet<string> Phrases = new(["nom", "commune", "adresse", "complement_adresse", "presentation_resume", "presentation_detail", "structure_parente"], StringComparer.Ordinal);

    // « 0 », « . »: put there because a form wanted something.
    private static readonly HashSet<string> SansLettres = new(["adresse", "presentation_resume", "presentation_detail", "structure_parente"], StringComparer.Ordinal);

    private readonly Dictionary<string, long> _vus = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _maintenant = horloge.GetUtcNow();

    /// <summary>The place, or null when the row is rejected (the reasons are then told).</summary>
    public Lieu? Lire(LigneBrute v)
    {
        var ligne = v.Numero;
        var rejete = false;
        var id = v["id"];

        void Refuser(string champ, string? valeur, string raison)
        {
            rejete = true;
            anomalie(new Anomalie(ligne, id, champ, Court(valeur), raison, true));
        }

        void Avertir(string champ, string? valeur, string raison) => anomalie(new Anomalie(ligne, id, champ, Court(valeur), raison, false));

        string? Texte(string champ)
        {
            var texte = Phrases.Contains(champ) ? WebUtility.HtmlDecode(v[champ]) : v[champ];
            if (texte is null)
            {
                return null;
            }

            if (SansLettres.Contains(champ) && !texte.Any(char.IsLetter))
            {
                Avertir(champ, texte, "Rien ne peut s’y lire : cette valeur est laissée de côté.");
                return null;
            }

            if (LongueursMax.TryGetValue(champ, out var max) && texte.Length > max)
            {
                Refuser(champ, texte, $"Trop long : {max} caractères au plus.");
                return null;
            }

            if (texte.Contains('\0', StringComparison.Ordinal))
            {
                Refuser(champ, texte, "Contient un caractère nul.");
                return null;
            }

            return texte;
        }

        string Obligatoire(string champ)
        {
            var texte = Texte(champ);
            if (texte is null && !rejete)
            {
                Refuser(champ, null, "Ce champ est obligatoire et il est vide.");
            }

            return texte ?? "";
        }

        string[] Liste(string champ) => Texte(champ) is { } t ? [.. t.Split(t.Contains('|', StringComparison.Ordinal) ? '|' : ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)] : [];

        string[] Fermee(string champ, ListeFermee liste)
        {
            var valeurs = new List<string>();
            foreach (var brut in Liste(champ))
            {
                if (liste.Trouver(brut) is { } libelle)
                {
                    valeurs.Add(libelle);
                }
                else
                {
                    Avertir(champ, brut, "Cette valeur n’est pas dans la liste du schéma : elle est laissée de côté.");
                }
            }

            return [.. valeurs.Distinct(StringComparer.Ordinal)];
        }

        string? Adresse(string champ)
        {
            var texte = Texte(champ);
            if (texte is not null && !EstAdresseWeb(texte))
            {
                Avertir(champ, texte, "Ce n’est pas une adresse web http ou https : elle est laissée de côté.");
                return null;
            }

            return texte;
        }

        if (Obligatoire("id") is { Length: > 0 } propose && propose.Any(c => char.IsControl(c) || c == '/'))
        {
            // It is a part of addresses.
            Refuser("id", id, "Un identifiant ne contient ni caractère invisible ni barre oblique.");
        }

        var (nom, commune, codePostal, source) = (Obligatoire("nom"), Obligatoire("commune"), Obligatoire("code_postal"), Obligatoire("source"));
        if (codePostal.Length > 0 && !(codePostal.Length == 5 && codePostal.All(char.IsAsciiDigit)))
        {
            Refuser("code_postal", codePostal, "Un code postal a cinq chiffres.");
        }

        var insee = Texte("code_insee")?.ToUpperInvariant();
        if (insee is not null && !EstCodeInsee(insee))
        {
            Avertir("code_insee", insee, "Un code INSEE a cinq caractères (par exemple 42218 ou 2A004) : il est laissé de côté.");
            insee = null;
        }

        var (latitude, longitude) = LirePosition(v, Refuser, Avertir);
        var date = LireDate(Texte("date_maj"), Avertir);
        if (id is not null && !_vus.TryAdd(id, ligne))
        {
            Refuser("id", id, $"Cet identifiant est déjà à la ligne {_vus[id]}.");
        }

        var lieu = new Lieu
        {
            Id = id ?? "",
            Source = source,
            Pivot = Texte("pivot") is { } pivot && pivot.Trim('0').Length > 0 ? pivot : null,
            Nom = nom,
            Commune = commune,
            CodePostal = codePostal,
            CodeInsee = insee,
            Adresse = Texte("adresse"),
            ComplementAdresse = Texte("complement_adresse"),
            Latitude = latitude,
            Longitude = longitude,
            Typologie = Liste("typologie"),
            Telephone = Texte("telephone"),
            Courriels = [.. Liste("courriels").Where(c => EstCourriel(c) || Ecarter("courriels", c))],
            SiteWeb = [.. Liste("site_web").Where(s => EstAdresseWeb(s) || Ecarter("site_web", s))],
            Horaires = Texte("horaires"),
            PresentationResume = Texte("presentation_resume"),
            PresentationDetail = Texte("presentation_detail"),
            Itinerance = Fermee("itinerance", Vocabulaire.Itinerances),
            StructureParente = Texte("structure_parente"),
            DateMaj = date,
            Services = Fermee("services", Vocabulaire.Services),
            PublicsSpecifiquementAdresses = Fermee("publics_specifiquement_adresses", Vocabulaire.Publics),
            PriseEnChargeSpecifique = Fermee("prise_en_charge_specifique", Vocabulaire.PrisesEnCharge),
            FraisACharge = Fermee("frais_a_charge", Vocabulaire.Frais),
            DispositifProgrammesNationaux = Fermee("dispositif_programmes_nationaux", Vocabulaire.Dispositifs),
            FormationsLabels = Fermee("formations_labels", Vocabulaire.Formations),
            AutresFormationsLabels = Liste("autres_formations_labels"),
            ModalitesAcces = Fermee("modalites_acces", Vocabulaire.ModalitesAcces),
            ModalitesAccompagnement = Fermee("modalites_accompagnement", Vocabulaire.Accompagnements),
            FicheAccesLibre = Adresse("fiche_acces_libre"),
            PriseRdv = Adresse("prise_rdv"),
            Empreinte = [],
            CreeLe = _maintenant,
            ModifieLe = _maintenant,
        };
        if (rejete)
        {
            return null;
        }

        SansPersonne(lieu, Avertir);
        coherence?.Appliquer(lieu, Avertir);
        lieu.Retenu = Retenue.MotifDe(lieu);
        if (lieu.Retenu is { } motif && motif == NomDeLieu.Motif(nom))
        {
            Avertir("nom", PersonneNommee.HorsDuNom(nom, lieu.Commune) == nom ? nom : PersonneNommee.Masque, $"Le lieu n’est pas montré ({motif}) : son producteur doit le nommer.");
        }

        lieu.Empreinte = Empreinte(lieu);
        return lieu;

        bool Ecarter(string champ, string valeur)
        {
            Avertir(champ, valeur, "Cette adresse n’est pas valable : elle est laissée de côté.");
            return false;
        }
    }

    /// <summary>A place called by the name of who receives there (<see cref="PersonneNommee"/>) is shown without it, and the report doesn't repeat it.</summary>
    private static void SansPersonne(Lieu lieu, Action<string, string?, string> avertir)
    {
        // A trial row stays what it is: renamed, it would be shown.
        if (NomDeLieu.Motif(lieu.Nom) is null && PersonneNommee.HorsDuNom(lieu.Nom, lieu.Commune) is var nom && nom != lieu.Nom)
        {
            lieu.Nom = nom;
            avertir("nom", PersonneNommee.Masque, Regles.Phrase(Regles.NomDUnePersonne));
        }

        if (PersonneNommee.HorsDeLAdresse(lieu.Adresse) is var adresse && adresse != lieu.Adresse)
        {
            lieu.Adresse = adresse;
            avertir("adresse", PersonneNommee.Masque, Regles.Phrase(Regles.AdresseDUnePersonne));
        }

        if (PersonneNommee.HorsDeLAdresse(lieu.ComplementAdresse) is var complement && complement != lieu.ComplementAdresse)
        {
            lieu.ComplementAdresse = complement;
            avertir("complement_adresse", PersonneNommee.Masque, Regles.Phrase(Regles.AdresseDUnePersonne));
        }
    }

    private static (double?, double?) LirePosition(LigneBrute v, Action<string, string?, string> refuser, Action<string, string?, string> avertir)
    {
        var (lat, lon) = (v["latitude"], v["longitude"]);
        if (lat is null && lon is null)
        {
            return (null, null);
        }

        if (!Nombre(lat, out var y) || !Nombre(lon, out var x) || !new Position(y, x).Valable)
        {
            refuser(Nombre(lat, out y) && Math.Abs(y) <= 90 ? "longitude" : "latitude", $"{lat} {lon}", "La position n’est pas lisible : latitude de −90 à 90, longitude de −180 à 180, avec un point pour les décimales.");
            return (null, null);
        }

        if (!new Position(y, x).PresDeLaFrance)
        {
            avertir("latitude", $"{lat} {lon}", new Position(x, y).Valable && new Position(x, y).PresDeLaFrance
                ? "La position est hors de France : latitude et longitude semblent inversées. Elle est laissée de côté."
                : "La position est hors de France : elle est laissée de côté.");
            return (null, null);
        }

        return (y, x);
    }

    private static bool Nombre(string? texte, out double nombre) =>
        double.TryParse(texte, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out nombre) && double.IsFinite(nombre);

    private static DateOnly? LireDate(string? texte, Action<string, string?, string> avertir)
    {
        if (texte is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(texte.Length > 10 ? texte[..10] : texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        avertir("date_maj", texte, "Une date s’écrit AAAA-MM-JJ : celle-ci est considérée comme inconnue.");
        return null;
    }

    private static bool EstCodeInsee(string code) =>
        code.Length == 5 && char.IsAsciiDigit(code[0]) && (char.IsAsciiDigit(code[1]) || (code[0] == '2' && code[1] is 'A' or 'B')) && code.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool EstAdresseWeb(string texte) =>
        Uri.TryCreate(texte, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0;

    private static bool EstCourriel(string texte)
    {
        var at = texte.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && texte.IndexOf('.', at) > at + 1 && texte.IndexOf('@', at + 1) < 0 && !texte.Any(char.IsWhiteSpace) && texte[^1] != '.';
    }

    /// <summary>SHA-256 of all values, each with its length so that two different rows never give the same text.</summary>
    public static byte[] Empreinte(Lieu l)
    {
        using var h = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Ajouter(string? t) => h.AppendData(Encoding.UTF8.GetBytes($"{t?.Length ?? -1}:{t};"));
        foreach (var t in (string?[])[l.Id, l.Source, l.Pivot, l.Nom, l.Commune, l.CodePostal, l.CodeInsee, l.Adresse, l.ComplementAdresse, l.Latitude?.ToString("R", CultureInfo.InvariantCulture), l.Longitude?.ToString("R", CultureInfo.InvariantCulture), l.Telephone, l.Horaires, l.PresentationResume, l.PresentationDetail, l.StructureParente, l.DateMaj?.ToString("O", CultureInfo.InvariantCulture), l.FicheAccesLibre, l.PriseRdv, l.Retenu])
        {
            Ajouter(t);
        }

        foreach (var liste in (string[][])[l.Typologie, l.Courriels, l.SiteWeb, l.Itinerance, l.Services, l.PublicsSpecifiquementAdresses, l.PriseEnChargeSpecifique, l.FraisACharge, l.DispositifProgrammesNationaux, l.FormationsLabels, l.AutresFormationsLabels, l.ModalitesAcces, l.ModalitesAccompagnement])
        {
            Ajouter(string.Join('|', liste));
        }

        return h.GetHashAndReset();
    }

    private static string? Court(string? valeur)
    {
        var propre = valeur?.Replace('\0', '�');
        return propre is { Length: > 120 } ? propre[..120] + "…" : propre;
    }
}
