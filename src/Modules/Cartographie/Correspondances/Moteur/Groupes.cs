using FaireAvec.Cartographie.Correspondances.Expressions;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>The drafts of a file whose rows are grouped: kept until the last row, in the order of their first one.</summary>
internal sealed class Groupes(GroupementDecrit groupement)
{
    private readonly List<Brouillon> _tous = [];
    private readonly Dictionary<string, Brouillon> _parCle = new(StringComparer.Ordinal);

    public IReadOnlyList<Brouillon> Tous => _tous;

    public void Ajouter(Brouillon brouillon)
    {
        if (brouillon.Groupe is not { } cle)
        {
            _tous.Add(brouillon);
        }
        else if (_parCle.TryGetValue(TexteCompare.Plier(cle), out var premier))
        {
            premier.Fondre(brouillon, groupement.Fusions);
        }
        else
        {
            _parCle.Add(TexteCompare.Plier(cle), brouillon);
            _tous.Add(brouillon);
        }
    }
}
