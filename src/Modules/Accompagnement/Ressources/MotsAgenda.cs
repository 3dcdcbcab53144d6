using System.Globalization;
using System.Resources;
using FaireAvec.Accompagnement.Domain.Agenda;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of the médiateur's agenda. In French only: they are for those who work.</summary>
internal static class MotsAgenda
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsAgenda", typeof(MotsAgenda).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsAgenda.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);

    /// <summary>« 9 h – 9 h 45 », by the clock of the place.</summary>
    public static string Heures(DateTimeOffset debut, DateTimeOffset fin, string fuseau) => $"{Heure(debut, fuseau)}\u00a0– {Heure(fin, fuseau)}";

    public static string Heure(DateTimeOffset instant, string fuseau) => HeureSaisie.EnMots(TimeOnly.FromDateTime(HeuresLocales.Locale(fuseau, instant).DateTime));

    /// <summary>« tous les mardis », « un mardi sur deux », « mardi 1er décembre ».</summary>
    public static string Rythme(Disponibilite d) => d.UnSeulJour
        ? MotsActivites.Maj(MotsActivites.JourLong(d.Depuis))
        : T($"Rythme.{d.Semaines}", MotsActivites.JourDeSemaine(d.Depuis));
}
