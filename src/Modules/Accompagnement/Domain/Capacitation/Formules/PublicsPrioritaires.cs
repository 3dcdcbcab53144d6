using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>How many of the people reached gave this answer.</summary>
/// <param name="Liste"><see cref="PublicsPrioritaires.Age"/> or <see cref="PublicsPrioritaires.Statut"/>: the two are never crossed.</param>
/// <param name="Code">Code of that list.</param>
internal readonly record struct CompteDePublic(string Liste, string Code, int Nombre);

/// <summary>A public that a territory may want to reach first: some answers of one list.</summary>
internal sealed record PublicPrioritaire(string Code, string Liste, IReadOnlyList<string> Reponses)
{
    /// <summary>Those of this public among the people whose answer is known; and of how many it isn't.</summary>
    public (Proportion Touches, int NonSus) Parmi(IEnumerable<CompteDePublic> comptes)
    {
        var (oui, connus, nonSus) = (0, 0, 0);
        foreach (var c in comptes.Where(c => c.Liste == Liste))
        {
            if (c.Code == Listes.NonCommunique)
            {
                nonSus += c.Nombre;
                continue;
            }

            connus += c.Nombre;
            oui += Reponses.Contains(c.Code, StringComparer.Ordinal) ? c.Nombre : 0;
        }

        return (new(oui, connus), nonSus);
    }

    /// <summary>
    /// True when the figures of this public may leave the team: one inside another (70 years old and more, 60 and more) would give the difference. Of the
    /// answers that are hidden in the list itself it has none, or all of them: their sum is what is missing from the total.
    /// </summary>
    public bool Montrable(IReadOnlyCollection<CompteDePublic> comptes)
    {
        var reponses = comptes.Where(c => c.Liste == Liste && c.Code != Listes.NonCommunique).GroupBy(c => c.Code, StringComparer.Ordinal).Select(g => (Code: g.Key, Nombre: g.Sum(c => c.Nombre))).ToList();
        var masquee = ListeMasquee.De(reponses.ConvertAll(r => r.Nombre));
        var cachees = reponses.Where((_, i) => masquee.Valeurs[i] is null).Select(r => r.Code).ToList();
        var dedans = cachees.Count(c => Reponses.Contains(c, StringComparer.Ordinal));
        return masquee.Total is not null && (dedans == 0 || dedans == cachees.Count);
    }
}

/// <summary>The closed list: what acts already say. Nothing more is asked of people for it.</summary>
internal static class PublicsPrioritaires
{
    public const string Age = "age";
    public const string Statut = "statut";

    public static IReadOnlyList<PublicPrioritaire> Tous { get; } =
    [
        new("moins_de_18", Age, ["moins_de_12", "12_17"]),
        new("18_24", Age, ["18_24"]),
        new("60_et_plus", Age, ["60_69", "70_et_plus"]),
        new("70_et_plus", Age, ["70_et_plus"]),
        new("sans_emploi", Statut, ["sans_emploi"]),
        new("retraite", Statut, ["retraite"]),
    ];

    public static PublicPrioritaire? Lire(string? code) => Tous.FirstOrDefault(p => p.Code == code);
}
