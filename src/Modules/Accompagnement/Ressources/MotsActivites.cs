using System.Globalization;
using System.Resources;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of the pages about acts. In French only: they are for those who work.</summary>
internal static class MotsActivites
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsActivites", typeof(MotsActivites).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsActivites.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);

    /// <summary>« E-mail », « Atelier : Ma boîte à courriels », « Déclaration de ressources »: what an act was, in a few words.</summary>
    public static string Resume(Activite a) => a.Titre ?? a.Demarche ?? a.Coordination?.Nom ?? Thematiques.Libelle(a.Thematiques.FirstOrDefault()) ?? a.Type.Regle().Libelle;

    /// <summary>The same of a form that isn't finished.</summary>
    public static string ResumeDuBrouillon(FormulaireDActivite f) =>
        Dit(f.Titre) ?? Dit(f.Demarche) ?? Dit(f.Nom) ?? Thematiques.Libelle(f.Thematiques.FirstOrDefault()) ?? (TypesDActivite.Lire(f.Type) ?? TypesDActivite.Tous[0]).Libelle;

    /// <summary>« une personne suivie », « 8 personnes sans nom ».</summary>
    public static string Personnes(Activite a) => string.Join(", ", new[]
    {
        a.Suivies switch { 0 => null, 1 => T("Activite.UneSuivie"), var n => T("Activite.Suivies", n.ToString("N0", CultureInfo.CurrentCulture)) },
        a.SansNom switch { 0 => null, 1 => T("Activite.PersonneSansNom"), var n => T("Activite.SansNoms", n.ToString("N0", CultureInfo.CurrentCulture)) },
    }.Where(p => p is not null));

    /// <summary>« Surtout avec », or the three shares when they are others; empty without them.</summary>
    public static string Posture(Activite a) => a.Posture is not { } p ? "" : PosturesToutesPretes.Lire(PosturesToutesPretes.Code(p))?.Libelle ?? T("Ecrire.Posture.Parts", p.ALaPlace, p.Avec, p.Faire);

    /// <summary>« 25 novembre 2026 », « 1er novembre 2026 ».</summary>
    public static string Jour(DateOnly jour) => jour.ToString(jour.Day == 1 ? "d'er' MMMM yyyy" : "d MMMM yyyy", Francais);

    /// <summary>« mer. 25 nov. 2026 ».</summary>
    public static string JourCourt(DateOnly jour) => jour.ToString("ddd d MMM yyyy", Francais);

    /// <summary>« mercredi 25 novembre ».</summary>
    public static string JourLong(DateOnly jour) => jour.ToString(jour.Day == 1 ? "dddd d'er' MMMM" : "dddd d MMMM", Francais);

    /// <summary>« mercredi ».</summary>
    public static string JourDeSemaine(DateOnly jour) => jour.ToString("dddd", Francais);

    /// <summary>« 25 nov. 2026, 21 h 05 », in Paris.</summary>
    public static string Instant(DateTimeOffset instant) => JourDeParis.Heure(instant).ToString("d\u00a0MMM yyyy, H'\u00a0h\u00a0'mm", Francais);

    /// <summary>With a capital.</summary>
    public static string Maj(string texte) => texte.Length == 0 ? texte : char.ToUpper(texte[0], Francais) + texte[1..];

    private static string? Dit(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Length > 60 ? $"{texte[..60]}…" : texte;
}
