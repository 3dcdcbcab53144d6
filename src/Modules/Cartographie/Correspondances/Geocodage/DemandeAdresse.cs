using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>An address to be found. Nothing else of a place leaves for the service: neither its name nor its telephone.</summary>
internal sealed record DemandeAdresse(string Voie, string CodePostal, string Commune, string? CodeInsee)
{
    /// <summary>Longer addresses are descriptions; the service wouldn't find them.</summary>
    public const int LongueurMax = 200;

    /// <summary>The same for addresses that differ by case, accents and signs only.</summary>
    public string Cle => $"{TexteRecherche.Normaliser(Voie)}|{CodePostal}|{CodeInsee ?? TexteRecherche.Normaliser(Commune)}";

    /// <summary>The address of a place; null when its street, postal code or commune is unknown.</summary>
    public static DemandeAdresse? De(FicheLieu fiche) => fiche.Adresse is { Length: > 0 and <= LongueurMax } voie && fiche.CodePostal.Length > 0 && fiche.Commune.Length > 0
        ? new(voie, fiche.CodePostal, fiche.Commune, fiche.CodeInsee)
        : null;
}
