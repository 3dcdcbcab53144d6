using System.Globalization;
using System.Resources;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Comptes.Ressources;

/// <summary>The words about personal data. In French only, as the other pages of those who work.</summary>
internal static class MotsDonneesPersonnelles
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Comptes.Ressources.MotsDonneesPersonnelles", typeof(MotsDonneesPersonnelles).Assembly);

    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr");

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsDonneesPersonnelles.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(Francais, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) => T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", Francais), .. valeurs]);

    /// <summary>What the journal calls an action, in words.</summary>
    public static string Action(string action) => Ressources.GetString($"Action.{action}", CultureInfo.InvariantCulture) ?? action;

    /// <summary>What the log of mail calls a kind of message, in words.</summary>
    public static string Courriel(string categorie) => Ressources.GetString($"Courriel.Sorte.{categorie}", CultureInfo.InvariantCulture) ?? T("Courriel.Sorte.autre");

    /// <summary>A first step, in the words of the list.</summary>
    public static string PremierPas(string pas) => pas == Domain.PremierPasFait.Masquer ? T("Vie.ListeCachee") : MotsMembres.T($"PremiersPas.{pas}");

    /// <summary>« 26 novembre 2026 ».</summary>
    public static string Jour(DateOnly jour) => Affichage.Jour(jour);

    /// <summary>The day in Paris.</summary>
    public static string Jour(DateTimeOffset instant) => Jour(JourDeParis.De(instant));

    /// <summary>« 10 h 05 », in Paris.</summary>
    public static string Heure(DateTimeOffset instant) => JourDeParis.Heure(instant).ToString("H' h 'mm", Francais);

    /// <summary>« 26 novembre 2026 à 10 h 05 », in Paris.</summary>
    public static string Instant(DateTimeOffset instant) => $"{Jour(instant)} à {Heure(instant)}";

    /// <summary>A value as a person reads it; null when it isn't known.</summary>
    public static string? Valeur(object? valeur) => valeur switch
    {
        null => null,
        bool vrai => T(vrai ? "Commun.Oui" : "Commun.Non"),
        DateTimeOffset instant => Instant(instant),
        DateOnly jour => Jour(jour),
        IFormattable nombre => nombre.ToString(null, Francais),
        _ => valeur.ToString(),
    };
}
