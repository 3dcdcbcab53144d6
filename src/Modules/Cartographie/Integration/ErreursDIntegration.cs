using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Integration;

/// <summary>What may be wrong in the search that other sites show.</summary>
internal sealed class ErreursDIntegration(PhrasesDesFautes phrases)
{
    public Erreur Langue => phrases.Faute("CAR-028", "Langue", ReglagesDIntegration.Langue, [.. ReglagesDIntegration.Langues]);

    public Erreur Ou => phrases.Faute("CAR-023", "Ou", "ou", LectureCriteres.LongueurMax);

    public Erreur Besoin
    {
        get
        {
            string[] besoins = [.. Domain.Besoin.Tous.Select(b => b.Cle)];
            return phrases.Faute("CAR-024", "Besoin", "besoin", besoins, string.Join(", ", besoins));
        }
    }

    public Erreur Page => phrases.Faute("CAR-025", "Page", "page", 1, RechercheIntegree.PageMax);

    public Erreur Couleur(string nom) => phrases.Faute("CAR-027", "Couleur", nom);

    public Erreur DeuxFois(string nom) => phrases.Faute("CAR-013", "DeuxFois", nom);

    public Erreur Inconnu(string nom) => phrases.Faute("CAR-001", "Inconnu", nom, RechercheIntegree.Noms, string.Join(", ", RechercheIntegree.Noms));
}
