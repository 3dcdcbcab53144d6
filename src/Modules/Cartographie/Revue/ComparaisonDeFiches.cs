using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Revue;

/// <summary>Two records field by field, for a person's eyes: what they share, what differs, word by word.</summary>
internal static class ComparaisonDeFiches
{
    /// <summary>Latitude and longitude are one thing.</summary>
    public const string Position = "position";

    // Beyond, the common words are no longer looked for: the whole value is marked.
    private const int MotsMax = 400;

    // What tells two places apart first. Where the record comes from always differs: it isn't compared.
    private static readonly string[] Ordre =
    [
        "nom", "adresse", "complement_adresse", "code_postal", "commune", Position, "telephone", "courriels", "site_web", "pivot", "structure_parente", "typologie",
        "horaires", "services", "modalites_acces", "modalites_accompagnement", "frais_a_charge", "publics_specifiquement_adresses", "prise_en_charge_specifique",
        "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "itinerance", "presentation_resume", "presentation_detail",
        "fiche_acces_libre", "prise_rdv", "date_maj",
    ];

    internal static readonly HashSet<string> Listes = new(StringComparer.Ordinal)
    {
        "typologie", "courriels", "site_web", "itinerance", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge",
        "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement",
    };

    /// <summary>The fields that at least one of the two fills, in the order in which they are looked at.</summary>
    public static IReadOnlyList<ChampCompare> Comparer(FicheLieu a, FicheLieu b) =>
        [.. Ordre.Select(champ => Comparer(champ, Valeur(a, champ), Valeur(b, champ))).OfType<ChampCompare>()];

    /// <summary>One field; null when neither says anything.</summary>
    internal static ChampCompare? Comparer(string champ, string? a, string? b) => (a, b) switch
    {
        (null, null) => null,
        (_, null) => new(champ, Ecart.SeulementA, [.. Valeurs(champ, a).Select(v => new Morceau(v, true))], []),
        (null, _) => new(champ, Ecart.SeulementB, [], [.. Valeurs(champ, b).Select(v => new Morceau(v, true))]),
        _ when Listes.Contains(champ) => EnListe(champ, Valeurs(champ, a), Valeurs(champ, b)),
        _ when Cle(champ, a) == Cle(champ, b) => new(champ, Ecart.Pareil, [new(a, false)], [new(b, false)]),
        _ when champ is Position or "telephone" or "pivot" or "code_postal" or "date_maj" => new(champ, Ecart.Different, [new(a, true)], [new(b, true)]),
        _ => EnMots(champ, a, b),
    };

    private static string? Valeur(FicheLieu fiche, string champ) => champ != Position
        ? fiche.Texte(champ)
        : fiche is { Latitude: { } latitude, Longitude: { } longitude } ? string.Create(CultureInfo.InvariantCulture, $"{latitude:0.#####}, {longitude:0.#####}") : null;

    private static string[] Valeurs(string champ, string texte) => Listes.Contains(champ) ? texte.Split(FicheLieu.SeparateurDeListe) : [texte];

    /// <summary>What makes two values the same.</summary>
    private static string Cle(string champ, string valeur) => champ switch
    {
        "telephone" => string.Concat(valeur.Where(char.IsAsciiDigit)) is { Length: > 9 } chiffres ? chiffres[^9..] : valeur,
        "horaires" => string.Concat(valeur.Where(c => !char.IsWhiteSpace(c))),
        "site_web" => valeur.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/').ToLowerInvariant(),
        "courriels" => valeur.ToLowerInvariant(),
        Position => valeur,
        // A value of signs alone has no comparable form: then it is itself.
        _ => TexteRecherche.Normaliser(valeur) is { Length: > 0 } normal ? normal : valeur,
    };

    private static ChampCompare EnListe(string champ, string[] a, string[] b)
    {
        var (clesA, clesB) = (a.Select(v => Cle(champ, v)).ToHashSet(StringComparer.Ordinal), b.Select(v => Cle(champ, v)).ToHashSet(StringComparer.Ordinal));
        return new(
            champ,
            clesA.SetEquals(clesB) ? Ecart.Pareil : Ecart.Different,
            [.. a.Select(v => new Morceau(v, !clesB.Contains(Cle(champ, v))))],
            [.. b.Select(v => new Morceau(v, !clesA.Contains(Cle(champ, v))))]);
    }

    private static ChampCompare EnMots(string champ, string a, string b)
    {
        var (motsA, motsB) = (Mots(a), Mots(b));
        if (motsA.Length > MotsMax || motsB.Length > MotsMax)
        {
            return new(champ, Ecart.Different, [new(a, true)], [new(b, true)]);
        }

        var (communsA, communsB) = Communs([.. motsA.Select(m => Cle(champ, m))], [.. motsB.Select(m => Cle(champ, m))]);
        return new(champ, Ecart.Different, Decouper(motsA, communsA), Decouper(motsB, communsB));
    }

    private static string[] Mots(string texte) => texte.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Which words of each side are in the longest sequence that both have.</summary>
    private static (bool[] A, bool[] B) Communs(string[] a, string[] b)
    {
        var longueurs = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                longueurs[i, j] = a[i] == b[j] ? longueurs[i + 1, j + 1] + 1 : Math.Max(longueurs[i + 1, j], longueurs[i, j + 1]);
            }
        }

        var (dansA, dansB) = (new bool[a.Length], new bool[b.Length]);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                (dansA[i++], dansB[j++]) = (true, true);
            }
            else if (longueurs[i + 1, j] >= longueurs[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (dansA, dansB);
    }

    /// <summary>Neighbours of one kind make one piece.</summary>
    private static List<Morceau> Decouper(string[] mots, bool[] communs)
    {
        var morceaux = new List<Morceau>();
        foreach (var (i, mot) in mots.Index())
        {
            if (morceaux.Count > 0 && morceaux[^1].Differe == !communs[i])
            {
                morceaux[^1] = morceaux[^1] with { Texte = $"{morceaux[^1].Texte} {mot}" };
            }
            else
            {
                morceaux.Add(new Morceau(mot, !communs[i]));
            }
        }

        return morceaux;
    }
}
