using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>
/// When an answer of the address service is believed. In a batch, only above 0.9 and with a street; asked alone, above 0.6, or above 0.4 when the commune is
/// the one asked. Whatever the score, an answer in another commune than the place's, or away from France, isn't believed: the service once answered
/// latitude and longitude in each other's place.
/// </summary>
internal static class Acceptation
{
    public const double ScoreDuLot = 0.9;
    public const double ScoreSeul = 0.6;
    public const double ScoreMemeCommune = 0.4;

    public static bool DansUnLot(AdresseTrouvee reponse, DemandeAdresse demande, ITerritoires territoires) =>
        reponse.Score > ScoreDuLot && reponse.Voie is { Length: > 0 } && Plausible(reponse, demande, territoires);

    public static bool Seule(AdresseTrouvee reponse, DemandeAdresse demande, ITerritoires territoires) =>
        reponse.Niveau != NiveauDePosition.Commune
        && (reponse.Score > ScoreSeul || (reponse.Score > ScoreMemeCommune && MemeCommune(reponse, demande, territoires) == true))
        && Plausible(reponse, demande, territoires);

    private static bool Plausible(AdresseTrouvee reponse, DemandeAdresse demande, ITerritoires territoires) =>
        new Position(reponse.Latitude, reponse.Longitude) is { Valable: true, PresDeLaFrance: true } && MemeCommune(reponse, demande, territoires) != false;

    /// <summary>Null when one of the two communes isn't known. A merged commune and its arrondissements are the commune of today.</summary>
    private static bool? MemeCommune(AdresseTrouvee reponse, DemandeAdresse demande, ITerritoires territoires)
    {
        var (une, autre) = (territoires.Commune(reponse.CodeInsee), territoires.Commune(demande.CodeInsee));
        return une is null || autre is null ? null : (une.CommuneMere ?? une.CodeInsee) == (autre.CommuneMere ?? autre.CodeInsee);
    }
}
