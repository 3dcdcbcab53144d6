using System.Text.RegularExpressions;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>What a register must be before the product believes it.</summary>
internal static partial class RegistreValide
{
    private static readonly string[] Bases = ["6-1-a", "6-1-b", "6-1-c", "6-1-d", "6-1-e", "6-1-f"];

    /// <summary>The faults, in French; empty when the register holds.</summary>
    /// <param name="traitements">The register.</param>
    /// <param name="purges">The purges that exist.</param>
    public static IEnumerable<string> Defauts(IReadOnlyList<Traitement> traitements, IReadOnlyCollection<string> purges)
    {
        foreach (var double_ in traitements.GroupBy(t => t.Cle, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"« {double_.Key} » est écrit deux fois.";
        }

        foreach (var t in traitements)
        {
            foreach (var defaut in Defauts(t, purges))
            {
                yield return $"« {t.Cle} » : {defaut}";
            }
        }

        foreach (var purge in purges.Where(p => traitements.All(t => t.Purge != p)).Order(StringComparer.Ordinal))
        {
            yield return $"La purge « {purge} » n’applique la durée d’aucun traitement.";
        }
    }

    private static IEnumerable<string> Defauts(Traitement t, IReadOnlyCollection<string> purges)
    {
        if (!Cle().IsMatch(t.Cle))
        {
            yield return "la clé a des lettres minuscules et des tirets seulement.";
        }

        if (!Bases.Contains(t.Base, StringComparer.Ordinal))
        {
            yield return $"« {t.Base} » n’est pas une base de l’article 6.";
        }

        if (new[] { t.Nom, t.Finalite, t.Responsable, t.ExplicationDeLaBase, t.Personnes, t.Transferts, t.Conservation.Ensuite }.Any(string.IsNullOrWhiteSpace) || t.Donnees.Count == 0 || t.Destinataires.Count == 0 || t.Securite.Count == 0)
        {
            yield return "il manque une rubrique.";
        }

        if (t.Conservation.Duree is null ? string.IsNullOrWhiteSpace(t.Conservation.EnMots) : t.Conservation.Lue is null || string.IsNullOrWhiteSpace(t.Conservation.ACompterDe))
        {
            yield return "la durée de conservation ne se lit pas (« P12M », à compter de quoi ?).";
        }

        if ((t.Purge is null) == (t.SansPurge is null) || (t.SansPurge is { } raison && string.IsNullOrWhiteSpace(raison)))
        {
            yield return "il faut une purge, ou la raison écrite de n’en avoir pas.";
        }

        if (t.Purge is { } purge && (!purges.Contains(purge) || t.Conservation.Lue is null))
        {
            yield return $"la purge « {purge} » n’existe pas, ou n’a pas de durée à appliquer.";
        }
    }

    [GeneratedRegex("^[a-z][a-z-]{1,40}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cle();
}
