using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Etiquettes;

/// <summary>The expected failures about labels: ACC-260 to ACC-269. A code is never used again.</summary>
internal static class ErreursDEtiquettes
{
    public static readonly Erreur Nom = new("ACC-260", "Écrivez un nom de 3 à 80 caractères, par exemple « Action d’automne ».", "nom");
    public static readonly Erreur Personne = new("ACC-261", "Une étiquette ne nomme personne : retirez le nom, le téléphone, l’adresse ou le numéro.", "nom");
    public static readonly Erreur NomPris = new("ACC-262", "Cette étiquette existe déjà. Utilisez-la, ou choisissez un autre nom.", "nom");
    public static readonly Erreur Description = new("ACC-263", "Ces précisions sont trop longues : 280 caractères au plus.", "description");
    public static readonly Erreur DescriptionPersonne = new("ACC-264", "Une étiquette ne parle de personne : retirez le téléphone, l’adresse ou le numéro de ces précisions.", "description");
    public static readonly Erreur Pleine = new("ACC-265", "Vous avez 200 étiquettes. Réutilisez-en une, ou renommez celle qui ne sert plus.", "nom");
    public static readonly Erreur PasPourVous = new("ACC-266", "Vous n’avez pas la main sur cette étiquette, ou elle n’existe pas. Choisissez-en une de la liste.", "pour");
    public static readonly Erreur Etat = new("ACC-267", "Cette étiquette a changé entre-temps. Rechargez la page pour voir où elle en est.", "cible");
    public static readonly Erreur AvecElleMeme = new("ACC-268", "Choisissez une autre étiquette : celle-ci est la même.", "cible");
    public static readonly Erreur PlusEtroite = new("ACC-269", "Une étiquette d’équipe ne se réunit qu’avec une étiquette de la même équipe.", "cible");
}
