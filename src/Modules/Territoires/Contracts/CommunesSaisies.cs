using FaireAvec.Kernel.Texte;

namespace FaireAvec.Contracts.Territoires;

/// <summary>The commune that somebody means in a form: without script the text alone comes, with it the code of what was chosen comes too.</summary>
public static class CommunesSaisies
{
    private const int Regardees = 20;
    private const int SaisieMax = 100;

    /// <summary>The one that was chosen, when the text still says it; otherwise the one that the text says and no other. « Saint-Denis » alone is nobody's.</summary>
    /// <param name="territoires">The communes.</param>
    /// <param name="code">INSEE code that was chosen; null or empty without script.</param>
    /// <param name="saisi">What is written: a name, « Saint-Denis (Réunion) », a postal code that one commune has.</param>
    public static Commune? Saisie(this ITerritoires territoires, string? code, string? saisi)
    {
        var texte = saisi?.Trim() ?? "";
        if (!string.IsNullOrWhiteSpace(code) && territoires.Commune(code) is { } choisie && (texte.Length == 0 || texte == choisie.NomComplet || TexteRecherche.Normaliser(texte) == TexteRecherche.Normaliser(choisie.Nom)))
        {
            return choisie;
        }

        if (texte.Length is 0 or > SaisieMax)
        {
            return null;
        }

        var trouvees = territoires.ChercherCommunes(texte, Regardees);
        return trouvees.Where(t => t.Commune.NomComplet == texte).Select(t => t.Commune).FirstOrDefault()
            ?? (trouvees.Where(t => t.Correspondance <= Correspondance.NomEtDepartement).ToList() is [var seule] ? seule.Commune : null);
    }
}
