using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>Opening hours as they are understood: the week in words, or what is wrong with the text.</summary>
internal sealed record HorairesEnClair(string? Erreur, IReadOnlyList<JourEnMots> Semaine)
{
    /// <summary>Reads them for the week of today, in the zone of the place; Paris when it isn't known.</summary>
    public static HorairesEnClair Lire(string texte, string? codePostal, ITerritoires territoires, TimeProvider horloge)
    {
        var lus = HorairesOsm.Analyser(texte);
        var erreur = lus.Erreur?.Message ?? (HorairesDouteux.Sont(lus.Valeur) ? Mots.T("Horaires.Douteux") : null);
        return new HorairesEnClair(
            erreur,
            erreur is null ? SemaineEnMots.Composer(lus.Valeur, horloge.GetUtcNow(), territoires.DepartementDuCodePostal(codePostal) ?? "75") : []);
    }
}
