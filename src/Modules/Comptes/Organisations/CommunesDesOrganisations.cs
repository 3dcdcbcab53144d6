using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Comptes.Organisations;

/// <summary>Communes by the beginning of a word of their name: organisations are searched by their town too, and keep only its code. Made once for a version of the data.</summary>
internal sealed class CommunesDesOrganisations(ITerritoires territoires)
{
    /// <summary>Codes given at most: « saint » alone has thousands, and says nothing.</summary>
    private const int Max = 5000;

    private (string Version, (string Nom, string Code)[] Noms)? _noms;

    /// <summary>The INSEE codes of the communes that have a word beginning so. The word is in its comparable form.</summary>
    public string[] Codes(string mot)
    {
        if (mot.Length < 2)
        {
            return [];
        }

        var noms = _noms;
        if (noms?.Version != territoires.Version)
        {
            _noms = noms = (territoires.Version, [.. territoires.Communes.Select(c => ($" {TexteRecherche.Normaliser(c.Nom)}", c.CodeInsee))]);
        }

        var cherche = $" {mot}";
        return [.. noms.Value.Noms.Where(n => n.Nom.Contains(cherche, StringComparison.Ordinal)).Take(Max).Select(n => n.Code)];
    }

    /// <summary>« Saint-Étienne (Loire) », or the code when it isn't known any more.</summary>
    public string? Nom(string? codeInsee) => codeInsee is null ? null : territoires.Commune(codeInsee)?.NomComplet ?? codeInsee;

    /// <summary>The commune that a form means: the code that was chosen, or a name that only one has.</summary>
    public Commune? Lire(string? code, string? saisi) => territoires.Saisie(code, saisi);
}
