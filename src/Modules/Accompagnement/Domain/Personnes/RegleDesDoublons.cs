using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>What agrees between two people.</summary>
internal enum CritereDeDoublon
{
    Nom,
    Prenom,
    Telephone,
    Courriel,
    AnneeDeNaissance,
}

/// <summary>What two people are compared by. Contacts are compared as they are: numbers and addresses made comparable, or their keyed hashes.</summary>
internal sealed record PersonneComparee(string? Prenom, string? Nom, int? AnneeDeNaissance, string? Telephone, string? Courriel);

/// <summary>
/// « C'est la même personne ? »: asked when at least two things agree, among a family name alike, the same first name, telephone, e-mail address and
/// year of birth. Names that sound alike (<see cref="CleSonore"/>), or written the other way round, agree too. A question, never an answer: only somebody who knows them joins two people.
/// </summary>
internal static class RegleDesDoublons
{
    /// <summary>Names are alike above this share of trigrams in common.</summary>
    public const double SeuilDuNom = 0.4;

    /// <summary>How many things agree at least.</summary>
    public const int CriteresMin = 2;

    public static bool Suspecte(PersonneComparee une, PersonneComparee autre) => Accords(une, autre).Count >= CriteresMin;

    /// <summary>What agrees. What isn't known agrees with nothing.</summary>
    public static IReadOnlyList<CritereDeDoublon> Accords(PersonneComparee une, PersonneComparee autre)
    {
        var accords = new List<CritereDeDoublon>();
        var (nom, prenom) = (MemeNom(une.Nom, autre.Nom), MemePrenom(une.Prenom, autre.Prenom));
        // The family name written first: both must agree that way round, or a first name that is also a family name would.
        var inverses = !(nom && prenom) && MemePrenom(une.Prenom, autre.Nom) && MemePrenom(une.Nom, autre.Prenom);
        if (nom || inverses)
        {
            accords.Add(CritereDeDoublon.Nom);
        }

        if (prenom || inverses)
        {
            accords.Add(CritereDeDoublon.Prenom);
        }

        if (une.Telephone is { Length: > 0 } telephone && telephone == autre.Telephone)
        {
            accords.Add(CritereDeDoublon.Telephone);
        }

        if (une.Courriel is { Length: > 0 } courriel && courriel == autre.Courriel)
        {
            accords.Add(CritereDeDoublon.Courriel);
        }

        if (une.AnneeDeNaissance is { } annee && annee == autre.AnneeDeNaissance)
        {
            accords.Add(CritereDeDoublon.AnneeDeNaissance);
        }

        return accords;
    }

    /// <summary>Without accents, case, signs and spaces: « Le Goff » and « LEGOFF » are one.</summary>
    public static string Cle(string? texte) => TexteRecherche.Normaliser(texte).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The share of trigrams in common, as PostgreSQL's pg_trgm counts them: two spaces before the word, one after.</summary>
    public static double Ressemblance(string une, string autre)
    {
        if (une.Length == 0 || autre.Length == 0)
        {
            return 0;
        }

        var (a, b) = (Trigrammes(une), Trigrammes(autre));
        var communs = a.Count(b.Contains);
        return communs / (double)(a.Count + b.Count - communs);
    }

    private static bool MemeNom(string? un, string? autre) => Cle(un) is { Length: > 0 } a && Cle(autre) is { Length: > 0 } b && (Ressemblance(a, b) > SeuilDuNom || MemeSon(un, autre));

    private static bool MemePrenom(string? un, string? autre) => Cle(un) is { Length: > 0 } a && Cle(autre) is { Length: > 0 } b && (a == b || MemeSon(un, autre));

    private static bool MemeSon(string? un, string? autre) => CleSonore.De(un).Egale(CleSonore.De(autre));

    private static HashSet<string> Trigrammes(string mot)
    {
        var entoure = $"  {mot} ";
        return [.. Enumerable.Range(0, entoure.Length - 2).Select(i => entoure.Substring(i, 3))];
    }
}
