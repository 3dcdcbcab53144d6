using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche.Memoire;

/// <summary>Lists and words repeat from place to place: one copy of each is kept while all the places are read.</summary>
internal sealed class MemoireDeLecture
{
    private readonly HashSet<string> _mots = new(StringComparer.Ordinal);
    private readonly HashSet<string[]> _listes = new(EgaliteDeListes.Ordinale);

    public void Alleger(Lieu l)
    {
        l.Empreinte = [];
        (l.Source, l.Commune, l.Horaires) = (Mot(l.Source), Mot(l.Commune), l.Horaires is { } horaires ? Mot(horaires) : null);
        (l.Typologie, l.Services, l.Itinerance) = (Liste(l.Typologie), Liste(l.Services), Liste(l.Itinerance));
        (l.PublicsSpecifiquementAdresses, l.PriseEnChargeSpecifique, l.FraisACharge) = (Liste(l.PublicsSpecifiquementAdresses), Liste(l.PriseEnChargeSpecifique), Liste(l.FraisACharge));
        (l.DispositifProgrammesNationaux, l.FormationsLabels, l.AutresFormationsLabels) = (Liste(l.DispositifProgrammesNationaux), Liste(l.FormationsLabels), Liste(l.AutresFormationsLabels));
        (l.ModalitesAcces, l.ModalitesAccompagnement) = (Liste(l.ModalitesAcces), Liste(l.ModalitesAccompagnement));
    }

    private string Mot(string mot)
    {
        if (_mots.TryGetValue(mot, out var connu))
        {
            return connu;
        }

        _mots.Add(mot);
        return mot;
    }

    private string[] Liste(string[] valeurs)
    {
        if (valeurs.Length == 0)
        {
            return [];
        }

        if (!_listes.TryGetValue(valeurs, out var connue))
        {
            _listes.Add(connue = Array.ConvertAll(valeurs, Mot));
        }

        return connue;
    }
}
