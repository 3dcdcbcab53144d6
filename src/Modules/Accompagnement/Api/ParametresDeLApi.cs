using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Accompagnement.Api;

/// <summary>An unknown parameter is a mistake, so that a slip isn't taken for « everything »; each one is given once.</summary>
internal static class ParametresDeLApi
{
    private const int NomMax = 60;

    /// <summary>The first fault, or null.</summary>
    public static Erreur? Verifier(IQueryCollection requete, IReadOnlyList<string> acceptes)
    {
        foreach (var (nom, valeurs) in requete)
        {
            if (!acceptes.Contains(nom, StringComparer.Ordinal) && !AdresseMesuree.Ignores.Contains(nom))
            {
                return ErreursDeLApi.Inconnu(nom.Length > NomMax ? nom[..NomMax] + "…" : nom, acceptes);
            }

            if (valeurs.Count > 1)
            {
                return ErreursDeLApi.Repete(nom);
            }
        }

        return null;
    }
}
