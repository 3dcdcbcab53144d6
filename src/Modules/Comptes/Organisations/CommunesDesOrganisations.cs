using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Comptes.Organisations;

/// <summary>Communes by the beginning of a word of their name: organisations are searched by their town too, and keep only its code.</summary>
internal sealed class CommunesDesOrganisations(ITerritoires territoires)
{
    /// <summary>Codes given at most: « saint » alone has thousands, and says nothing.</summary>
    private const int Max = 5000;

    /// <summary>The INSEE codes of the communes that have a word beginning so. The word is in its comparable form.</summary>
    public string[] Codes(string mot) => mot.Length < 2 ? [] : [.. territoires.CommunesAyantUnMot(mot, Max).Select(c => c.CodeInsee)];

    /// <summary>« Saint-Étienne (Loire) », or the code when it isn't known any more.</summary>
    public string? Nom(string? codeInsee) => codeInsee is null ? null : territoires.Commune(codeInsee)?.NomComplet ?? codeInsee;

    /// <summary>The commune that a form means: the code that was chosen, or a name that only one has.</summary>
    public Commune? Lire(string? code, string? saisi) => territoires.Saisie(code, saisi);
}
