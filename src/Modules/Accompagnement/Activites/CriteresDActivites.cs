using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>What a médiateur looks for among their acts. The list, its count and its file use the same.</summary>
internal sealed record CriteresDActivites
{
    /// <summary>See <see cref="MotsCherches"/>.</summary>
    public string? Texte { get; init; }
    public string? Type { get; init; }
    public string? Thematique { get; init; }

    /// <summary>A place, by every id that leads to it.</summary>
    public IReadOnlyCollection<string>? Lieux { get; init; }

    /// <summary>A label, with those that were joined to it; empty for one that isn't known: nothing has it.</summary>
    public Guid[]? Etiquettes { get; init; }

    public DateOnly? Du { get; init; }
    public DateOnly? Au { get; init; }

    /// <summary>Those that were removed, instead of the others.</summary>
    public bool Supprimees { get; init; }

    public bool Filtree => !string.IsNullOrWhiteSpace(Texte) || Type is not null || Thematique is not null || Lieux is not null || Etiquettes is not null || Du is not null || Au is not null || Supprimees;

    /// <summary>The acts of this author that answer.</summary>
    public IQueryable<Activite> Appliquer(FaireAvecDb db, Guid auteur)
    {
        var activites = db.Set<Activite>().AsNoTracking().Where(a => a.Auteur == auteur);
        activites = Supprimees ? activites.Where(a => a.SupprimeeLe != null) : activites.Where(a => a.SupprimeeLe == null);
        if (TypesDActivite.Lire(Type) is { } type)
        {
            activites = activites.Where(a => a.Type == type.Type);
        }

        if (Thematiques.Contient(Thematique))
        {
            activites = activites.Where(a => a.Thematiques.Contains(Thematique!));
        }

        if (Lieux is { } lieux)
        {
            activites = activites.Where(a => lieux.Contains(a.Lieu!));
        }

        if (Etiquettes is { } etiquettes)
        {
            activites = activites.Where(a => a.Etiquettes.Any(e => etiquettes.Contains(e)));
        }

        if (Du is { } du)
        {
            activites = activites.Where(a => a.Jour >= du);
        }

        if (Au is { } au)
        {
            activites = activites.Where(a => a.Jour <= au);
        }

        if (new MotsCherches(Texte) is { Vides: false } mots)
        {
            var trouves = mots.Actes(db, auteur);
            activites = activites.Where(a => trouves.Contains(a.Id));
        }

        return activites;
    }
}
