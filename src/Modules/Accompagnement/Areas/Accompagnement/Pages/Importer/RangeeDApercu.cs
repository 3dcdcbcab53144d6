using System.Globalization;
using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Ressources;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>One act of a file, as a line on the screen.</summary>
/// <param name="Rang">Its rank in the import; null for one that isn't in the file.</param>
/// <param name="Lignes">« 12 », « lignes 12 à 19 ».</param>
/// <param name="Jour">Its day.</param>
/// <param name="Quoi">What it is, in a few words.</param>
/// <param name="Phrases">What there is to know of it.</param>
/// <param name="Acte">The act here.</param>
/// <param name="Cochee">True when its box is ticked; null without a box.</param>
internal sealed record RangeeDApercu(int? Rang, string Lignes, DateOnly? Jour, string Quoi, IReadOnlyList<string> Phrases, Guid? Acte, bool? Cochee)
{
    public static RangeeDApercu De(LigneDImport l, Activite? ici, ImportDActivites import) => new(
        l.Rang,
        EnLignes(l.Numeros),
        l.Jour,
        string.Join(", ", new[] { TypesDActivite.Lire(l.Type)?.Libelle, l.Minutes > 0 ? PageDActivite.EnHeures(l.Minutes) : null, l.Personnes > 1 ? MotsImports.N("Mot.Personnes", l.Personnes) : null }.OfType<string>()),
        [.. EnPhrases(l, ici)],
        l.Sort is SortDeLigne.Nouveau && l.Fait != FaitDeLigne.Ecrit ? null : ici is { SupprimeeLe: null } ? ici.Id : null,
        l.Choisie(import.Reglages));

    /// <summary>A fault in words.</summary>
    public static string Dire(DefautDeLigne d) => d switch
    {
        { Colonne: "" } => d.Phrase,
        { Valeur: null } => MotsImports.T("Defaut.SansValeur", d.Colonne, d.Phrase),
        _ => MotsImports.T("Defaut", d.Colonne, d.Valeur, d.Phrase),
    };

    public static string EnLignes(long[] numeros) => numeros.Length switch
    {
        0 => "",
        1 => numeros[0].ToString(CultureInfo.CurrentCulture),
        _ => MotsImports.T("Table.Lignes", numeros.Min(), numeros.Max()),
    };

    private static IEnumerable<string> EnPhrases(LigneDImport l, Activite? ici)
    {
        if (l.Fait is { } fait and not FaitDeLigne.Refuse)
        {
            yield return MotsImports.T($"Fait.{fait}");
        }
        else if (l.Sort is SortDeLigne.Double)
        {
            yield return MotsImports.T("Double.Memes");
        }
        else if (l.Sort is SortDeLigne.Nouveau && l.Fait is null && l.Defauts.Count == 0)
        {
            yield return MotsImports.T("Nouveau.Texte");
        }

        if (l.Sort is SortDeLigne.Deja)
        {
            yield return MotsImports.T("Deja.Texte");
        }

        if (l.Sort is SortDeLigne.SupprimeIci)
        {
            yield return MotsImports.T("SupprimeIci.Texte");
        }

        if (l.Sort is SortDeLigne.Corrige or SortDeLigne.Conflit && l.Fait is null && ici is not null && l.Saisie is { } laBas)
        {
            foreach (var difference in Differences(l, ici, laBas))
            {
                yield return difference;
            }
        }

        foreach (var defaut in l.Defauts)
        {
            yield return Dire(defaut);
        }
    }

    private static IEnumerable<string> Differences(LigneDImport l, Activite ici, SaisieDActivite laBas)
    {
        var rien = true;
        if (laBas.Date is { } jour && jour != ici.Jour)
        {
            rien = false;
            yield return MotsImports.T("Diff.Date", MotsActivites.Jour(ici.Jour), MotsActivites.Jour(jour));
        }

        if (laBas.DureeMinutes is { } duree && duree != ici.Duree)
        {
            rien = false;
            yield return MotsImports.T("Diff.Duree", PageDActivite.EnHeures(ici.Duree), PageDActivite.EnHeures(duree));
        }

        if (l.Personnes != ici.Accompagnements)
        {
            rien = false;
            yield return MotsImports.T("Diff.Personnes", ici.Accompagnements, l.Personnes);
        }

        if (TypesDActivite.Lire(laBas.Type) is { } type && type.Type != ici.Type && !(ici.Type == TypeDActivite.Demarche && type.Type == TypeDActivite.Individuel))
        {
            rien = false;
            yield return MotsImports.T("Diff.Type", ici.Type.Regle().Libelle, type.Libelle);
        }

        if (!laBas.Thematiques.ToHashSet(StringComparer.Ordinal).SetEquals(ici.Thematiques))
        {
            rien = false;
            yield return MotsImports.T("Diff.Thematiques", Themes(ici.Thematiques), Themes(laBas.Thematiques));
        }

        if (rien)
        {
            yield return MotsImports.T("Diff.Autre");
        }
    }

    private static string Themes(IReadOnlyList<string> codes) => codes.Count == 0 ? MotsImports.T("Diff.Rien") : string.Join(", ", codes.Select(c => Thematiques.Libelle(c) ?? c));
}
