using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Horaires.Mots;

/// <summary>Tells whether a comment speaks of appointments.</summary>
internal static class RendezVous
{
    /// <summary>True for « sur rendez-vous », « sur RDV », « on appointment » and the like. False for null and for « sans rendez-vous ».</summary>
    public static bool EstDans(string? commentaire)
    {
        if (commentaire is null)
        {
            return false;
        }

        var texte = TexteRecherche.Normaliser(commentaire);
        var parle = texte.Contains("rendez vous", StringComparison.Ordinal)
            || texte.Contains("rdv", StringComparison.Ordinal)
            || texte.Contains("appointment", StringComparison.Ordinal);
        return parle && !texte.Contains("sans r", StringComparison.Ordinal) && !texte.Contains("without appointment", StringComparison.Ordinal);
    }
}
