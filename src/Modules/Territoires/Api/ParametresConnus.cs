using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;
using FaireAvec.Territoires.Domain;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Territoires.Api;

/// <summary>An unknown parameter is a mistake, so that a slip isn't taken for « everything »; each one is given once.</summary>
internal static class ParametresConnus
{
    /// <summary>The first fault, or null.</summary>
    public static Erreur? Verifier(IQueryCollection requete, IReadOnlyList<string> acceptes)
    {
        foreach (var (nom, valeurs) in requete)
        {
            if (!acceptes.Contains(nom, StringComparer.Ordinal) && !AdresseMesuree.Ignores.Contains(nom))
            {
                return ErreursTerritoires.ParametreInconnu(nom.Length > 60 ? nom[..60] + "…" : nom, acceptes);
            }

            if (valeurs.Count > 1)
            {
                return ErreursTerritoires.ParametreRepete(nom);
            }
        }

        return null;
    }
}
