using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Compares all the source records, with what people have decided.</summary>
internal sealed class ComparaisonDesFiches
{
    public RapprochementFait Comparer(IReadOnlyList<Lieu> fiches, IReadOnlyList<DecisionHumaine> decisions)
    {
        var connues = fiches.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var parent = new Dictionary<string, string>(StringComparer.Ordinal);
        string Racine(string f) => parent.TryGetValue(f, out var p) && p != f ? parent[f] = Racine(p) : f;
        foreach (var d in decisions.Where(d => d.Verdict == VerdictHumain.Meme && connues.Contains(d.LieuA) && connues.Contains(d.LieuB)))
        {
            parent[Racine(d.LieuA)] = Racine(d.LieuB);
        }

        var groupes = decisions.SelectMany(d => new[] { d.LieuA, d.LieuB }).Distinct(StringComparer.Ordinal).Where(connues.Contains).GroupBy(Racine, StringComparer.Ordinal).Where(g => g.Count() > 1);
        return new RapprochementFait([.. groupes.Select(g => (IReadOnlyList<RapprochementFait.Membre>)[.. g.Select(f => new RapprochementFait.Membre(f, 1, ["Décidé par une personne."]))])], [], []);
    }
}
