using System.Globalization;
using System.Resources;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of tables of figures, that people who aren't signed in read too: in the language of the request.</summary>
internal static class MotsRapports
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsRapports", typeof(MotsRapports).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) => Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsRapports.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>The text in French, whatever the request: what a file says of its method.</summary>
    public static string Francais(string cle) => Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsRapports.resx has no « {cle} ».");

    public static string Titre(BlocDeChiffres bloc) => T($"Bloc.{bloc.Cle}");

    /// <summary>What the lines of a table are: days, places, or what is counted.</summary>
    public static string Premiere(BlocDeChiffres bloc) => Ressources.GetString($"Premiere.{bloc.Cle}", CultureInfo.CurrentUICulture) ?? T("Premiere");

    public static string Colonne(string cle) => T($"Colonne.{cle}");

    /// <summary>What a line is: words that change with the language, a part of the calendar, or a name.</summary>
    public static string Ligne(LigneDeChiffres ligne)
    {
        if (ligne.Cle is not { } cle)
        {
            return ligne.Libelle;
        }

        if (cle.Split(':') is [var pas, var jour])
        {
            var debut = DateOnly.ParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var libelle = BlocsDeStatistiques.Libelle(pas, debut);
            return pas == "semaine" ? T("Semaine", libelle) : libelle;
        }

        return T($"Ligne.{cle}");
    }

    /// <summary>A part of the calendar in a few characters, under a curve: « 5/11 », « 11/26 », « 26-27 ».</summary>
    public static string LigneCourte(LigneDeChiffres ligne)
    {
        if (ligne.Cle?.Split(':') is not [var pas, var jour])
        {
            return Ligne(ligne);
        }

        var debut = DateOnly.ParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return pas switch
        {
            "jour" or "semaine" => debut.ToString("d/MM", CultureInfo.InvariantCulture),
            "mois" => debut.ToString("MM/yy", CultureInfo.InvariantCulture),
            _ => $"{debut.ToString("yy", CultureInfo.InvariantCulture)}-{debut.AddYears(1).ToString("yy", CultureInfo.InvariantCulture)}",
        };
    }

    /// <summary>« 1 204 », « 12,5 % », « +30 », or the word that stands in its place.</summary>
    public static string Valeur(string colonne, ValeurDeChiffre valeur) => valeur.Nombre is { } n
        ? colonne switch
        {
            "part" => n.ToString("P1", CultureInfo.CurrentCulture),
            "evolution" => $"{(n > 0 ? "+" : "")}{n.ToString("P1", CultureInfo.CurrentCulture)}",
            "difference" => $"{(n > 0 ? "+" : "")}{n.ToString("N0", CultureInfo.CurrentCulture)}",
            _ => n.ToString("N0", CultureInfo.CurrentCulture),
        }
        : T($"Mot.{valeur.Mot ?? ValeurDeChiffre.Masque}");

    public static string Jour(DateOnly jour) => jour.EnMots("d MMMM yyyy", CultureInfo.CurrentCulture);
}
