using FaireAvec.Accompagnement.Personnes;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>A card to print, and where to go next.</summary>
internal sealed record CarteAImprimer(CarteDonnee Carte, string Site, string Suite, string SuiteEnMots)
{
    public string Adresse => Carte.Adresse(Site);

    /// <summary>Without « https:// »: what one types.</summary>
    public string AdresseALire => $"{Site}{LiensPersonnes.MaCarte}"[(Site.IndexOf("://", StringComparison.Ordinal) + 3)..];
}
