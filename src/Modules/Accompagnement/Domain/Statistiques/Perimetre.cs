using System.Collections.Frozen;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>How wide a figure is.</summary>
internal enum NiveauDePerimetre
{
    /// <summary>One's own acts.</summary>
    Mediateur,

    /// <summary>The teams that one coordinates.</summary>
    Equipe,

    /// <summary>One place of one's organisation.</summary>
    Lieu,

    /// <summary>One's organisation.</summary>
    Structure,

    /// <summary>A département.</summary>
    Departement,

    /// <summary>Everything.</summary>
    Nation,
}

/// <summary>Whose acts may be counted, before any filter: it always holds, whatever the address asks for.</summary>
internal sealed record Perimetre
{
    public required NiveauDePerimetre Niveau { get; init; }
    public Guid? Auteur { get; init; }
    public IReadOnlyList<Guid> Equipes { get; init; } = [];
    public Guid? Organisation { get; init; }

    /// <summary>Every id of the place.</summary>
    public IReadOnlyCollection<string> Lieux { get; init; } = [];

    public string? Departement { get; init; }

    /// <summary>The filter, within these bounds.</summary>
    public FiltreDeFaits Borner(FiltreDeFaits filtre) => Niveau switch
    {
        NiveauDePerimetre.Mediateur => filtre with { Auteurs = Parmi(filtre.Auteurs, [Auteur!.Value]) },
        // Among one's teams, and not only those of the acts that carry another one too.
        NiveauDePerimetre.Equipe => filtre with { Equipes = Parmi(filtre.Equipes, Equipes) },
        NiveauDePerimetre.Lieu => filtre with { Lieux = Parmi(filtre.Lieux, Lieux), Organisations = Parmi(filtre.Organisations, [Organisation!.Value]) },
        NiveauDePerimetre.Structure => filtre with { Organisations = Parmi(filtre.Organisations, [Organisation!.Value]) },
        NiveauDePerimetre.Departement => filtre with { Departements = Parmi(filtre.Departements, [Departement!]) },
        _ => filtre,
    };

    /// <summary>Everybody who was ever in these bounds: who isn't among them before a day is new.</summary>
    public FiltreDeFaits Avant(DateOnly jour) => Borner(new FiltreDeFaits { Du = BlocDeFaits.Origine, Au = jour.AddDays(-1) });

    private static FrozenSet<T> Parmi<T>(FrozenSet<T>? voulus, IEnumerable<T> bornes) => bornes.Where(b => voulus is null || voulus.Contains(b)).ToFrozenSet();
}
