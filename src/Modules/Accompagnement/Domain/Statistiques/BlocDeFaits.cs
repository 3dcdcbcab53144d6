using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>
/// Many facts, column by column: about forty bytes each, read by millions in a fraction of a second. The acts of one département in one month, those of one
/// médiateur, or what isn't derived yet. Never changed once made.
/// </summary>
internal sealed class BlocDeFaits
{
    /// <summary>Day 0 of <see cref="Jours"/>.</summary>
    public static readonly DateOnly Origine = new(1970, 1, 1);

    /// <summary>Numbers of a workshop's margins: those who had come, then genders, ages, statuses.</summary>
    public static readonly int TailleDesMarges = 1 + Listes.Genres.Termes.Count + Listes.Ages.Termes.Count + Listes.Statuts.Termes.Count;

    /// <summary>No place, no commune.</summary>
    public const string Aucun = "";

    public required int Nombre { get; init; }

    /// <summary>Days since <see cref="Origine"/>.</summary>
    public required ushort[] Jours { get; init; }

    /// <summary>First word of <see cref="Traits"/>.</summary>
    public required ulong[] Premiers { get; init; }

    /// <summary>Second word.</summary>
    public required ulong[] Seconds { get; init; }

    public required uint[] Themes { get; init; }
    public required ushort[] Auteurs { get; init; }
    public required ushort[] Organisations { get; init; }
    public required ushort[] Lieux { get; init; }
    public required ushort[] Communes { get; init; }
    public required ushort[] Departements { get; init; }
    public required ushort[] Residences { get; init; }
    public required ushort[] Etiquettes { get; init; }
    public required ushort[] Equipes { get; init; }

    /// <summary>Where the margins of a workshop begin in <see cref="Marges"/>; -1 without.</summary>
    public required int[] DebutsDesMarges { get; init; }

    public required ushort[] Marges { get; init; }

    /// <summary>Where the people of each fact begin in <see cref="Personnes"/>; one more at the end.</summary>
    public required int[] DebutsDesPersonnes { get; init; }

    public required int[] Personnes { get; init; }

    /// <summary>Who each of them is: <see cref="Traits.Public"/>.</summary>
    public required ushort[] Publics { get; init; }

    public required IReadOnlyList<Guid> LesAuteurs { get; init; }
    public required IReadOnlyList<Guid> LesOrganisations { get; init; }
    public required IReadOnlyList<string> LesLieux { get; init; }
    public required IReadOnlyList<string> LesCommunes { get; init; }
    public required IReadOnlyList<string> LesDepartements { get; init; }
    public required IReadOnlyList<string> LesResidences { get; init; }
    public required IReadOnlyList<IReadOnlyList<Guid>> LesEtiquettes { get; init; }
    public required IReadOnlyList<IReadOnlyList<Guid>> LesEquipes { get; init; }

    /// <summary>First and last of its days; the last one is before the first when there is none.</summary>
    public required (int Premier, int Dernier) Bornes { get; init; }

    /// <summary>Bytes in memory, about.</summary>
    public long Taille => 512 + (Nombre * (2L + 8 + 8 + 4 + (8 * 2) + 4 + 4)) + (Marges.Length * 2L) + (Personnes.Length * 6L)
        + (16L * (LesAuteurs.Count + LesOrganisations.Count)) + (40L * (LesLieux.Count + LesCommunes.Count + LesResidences.Count)) + (60L * (LesEtiquettes.Count + LesEquipes.Count));

    public static BlocDeFaits De(IEnumerable<Fait> faits)
    {
        var bloc = new ConstructeurDeBloc();
        foreach (var fait in faits)
        {
            bloc.Ajouter(fait);
        }

        return bloc.Finir();
    }

    internal static (int Premier, int Dernier) BornesDe(IReadOnlyCollection<ushort> jours) => jours.Count == 0 ? (1, 0) : (jours.Min(), jours.Max());

    public static ushort Jour(DateOnly jour) => (ushort)Math.Clamp(jour.DayNumber - Origine.DayNumber, 0, ushort.MaxValue);
}
