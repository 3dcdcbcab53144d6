using System.Globalization;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Comptes;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;

/// <summary>Who did something, in words: somebody's name, or what the system calls itself.</summary>
internal sealed class AuteursDesChangements(INomsDesComptes noms)
{
    public async ValueTask<string> NomAsync(string auteur) =>
        await noms.NomAsync(auteur, CancellationToken.None)
        ?? MotsDonnees.Ressources.GetString($"Auteur.{auteur}", CultureInfo.InvariantCulture)
        ?? (Guid.TryParse(auteur, out _) ? MotsDonnees.T("Auteur.parti") : auteur);
}
