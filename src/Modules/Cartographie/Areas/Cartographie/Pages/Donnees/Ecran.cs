using System.Globalization;
using System.Text;
using FaireAvec.Cartographie.Correspondances.Moteur;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme.Ecriture;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;

/// <summary>Small things that all these screens do the same way.</summary>
internal static class Ecran
{
    public const int ParPage = 50;

    /// <summary>« 25 novembre 2026, 21 h 05 », in Paris.</summary>
    public static string Instant(DateTimeOffset? instant) => instant is { } i ? Paris(i).DateTime.EnMots("d\u00a0MMMM yyyy, H'\u00a0h\u00a0'mm", CultureInfo.CurrentCulture) : MotsDonnees.T("Commun.Inconnu");

    /// <summary>« 25 nov. 2026, 21 h 05 », for a table.</summary>
    public static string InstantCourt(DateTimeOffset instant) => Paris(instant).DateTime.EnMots("d\u00a0MMM yyyy, H'\u00a0h\u00a0'mm", CultureInfo.CurrentCulture);

    /// <summary>« 25 novembre 2026 ».</summary>
    public static string Jour(DateTimeOffset? instant) => instant is { } i ? Jour(DateOnly.FromDateTime(Paris(i).DateTime)) : MotsDonnees.T("Commun.Inconnu");

    public static string Jour(DateOnly? jour) => jour?.EnMots("d\u00a0MMMM yyyy", CultureInfo.CurrentCulture) ?? MotsDonnees.T("Commun.Inconnu");

    /// <summary>The day in Paris.</summary>
    public static DateOnly JourDeParis(DateTimeOffset instant) => DateOnly.FromDateTime(Paris(instant).DateTime);

    /// <summary>The first instant of a day in Paris.</summary>
    public static DateTimeOffset DebutDuJour(DateOnly jour)
    {
        var minuit = jour.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(minuit, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris").GetUtcOffset(minuit)).ToUniversalTime();
    }

    public static string Nombre(int nombre) => nombre.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>« 87 % ».</summary>
    public static string PourCent(double part) => part.ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>« 40 m », « 1,2 km ».</summary>
    public static string Distance(double metres) => metres < 995
        ? $"{Math.Round(metres).ToString("N0", CultureInfo.CurrentCulture)}\u00a0m"
        : $"{(metres / 1000).ToString("N1", CultureInfo.CurrentCulture)}\u00a0km";

    /// <summary>A sentence that a rule wrote for machines too, with plain spaces: as a page shows it, its quotation marks keep what they hold.</summary>
    public static string Insecable(string phrase) => phrase.Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal).Replace(" :", "\u00a0:", StringComparison.Ordinal);

    /// <summary>A rule in words: « telephone.format » is « Téléphone : format » when nothing better is written.</summary>
    public static string Regle(string regle)
    {
        if (MotsDonnees.Ressources.GetString($"Regle.{regle}", CultureInfo.InvariantCulture) is { } mots)
        {
            return mots;
        }

        if (ReglesDeCorrespondance.Trouver(regle) is { } phrase)
        {
            return phrase;
        }

        var parties = regle.Split('.', 2);
        var debut = MotsDonnees.Ressources.GetString($"Regle.{parties[0]}", CultureInfo.InvariantCulture) ?? MotsDonnees.Champ(parties[0]);
        return parties.Length == 1 ? debut : $"{debut}\u00a0: {MotsDonnees.Champ(parties[1]).Replace('_', ' ').Replace('.', ' ')}";
    }

    /// <summary>Colour of the state of a record.</summary>
    public static VariantePastille VarianteDeFiche(string etat) => etat switch
    {
        EtatsDesFiches.Publie or EtatsDesFiches.Accord => VariantePastille.Ouvert,
        EtatsDesFiches.Depublie => VariantePastille.Ferme,
        _ => VariantePastille.Miel,
    };

    /// <summary>State of an import, in words.</summary>
    public static string Etat(ImportDeLieux import) => MotsDonnees.T(import.Interrompu ? "Statut.Interrompu" : $"Statut.{import.Statut}");

    /// <summary>The same for a program.</summary>
    public static string Code(ImportDeLieux import) => import.Interrompu ? nameof(ImportDeLieux.Interrompu) : import.Statut.ToString();

    public static VariantePastille Variante(ImportDeLieux import) => import.Interrompu ? VariantePastille.Ferme : Variante(import.Statut);

    private static VariantePastille Variante(StatutImport statut) => statut switch
    {
        StatutImport.Publie => VariantePastille.Ouvert,
        StatutImport.Retenu => VariantePastille.Miel,
        StatutImport.Echec => VariantePastille.Ferme,
        StatutImport.EnAttente or StatutImport.EnCours => VariantePastille.Prune,
        StatutImport.ABlanc or StatutImport.Annule or StatutImport.Inchange => VariantePastille.Neutre,
        _ => throw new ArgumentOutOfRangeException(nameof(statut)),
    };

    /// <summary>The sources as answers of a list, by name.</summary>
    public static IReadOnlyList<OptionDeChamp> Options(IEnumerable<Source> sources) =>
        [new("", MotsDonnees.T("Commun.Toutes")), .. sources.OrderBy(s => s.Nom, StringComparer.CurrentCulture).Select(s => new OptionDeChamp(s.Code, NomDe(s)))];

    /// <summary>A source that was met in a file has its code for a name: people know a better one.</summary>
    public static string NomDe(Source source) => source.Nom == source.Code ? NomsDesSources.De(source.Code) : source.Nom;

    /// <summary>What a service refuses is said beside the field of the form, or above the page when it has no field.</summary>
    public static void Dire(this ModelStateDictionary etat, IEnumerable<Erreur> erreurs, Func<string, string>? champ = null)
    {
        foreach (var erreur in erreurs)
        {
            etat.AddModelError(erreur.Champ is { } c ? champ?.Invoke(c) ?? c : "", erreur.Message);
        }
    }

    /// <summary>Reads why something is done, trimmed; null when nothing is written. A fault is said beside the field « Motif », and the answer is then false.</summary>
    /// <param name="etat">Receives the fault.</param>
    /// <param name="texte">As it was typed.</param>
    /// <param name="max">Longest one, in characters.</param>
    /// <param name="siVide">The sentence for a missing one; null when it may be missing.</param>
    /// <param name="motif">The reason.</param>
    public static bool LireMotif(this ModelStateDictionary etat, string? texte, int max, string? siVide, out string? motif)
    {
        motif = texte?.Trim() is { Length: > 0 } ecrit ? ecrit : null;
        var faute = motif is null ? siVide : motif.Length > max ? MotsDonnees.T("Doublons.Motif.Long", max) : null;
        if (faute is not null)
        {
            etat.AddModelError("Motif", faute);
        }

        return faute is null;
    }

    /// <summary>A table as a file: comma, quotes, formulas made harmless.</summary>
    public static FileContentResult Csv(string nom, IEnumerable<string> entete, IEnumerable<IEnumerable<string?>> lignes)
    {
        var texte = new StringBuilder();
        foreach (var ligne in lignes.Prepend(entete))
        {
            texte.AppendJoin(',', ligne.Select(EcritureCsv.Champ)).Append("\r\n");
        }

        // The mark of UTF-8 first: without it a French spreadsheet breaks the accents.
        return new FileContentResult([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(texte.ToString())], "text/csv; charset=utf-8") { FileDownloadName = nom };
    }

    private static DateTimeOffset Paris(DateTimeOffset instant) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, "Europe/Paris");
}
