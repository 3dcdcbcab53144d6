using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Integration;

/// <summary>What may be wrong in the search that other sites show.</summary>
internal static class ErreursDIntegration
{
    public static readonly Erreur Langue = new("CAR-028", "« langue » est « fr » ou « en ».", ReglagesDIntegration.Langue, [.. ReglagesDIntegration.Langues]);

    public static readonly Erreur Ou = new("CAR-023", $"Écrivez une ville ou un code postal, en {LectureCriteres.LongueurMax} caractères au plus.", "ou");

    public static readonly Erreur Besoin = new("CAR-024", $"Ce besoin n’existe pas. Valeurs acceptées pour « besoin » : {string.Join(", ", Domain.Besoin.Tous.Select(b => b.Cle))}.", "besoin", [.. Domain.Besoin.Tous.Select(b => b.Cle)]);

    public static readonly Erreur Page = new("CAR-025", $"« page » doit être un nombre entier entre 1 et {RechercheIntegree.PageMax}.", "page");

    public static Erreur Couleur(string nom) => new("CAR-027", $"« {nom} » est une couleur en six chiffres de 0 à f, comme 0b4f5c.", nom);

    public static Erreur DeuxFois(string nom) => new("CAR-013", $"« {nom} » ne peut être donné qu’une fois.", nom);

    public static Erreur Inconnu(string nom) => new("CAR-001", $"Le paramètre « {nom} » n’existe pas. Paramètres acceptés : {string.Join(", ", RechercheIntegree.Noms)}.", nom, [.. RechercheIntegree.Noms]);
}
