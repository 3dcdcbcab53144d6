using FaireAvec.Cartographie.Nettoyage.Telephones;
using FaireAvec.Kernel.Normes;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>Reads telephone numbers as people write them in a cell, and cleans the column: separators, words, several numbers, an extension, a lost zero.</summary>
internal static class Telephone
{
    /// <summary>A longer cell isn't a telephone number: it isn't read.</summary>
    public const int LongueurLue = 300;

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

        var lecture = new LecteurDeCellule(DepartementDe(departement));
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

        if (lecture.ReglesAppliquees.Count == 0 && texte != premier.Valeur)
        {
            lecture.Noter(premier.Type == TypeTelephone.Court ? Regles.TelCourt : Regles.TelFormat);
        }

        return new LectureTelephone(premier, [.. autres.Where(a => a.Valeur != premier.Valeur).DistinctBy(a => a.Valeur)], lecture.ReglesAppliquees);
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
            releve.Retirer(champ, MasqueDeMobile.Tout(texte), lecture.Erreur!, suggestion: lecture.Suggestion);
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
        releve.Corriger(champ, MasqueDeMobile.Mobiles(texte, tous), garde.Valeur, regle != Regles.TelTexte || lecture.ReglesAppliquees.Count == 1 ? regle : lecture.ReglesAppliquees[1]);
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
}
