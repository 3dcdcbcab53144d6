using System.Globalization;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Norme;

/// <summary>Judges the rows of one file by the standard. All the defects of a row are told.</summary>
internal sealed class VerificationDeLaNorme(SchemaDesLieux schema)
{
    private const int CacheMax = 20_000;

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Colonne, string Valeur), (string? Libelle, string? Proche)> _libelles = [];

    /// <summary>Judges the header: of a table when its reading begins, of a list of objects when it has ended.</summary>
    public void Entete(Entete entete, FormatDeFichier format, Action<Defaut> noter)
    {
        var table = format is FormatDeFichier.Csv or FormatDeFichier.Xlsx;
        var ligne = table ? 1L : (long?)null;
        void Dire(string colonne, string regle, Niveau niveau, string message, string? suggestion = null) =>
            noter(new Defaut(ligne, null, colonne, null, regle, niveau, message, suggestion));

        foreach (var nom in entete.Noms)
        {
            var connue = schema.Colonnes.FirstOrDefault(c => string.Equals(c.Nom, nom, StringComparison.OrdinalIgnoreCase));
            if (connue is not null)
            {
                if (connue.Nom != nom)
                {
                    Dire(nom, ReglesDeLaNorme.ColonneInconnue, Niveau.Avertissement, $"La colonne s’écrit « {connue.Nom} ».", connue.Nom);
                }
            }
            else if (LectureDesLieux.EstAncienne(schema, nom))
            {
                var nouveau = schema.V0.Colonnes.GetValueOrDefault(nom);
                Dire(nom, ReglesDeLaNorme.ColonneV0, Niveau.Avertissement, nouveau is null ? "Cette colonne des versions 0.x n’existe plus : elle n’est pas lue." : $"Cette colonne des versions 0.x s’appelle aujourd’hui « {nouveau} » : elle est lue, et traduite.", nouveau);
            }
            else if (!entete.Doublons.Any(d => nom.StartsWith(d + " (", StringComparison.Ordinal)))
            {
                Dire(Defaut.Court(nom)!, ReglesDeLaNorme.ColonneInconnue, Niveau.Avertissement, "Cette colonne n’est pas de la norme : elle n’est pas lue.", new LibelleProche(schema.Colonnes.Select(c => c.Nom)).Trouver(nom));
            }
        }

        foreach (var double_ in entete.Doublons)
        {
            Dire(Defaut.Court(double_)!, ReglesDeLaNorme.ColonneEnDouble, Niveau.Bloquant, "Cette colonne est présente deux fois : la seconde n’est pas lue.");
        }

        if (!table)
        {
            return;
        }

        foreach (var colonne in schema.Colonnes.Where(c => entete.Rang(c.Nom) < 0 && !schema.V0.Colonnes.Any(v => v.Value == c.Nom && entete.Rang(v.Key) >= 0)))
        {
            Dire(
                colonne.Nom,
                colonne.Obligatoire ? ReglesDeLaNorme.ColonneAbsente : ReglesDeLaNorme.ColonneFacultativeAbsente,
                colonne.Obligatoire ? Niveau.Bloquant : Niveau.Avertissement,
                colonne.Obligatoire ? "Cette colonne obligatoire est absente." : "Cette colonne est absente : la norme veut toutes les colonnes, même vides.");
        }

        var rangs = schema.Colonnes.Select(c => entete.Rang(c.Nom)).Where(r => r >= 0).ToList();
        if (!rangs.SequenceEqual(rangs.Order()))
        {
            Dire("", ReglesDeLaNorme.OrdreDesColonnes, Niveau.Avertissement, "Les colonnes ne sont pas dans l’ordre de la norme.");
        }
    }

    public void Ligne(LieuLu lu, Action<Defaut> noter)
    {
        foreach (var colonne in schema.Colonnes)
        {
            if (colonne.EstListe)
            {
                Liste(lu, colonne, noter);
            }
            else if (lu.Texte(colonne.Rang) is { } texte)
            {
                Valeur(lu, colonne, texte, noter);
            }
            else if (colonne.Obligatoire && lu.Brute.Entete.Rang(colonne.Nom) >= 0)
            {
                noter(Faire(lu, colonne, null, ReglesDeLaNorme.CelluleVide, Niveau.Bloquant, "Ce champ est obligatoire et il est vide.", colonne.Nom == "pivot" ? "00000000000000" : null));
            }
            else if (colonne.Obligatoire && lu.Brute.Brut is not null)
            {
                noter(Faire(lu, colonne, null, ReglesDeLaNorme.CelluleVide, Niveau.Bloquant, "Ce champ est obligatoire et il est absent.", colonne.Nom == "pivot" ? "00000000000000" : null));
            }
        }

        if (lu.Id is { } id && !_ids.TryAdd(id, lu.Ligne))
        {
            noter(Faire(lu, schema.Colonnes[0], id, ReglesDeLaNorme.IdentifiantEnDouble, Niveau.Bloquant, $"Cet identifiant est déjà à la ligne {_ids[id].ToString(CultureInfo.InvariantCulture)}."));
        }

        foreach (var rang in lu.SeparesParPointVirgule ?? [])
        {
            noter(Faire(lu, schema.Colonnes[rang], null, ReglesDeLaNorme.PointVirgule, Niveau.Avertissement, "Les valeurs sont séparées par « ; » : la norme veut « | » depuis la version 1.0.", string.Join('|', lu.Liste(rang))));
        }

        foreach (var conversion in lu.Conversions ?? [])
        {
            noter(conversion.Apres is null
                ? Faire(lu, schema[conversion.Colonne], conversion.Avant, ReglesDeLaNorme.ValeurV0Perdue, Niveau.Avertissement, "Cette valeur des versions 0.x n’a pas d’équivalent aujourd’hui : elle est laissée de côté.")
                : Faire(lu, schema[conversion.Colonne], conversion.Avant, ReglesDeLaNorme.ValeurV0, Niveau.Avertissement, conversion.Deduit ? "Cette valeur des versions 0.x est traduite ; l’équivalent est le plus proche, la norme ne le donne pas." : "Cette valeur des versions 0.x est traduite.", conversion.Apres));
        }
    }

    /// <summary>The exact label of a value of a closed list; null when it isn't admitted.</summary>
    public string? Libelle(ColonneDeLaNorme colonne, string valeur) => Connaitre(colonne, valeur).Libelle;

    private static Defaut Faire(LieuLu lu, ColonneDeLaNorme colonne, string? valeur, string regle, Niveau niveau, string message, string? suggestion = null) =>
        new(lu.Ligne, Defaut.Court(lu.Id), colonne.Nom, Defaut.Court(valeur), regle, niveau, message, Defaut.Court(suggestion));

    private void Liste(LieuLu lu, ColonneDeLaNorme colonne, Action<Defaut> noter)
    {
        var valeurs = lu.Liste(colonne.Rang);
        for (var i = 0; i < valeurs.Count; i++)
        {
            if (colonne.Fermee is null)
            {
                Valeur(lu, colonne, valeurs[i], noter);
                continue;
            }

            var (libelle, proche) = Connaitre(colonne, valeurs[i]);
            if (libelle is null)
            {
                noter(Faire(lu, colonne, valeurs[i], ReglesDeLaNorme.CodeDe(colonne), Niveau.Bloquant, "Cette valeur n’est pas dans la liste de la norme.", proche));
            }
            else if (libelle != valeurs[i])
            {
                noter(Faire(lu, colonne, valeurs[i], ReglesDeLaNorme.LibelleApproche, Niveau.Avertissement, $"Ce libellé s’écrit exactement « {libelle} ».", libelle));
            }
        }
    }

    private static void Valeur(LieuLu lu, ColonneDeLaNorme colonne, string valeur, Action<Defaut> noter)
    {
        if (colonne.LongueurMax is { } max && valeur.Length > max)
        {
            noter(Faire(lu, colonne, valeur, ReglesDeLaNorme.CodeDe(colonne), Niveau.Bloquant, $"{valeur.Length} caractères : {max} au plus."));
        }

        if (colonne.Expression is null || Convient(colonne, valeur))
        {
            return;
        }

        noter(Faire(lu, colonne, valeur, ReglesDeLaNorme.CodeDe(colonne), Niveau.Bloquant, Message(colonne.Nom), Suggestions.Proposer(colonne, valeur) ?? Suggestions.EnDegres(colonne, lu.Brute["latitude"], lu.Brute["longitude"])));
    }

    /// <summary>True when the value follows the pattern of its column, and is what it looks like (a day that exists, degrees that do).</summary>
    public static bool Convient(ColonneDeLaNorme colonne, string valeur) => colonne.Expression?.IsMatch(valeur) != false && colonne.Nom switch
    {
        "latitude" => Math.Abs(double.Parse(valeur, CultureInfo.InvariantCulture)) <= 90,
        "longitude" => Math.Abs(double.Parse(valeur, CultureInfo.InvariantCulture)) <= 180,
        "date_maj" => DateOnly.TryParseExact(valeur, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };

    private static string Message(string colonne) => colonne switch
    {
        "pivot" => "Un pivot a de 9 à 14 lettres ou chiffres, sans espace : SIRET, RNA ou RIDET ; quatorze zéros quand il n’est pas connu.",
        "code_postal" => "Un code postal a cinq chiffres.",
        "code_insee" => "Un code INSEE a cinq caractères (par exemple 42218 ou 2A004).",
        "latitude" => "Une latitude est un nombre de −90 à 90, avec un point pour les décimales.",
        "longitude" => "Une longitude est un nombre de −180 à 180, avec un point pour les décimales.",
        "telephone" => "Un téléphone s’écrit sans espace, avec son indicatif : +33 et les neuf chiffres qui suivent le zéro (outre-mer : +590, +594, +262, +596, +269, +687, +689, +508 ou +681).",
        "courriels" => "Ce n’est pas une adresse électronique.",
        "date_maj" => "Une date s’écrit AAAA-MM-JJ, et existe.",
        _ => "Ce n’est pas une adresse web complète, avec http:// ou https://.",
    };

    private (string? Libelle, string? Proche) Connaitre(ColonneDeLaNorme colonne, string valeur)
    {
        if (_libelles.TryGetValue((colonne.Rang, valeur), out var connu))
        {
            return connu;
        }

        var libelle = LibellesDeLaNorme.Accepter(colonne.Fermee!, valeur);
        connu = (libelle, libelle is null ? colonne.Proche(valeur) : null);
        if (_libelles.Count >= CacheMax)
        {
            _libelles.Clear();
        }

        _libelles.Add((colonne.Rang, valeur), connu);
        return connu;
    }
}
