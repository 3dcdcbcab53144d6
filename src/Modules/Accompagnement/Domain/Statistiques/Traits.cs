using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>
/// The small fields of a fact, in two words. A code is its place in its list plus one; 0 says « not known ». Codes keep their places for ever
/// (<see cref="Nomenclature"/>): a list may only grow at its end, except the last of the publics, which says « not known » itself.
/// </summary>
internal static class Traits
{
    public static readonly Champ Type = new(0, 3);
    public static readonly Champ TypeDeLieu = Type.Puis(3);
    public static readonly Champ Origine = TypeDeLieu.Puis(3);
    public static readonly Champ SurRendezVous = Origine.Puis(1);
    public static readonly Champ Conseiller = SurRendezVous.Puis(1);
    public static readonly Champ Orientee = Conseiller.Puis(2);
    public static readonly Champ Redirection = Orientee.Puis(4);
    public static readonly Champ Autonomie = Redirection.Puis(3);
    public static readonly Champ Niveau = Autonomie.Puis(3);
    public static readonly Champ Situation = Niveau.Puis(3);
    public static readonly Champ Motif = Situation.Puis(4);
    public static readonly Champ Materiels = Motif.Puis(8);
    public static readonly Champ Genre = Materiels.Puis(3);
    public static readonly Champ Age = Genre.Puis(4);
    public static readonly Champ Statut = Age.Puis(4);
    public static readonly Champ Deja = Statut.Puis(2);

    // The second word.
    public static readonly Champ Duree = new(0, 11);
    public static readonly Champ SansNom = Duree.Puis(12);
    public static readonly Champ Suivies = SansNom.Puis(12);
    public static readonly Champ PostureConnue = Suivies.Puis(1);
    public static readonly Champ ALaPlace = PostureConnue.Puis(7);
    public static readonly Champ Avec = ALaPlace.Puis(7);

    public static ulong Premiers(Fait f) =>
        Type.Poser((int)f.Type) | TypeDeLieu.Poser(Code(Listes.TypesDeLieu, f.TypeDeLieu)) | Origine.Poser((int)f.Origine)
        | SurRendezVous.Poser(f.SurRendezVous ? 1 : 0) | Conseiller.Poser(f.ConseillerNumerique ? 1 : 0) | Orientee.Poser(OuiNon(f.Orientee))
        | Redirection.Poser(Code(Listes.StructuresDeRedirection, f.StructureDeRedirection)) | Autonomie.Poser(Code(Listes.Autonomies, f.Autonomie))
        | Niveau.Poser(Code(Listes.NiveauxDAtelier, f.Niveau)) | Situation.Poser(Code(Listes.Situations, f.Situation)) | Motif.Poser(Code(Listes.MotifsALaPlace, f.MotifALaPlace))
        | Materiels.Poser(Ensemble(Listes.Materiels, f.Materiels)) | Genre.Poser(Code(Listes.Genres, f.Genre)) | Age.Poser(Code(Listes.Ages, f.Age))
        | Statut.Poser(Code(Listes.Statuts, f.Statut)) | Deja.Poser(OuiNon(f.DejaAccompagnee));

    public static ulong Seconds(Fait f) =>
        Duree.Poser(f.Duree) | SansNom.Poser(f.SansNom) | Suivies.Poser(f.Suivies)
        | (f is { PartALaPlace: { } p, PartAvec: { } a } ? PostureConnue.Poser(1) | ALaPlace.Poser(p) | Avec.Poser(a) : 0);

    /// <summary>The themes, one bit each, in the order of <see cref="Thematiques.Codes"/>.</summary>
    public static uint Themes(IEnumerable<string> codes)
    {
        var themes = 0u;
        foreach (var code in codes)
        {
            // A theme that a file of another tool invented isn't counted as one of ours.
            if (Thematiques.Codes.IndexOf(code) is >= 0 and var rang)
            {
                themes |= 1u << rang;
            }
        }

        return themes;
    }

    /// <summary>Who somebody is, in nine bits.</summary>
    public static ushort Public(PersonneDuFait p) => (ushort)(Code(Listes.Genres, p.Genre) | (Code(Listes.Ages, p.Age) << 2) | (Code(Listes.Statuts, p.Statut) << 6));

    /// <summary>Place in the list plus one; 0 when it isn't known.</summary>
    public static int Code(Nomenclature liste, string? code) => code is null ? 0 : liste.Rang(code) + 1;

    private static int OuiNon(bool? valeur) => valeur switch { null => 0, false => 1, true => 2 };

    private static int Ensemble(Nomenclature liste, IEnumerable<string> codes) => codes.Select(liste.Rang).Where(r => r >= 0).Aggregate(0, (e, r) => e | (1 << r));
}
