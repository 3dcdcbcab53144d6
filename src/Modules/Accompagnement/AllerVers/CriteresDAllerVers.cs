using FaireAvec.Accompagnement.Domain.AllerVers;

namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>What a médiateur looks for among what they did outside the place. The list, its count, its funnel and its file use the same.</summary>
internal sealed record CriteresDAllerVers
{
    public string? Motif { get; init; }
    public Guid? Partenaire { get; init; }
    public Guid? Configuration { get; init; }
    public DateOnly? Du { get; init; }
    public DateOnly? Au { get; init; }

    /// <summary>Those whose partner is still to be called back.</summary>
    public bool Rappels { get; init; }

    /// <summary>Those that were removed, instead of the others.</summary>
    public bool Supprimees { get; init; }

    public bool Filtree => Motif is not null || Partenaire is not null || Configuration is not null || Du is not null || Au is not null || Rappels || Supprimees;

    public IQueryable<ActionDAllerVers> Appliquer(IQueryable<ActionDAllerVers> actions)
    {
        actions = Supprimees ? actions.Where(a => a.SupprimeeLe != null) : actions.Where(a => a.SupprimeeLe == null);
        if (ListesDAllerVers.Motifs.Contient(Motif))
        {
            actions = actions.Where(a => a.Motif == Motif);
        }

        if (Partenaire is { } partenaire)
        {
            actions = actions.Where(a => a.Partenaire == partenaire);
        }

        if (Configuration is { } configuration)
        {
            actions = actions.Where(a => a.Configuration == configuration);
        }

        if (Du is { } du)
        {
            actions = actions.Where(a => a.Jour >= du);
        }

        if (Au is { } au)
        {
            actions = actions.Where(a => a.Jour <= au);
        }

        return Rappels ? actions.Where(a => a.RappelLe != null && a.RappeleLe == null) : actions;
    }
}
