using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Ressources;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>What goes with somebody who is sent on, in words: the same lines before the yes, for who sends and for who receives.</summary>
internal static class CeQuiPart
{
    public static IReadOnlyList<(string Quoi, string Valeur)> De(Orientation o) => De(o.Langue, o.Interprete, o.Amenagements, o.Disponibilites, o.Precision);

    public static IReadOnlyList<(string Quoi, string Valeur)> De(string? langue, bool interprete, IReadOnlyCollection<string> amenagements, IReadOnlyCollection<string> disponibilites, string? precision)
    {
        var lignes = new List<(string, string)>();
        if (!string.IsNullOrEmpty(langue) || interprete)
        {
            lignes.Add((MotsOrientation.T("Part.Langue"), string.Join(", ", new[] { string.IsNullOrEmpty(langue) ? null : Mot("Langue", langue), interprete ? MotsOrientation.T("Interprete") : null }.OfType<string>())));
        }

        if (amenagements.Count > 0)
        {
            lignes.Add((MotsOrientation.T("Part.Amenagements"), string.Join(", ", amenagements.Select(a => Mot("Amenagement", a)))));
        }

        if (disponibilites.Count > 0)
        {
            lignes.Add((MotsOrientation.T("Part.Disponibilites"), string.Join(", ", disponibilites.Select(d => Mot("Disponibilite", d)))));
        }

        if (precision is not null)
        {
            lignes.Add((MotsOrientation.T("Part.Precision"), precision));
        }

        return lignes;
    }

    // A code that isn't ours is shown as it came: it is refused at the sending.
    private static string Mot(string liste, string code) => MotsOrientation.Peut($"{liste}.{code}") ?? code;
}
