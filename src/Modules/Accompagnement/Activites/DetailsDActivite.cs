using System.Globalization;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Ressources;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>What an act of coordination and the counts of a workshop say, line by line, each under its French label: the same words on the page of the act and in its history.</summary>
internal static class DetailsDActivite
{
    /// <summary>The fields of this kind of coordination, in the order of its form; what isn't said gives no line.</summary>
    public static IReadOnlyList<(string Libelle, string Valeur)> DeLaCoordination(TypeDActivite type, Coordination? coordination)
    {
        if (coordination is not { } c)
        {
            return [];
        }

        (string Cle, string? Valeur)[] lignes = type switch
        {
            TypeDActivite.Animation =>
            [
                ("Coordination.TypeDAnimation", Listes.TypesDAnimation.Libelle(c.Nature)),
                ("Coordination.Thematiques", Libelles(Listes.ThematiquesDAnimation, c.Thematiques)),
                ("Coordination.Initiative", Listes.Initiatives.Libelle(c.Initiative)),
                ("Coordination.Mediateurs", Nombre(c.Mediateurs)),
                ("Coordination.Structures", Nombre(c.Structures)),
                ("Coordination.AutresActeurs", Nombre(c.AutresActeurs)),
            ],
            TypeDActivite.Evenement =>
            [
                ("Coordination.NomDEvenement", c.Nom),
                ("Coordination.TypeDEvenement", Listes.TypesDEvenement.Libelle(c.Nature)),
                ("Coordination.Organisateurs", Libelles(Listes.Organisateurs, c.Organisateurs)),
                ("Coordination.Echelon", Listes.Echelons.Libelle(c.Echelon)),
                ("Coordination.Participants", Nombre(c.Participants)),
            ],
            TypeDActivite.Partenariat =>
            [
                ("Coordination.NomDePartenariat", c.Nom),
                ("Coordination.Natures", Libelles(Listes.NaturesDePartenariat, c.Natures)),
                ("Coordination.Echelon", Listes.Echelons.Libelle(c.Echelon)),
                ("Coordination.Partenaires", c.Partenaires.Count == 0 ? null : string.Join(", ", c.Partenaires.Select(Partenaire))),
            ],
            _ => [],
        };
        return [.. lignes.Append((Cle: "Coordination.Precision", Valeur: c.Autre)).Where(l => l.Valeur is not null).Select(l => (MotsActivites.T(l.Cle), l.Valeur!))];
    }

    /// <summary>Each margin of those who came without a name, with how many of whom it isn't known; and those who had come before.</summary>
    /// <param name="effectifs">The counts; null or nobody gives no line.</param>
    /// <param name="suivies">True when people who are followed came too: the margins don't hold them, which is then said.</param>
    public static IReadOnlyList<(string Libelle, string Valeur)> DesEffectifs(Effectifs? effectifs, bool suivies)
    {
        if (effectifs is not { Total: > 0 } e)
        {
            return [];
        }

        (string Cle, string Valeur)[] lignes =
        [
            ("Ecrire.Genre", Marge(Listes.Genres, e.Genres)),
            ("Ecrire.Age", Marge(Listes.Ages, e.Ages)),
            ("Ecrire.Statut", Marge(Listes.Statuts, e.Statuts)),
        ];
        var marges = lignes.Select(l => (suivies ? MotsActivites.T("Activite.MargeSansNom", MotsActivites.T(l.Cle)) : MotsActivites.T(l.Cle), l.Valeur));
        return [.. e.DejaAccompagnes > 0 ? marges.Append((MotsActivites.T("Ecrire.DejaVenus"), Nombre(e.DejaAccompagnes)!)) : marges];
    }

    /// <summary>« Commune d’Exemple (Commune) ».</summary>
    public static string Partenaire(Partenaire p) => Listes.Organisateurs.Libelle(p.Type) is { } type ? $"{p.Nom} ({type})" : p.Nom;

    /// <summary>The labels of these codes, in the order of the list; null when there are none.</summary>
    public static string? Libelles(Nomenclature liste, IReadOnlyList<string> codes, string separateur = ", ") =>
        codes.Count == 0 ? null : string.Join(separateur, codes.Select(c => liste.Libelle(c) ?? c));

    /// <summary>« Féminin : 5, Non communiqué : 3 »: those that are nobody aren't said.</summary>
    private static string Marge(Nomenclature liste, IReadOnlyList<int> nombres) =>
        string.Join(", ", liste.Termes.Zip(nombres).Where(t => t.Second > 0).Select(t => $"{t.First.Libelle}\u00a0: {Nombre(t.Second)}"));

    private static string? Nombre(int? nombre) => nombre?.ToString("N0", CultureInfo.CurrentCulture);
}
