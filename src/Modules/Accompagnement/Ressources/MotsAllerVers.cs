using System.Globalization;
using System.Resources;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of what is done outside the place. In French only: they are for those who work.</summary>
internal static class MotsAllerVers
{
    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsAllerVers", typeof(MotsAllerVers).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsAllerVers.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [Nombre(nombre), .. valeurs]);

    public static string Nombre(int nombre) => nombre.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>« 1 234 », or that it isn't known yet.</summary>
    public static string Nombre(int? nombre) => nombre is { } n ? Nombre(n) : T("Pas.Su");

    /// <summary>« 25 % », or a dash out of nothing.</summary>
    public static string Taux(Part part) => part.Valeur is { } v ? v.ToString("P0", CultureInfo.CurrentCulture) : "–";

    /// <summary>« 25 % », or a dash out of nothing.</summary>
    public static string Taux(Proportion part) => part.Valeur is { } v ? v.ToString("P0", CultureInfo.CurrentCulture) : "–";

    /// <summary>« entre 20 % et 31 % »; null out of nothing.</summary>
    public static string? Entre(Proportion part) => part.Intervalle is var (bas, haut) ? T("Entonnoir.Entre", bas.ToString("P0", CultureInfo.CurrentCulture), haut.ToString("P0", CultureInfo.CurrentCulture)) : null;

    /// <summary>Where it was, in the médiateur's words, else the place of the map, else the commune.</summary>
    public static string Ou(ActionDAllerVers a, string? lieu, string? commune) => (a.LieuLibre ?? lieu, commune) switch
    {
        ({ } l, { } c) => $"{l}, {c}",
        ({ } l, null) => l,
        (null, { } c) => c,
        _ => T("Pas.Su"),
    };

    /// <summary>What made people stop.</summary>
    public static string Motif(string code, string? autre) => autre ?? ListesDAllerVers.Motifs.Libelle(code) ?? code;
}
