using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// The commune in which a place is searched. Sources give Paris, Lyon and Marseille for all the places of the town; its postal code then tells the arrondissement
/// (75013 is 75113; 75016 and 75116 are both 75116), so that one can search there.
/// </summary>
internal sealed class CommuneDuLieu(ITerritoires territoires)
{
    private readonly Dictionary<(string Insee, string CodePostal), string?> _connus = [];

    /// <summary>The INSEE code of the arrondissement when the place is in a town that has some and its postal code is that of one; its own code otherwise.</summary>
    public string? Code(Lieu lieu)
    {
        if (lieu.CodeInsee is not { } insee)
        {
            return null;
        }

        // Few towns and codes for many places.
        if (!_connus.TryGetValue((insee, lieu.CodePostal), out var code))
        {
            _connus[(insee, lieu.CodePostal)] = code = territoires.CommunesDuCodePostal(lieu.CodePostal).Where(c => c.CommuneMere == insee).ToList() is [var seul] ? seul.CodeInsee : insee;
        }

        return code;
    }
}
