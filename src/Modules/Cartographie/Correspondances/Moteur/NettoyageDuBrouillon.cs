using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Nettoyage;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>The texts of a draft, cleaned field by field, as a place.</summary>
internal sealed class NettoyageDuBrouillon(ITerritoires territoires)
{
    public FicheLieu Nettoyer(string id, string source, Brouillon brouillon, bool lambert93, Releve releve)
    {
        var commune = territoires.Commune(brouillon.Texte("code_insee")) ?? (territoires.CommunesDuCodePostal(brouillon.Texte("code_postal") is { Length: 4 } cp ? $"0{cp}" : brouillon.Texte("code_postal")) is [var premiere, ..] ? premiere : null);
        var departement = commune?.Departement;
        T? Prendre<T>(Nettoye<T> nettoye)
        {
            releve.Ajouter(nettoye.Releve);
            return nettoye.Valeur;
        }

        double? Nombre(string champ) => double.TryParse(brouillon.Texte(champ)?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null;
        return new FicheLieu
        {
            Id = id,
            Source = source,
            Nom = brouillon.Texte("nom") ?? "",
            Commune = commune?.Nom ?? "",
            CodePostal = brouillon.Texte("code_postal") ?? "",
            CodeInsee = commune?.CodeInsee,
            Adresse = brouillon.Texte("adresse"),
            Latitude = Nombre("latitude"),
            Longitude = Nombre("longitude"),
            Pivot = Prendre(Pivot.Nettoyer(brouillon.Texte("pivot"), departement)),
            Telephone = Prendre(Telephone.Nettoyer(brouillon.Texte("telephone"), departement)),
            Services = brouillon.Champs.GetValueOrDefault("services") ?? [],
        };
    }
}
