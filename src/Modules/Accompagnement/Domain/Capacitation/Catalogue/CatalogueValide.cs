using System.Text.RegularExpressions;
using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>What a list of savoir-faire must be before the product counts with it.</summary>
internal static partial class CatalogueValide
{
    private const int LibelleMax = 80;

    /// <summary>The faults, in French; empty when the list holds.</summary>
    public static IEnumerable<string> Defauts(IReadOnlyList<SavoirFaire> liste)
    {
        foreach (var champ in (Func<SavoirFaire, string>[])[s => s.Code, s => s.Libelle, s => s.LibelleEn])
        {
            foreach (var deux in liste.GroupBy(champ, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            {
                yield return $"« {deux.Key} » est écrit deux fois.";
            }
        }

        foreach (var s in liste)
        {
            foreach (var defaut in Defauts(s))
            {
                yield return $"« {s.Code} » : {defaut}";
            }
        }

        foreach (var domaine in DomainesDuNumerique.Tous.Codes.Where(d => liste.All(s => s.Domaine != d)))
        {
            yield return $"Le domaine « {domaine} » est vide.";
        }

        foreach (var code in CadresDeCompetences.Digcomp.Where(d => liste.All(s => !s.Digcomp.Contains(d))))
        {
            yield return $"Aucun savoir-faire ne correspond à DigComp {code}.";
        }

        foreach (var code in CadresDeCompetences.Seize.Codes.Where(c => liste.All(s => !s.Competences.Contains(c))))
        {
            yield return $"Aucun savoir-faire ne correspond à la compétence {code}.";
        }
    }

    private static IEnumerable<string> Defauts(SavoirFaire s)
    {
        if (!Code().IsMatch(s.Code))
        {
            yield return "le code est une lettre et deux chiffres.";
        }

        if (!DomainesDuNumerique.Tous.Contient(s.Domaine))
        {
            yield return $"le domaine « {s.Domaine} » n’existe pas.";
        }

        if (new[] { s.Libelle, s.LibelleEn }.Any(l => string.IsNullOrWhiteSpace(l) || l.Length > LibelleMax || l.EndsWith('.')))
        {
            yield return "le libellé a de 1 à 80 caractères, sans point final.";
        }

        if (s.Poids is < 1 or > 2)
        {
            yield return "le poids est 1 ou 2.";
        }

        if (s.Digcomp.Count == 0 || s.Digcomp.Any(d => !CadresDeCompetences.Digcomp.Contains(d)))
        {
            yield return "il faut au moins une compétence de DigComp, qui existe.";
        }

        if (s.Competences.Count == 0 || s.Competences.Any(c => !s.Digcomp.SelectMany(CadresDeCompetences.DeDigcomp).Contains(c, StringComparer.Ordinal)))
        {
            yield return "chaque compétence répond à l’une de celles de DigComp.";
        }

        if (s.Scenarios.Any(c => !Scenario().IsMatch(c)))
        {
            yield return "un scénario s’écrit « S01 » à « S16 ».";
        }
    }

    [GeneratedRegex("^[A-Z][0-9]{2}$", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^S(0[1-9]|1[0-6])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scenario();
}
