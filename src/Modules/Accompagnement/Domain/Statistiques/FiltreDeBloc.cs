using System.Collections.Frozen;
using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>A filter made ready for one block: what it asks of values is answered once for each value, then each fact is a few comparisons.</summary>
internal sealed class FiltreDeBloc
{
    private static readonly uint MasqueDesDemarches = Traits.Themes([Thematiques.AideAuxDemarches, .. Thematiques.Administratives.Codes]);

    private readonly BlocDeFaits _bloc;
    private readonly int _du, _au;
    private readonly uint _mediation, _administratives;
    private readonly int _types, _typesDeLieu, _materiels, _origines, _durees, _conseiller, _rendezVous, _demarches;
    private readonly bool[]? _auteurs, _organisations, _lieux, _communes, _departements, _etiquettes, _equipes;
    private readonly FrozenSet<int>? _personnes;

    public FiltreDeBloc(FiltreDeFaits filtre, BlocDeFaits bloc)
    {
        _bloc = bloc;
        (_du, _au) = (filtre.Du.DayNumber - BlocDeFaits.Origine.DayNumber, filtre.Au.DayNumber - BlocDeFaits.Origine.DayNumber);
        if (bloc.Bornes.Dernier < _du || bloc.Bornes.Premier > _au)
        {
            // Most months are out of the period: nothing more is made ready for them.
            Vide = true;
            return;
        }

        _types = Bits(filtre.Types, t => (int)t);
        _origines = Bits(filtre.Origines, o => (int)o);
        _durees = Bits(filtre.TranchesDeDuree, t => t);
        _typesDeLieu = Bits(filtre.TypesDeLieu, c => Listes.TypesDeLieu.Rang(c) is >= 0 and var rang ? rang + 1 : -1);
        _materiels = Bits(filtre.Materiels, c => Listes.Materiels.Rang(c));
        _mediation = filtre.ThematiquesDeMediation is { } m ? Traits.Themes(m) : 0;
        _administratives = filtre.ThematiquesAdministratives is { } a ? Traits.Themes(a) : 0;
        (_conseiller, _rendezVous, _demarches) = (OuiNon(filtre.ConseillerNumerique), OuiNon(filtre.SurRendezVous), OuiNon(filtre.Demarches));
        _auteurs = Parmi(filtre.Auteurs, bloc.LesAuteurs);
        _organisations = Parmi(filtre.Organisations, bloc.LesOrganisations);
        _lieux = Parmi(filtre.Lieux, bloc.LesLieux);
        _communes = Parmi(filtre.Communes, bloc.LesCommunes);
        _departements = Parmi(filtre.Departements, bloc.LesDepartements);
        _etiquettes = UnParmi(filtre.Etiquettes, bloc.LesEtiquettes);
        _equipes = UnParmi(filtre.Equipes, bloc.LesEquipes);
        _personnes = filtre.Personnes;
        // A criterion whose values aren't in the block: nothing of it is looked at.
        Vide = ((bool[]?[])[_auteurs, _organisations, _lieux, _communes, _departements, _etiquettes, _equipes]).Any(p => p is not null && !p.Contains(true))
            || (filtre.ThematiquesDeMediation is not null && _mediation == 0) || (filtre.ThematiquesAdministratives is not null && _administratives == 0);
    }

    /// <summary>True when no fact of the block can answer.</summary>
    public bool Vide { get; }

    public bool Accepte(int i)
    {
        var jour = _bloc.Jours[i];
        if (jour < _du || jour > _au)
        {
            return false;
        }

        var (premiers, themes) = (_bloc.Premiers[i], _bloc.Themes[i]);
        return (_types == 0 || (_types >> Traits.Type.Lire(premiers) & 1) != 0)
            && (_mediation == 0 || (themes & _mediation) != 0)
            && (_administratives == 0 || (themes & _administratives) != 0)
            && (_demarches == 0 || _demarches == ((themes & MasqueDesDemarches) != 0 || Traits.Type.Lire(premiers) == (int)TypeDActivite.Demarche ? 2 : 1))
            && (_conseiller == 0 || _conseiller == Traits.Conseiller.Lire(premiers) + 1)
            && (_rendezVous == 0 || _rendezVous == Traits.SurRendezVous.Lire(premiers) + 1)
            && (_origines == 0 || (_origines >> Traits.Origine.Lire(premiers) & 1) != 0)
            && (_typesDeLieu == 0 || (_typesDeLieu >> Traits.TypeDeLieu.Lire(premiers) & 1) != 0)
            && (_materiels == 0 || (_materiels & Traits.Materiels.Lire(premiers)) != 0)
            && (_durees == 0 || (_durees >> Durees.Tranche(Traits.Duree.Lire(_bloc.Seconds[i])) & 1) != 0)
            && (_auteurs is null || _auteurs[_bloc.Auteurs[i]])
            && (_organisations is null || _organisations[_bloc.Organisations[i]])
            && (_lieux is null || _lieux[_bloc.Lieux[i]])
            && (_communes is null || _communes[_bloc.Communes[i]])
            && (_departements is null || _departements[_bloc.Departements[i]])
            && (_etiquettes is null || _etiquettes[_bloc.Etiquettes[i]])
            && (_equipes is null || _equipes[_bloc.Equipes[i]])
            && (_personnes is null || UneDElles(i));
    }

    private bool UneDElles(int i)
    {
        for (var p = _bloc.DebutsDesPersonnes[i]; p < _bloc.DebutsDesPersonnes[i + 1]; p++)
        {
            if (_personnes!.Contains(_bloc.Personnes[p]))
            {
                return true;
            }
        }

        return false;
    }

    // No bit at all is « not asked »; a criterion whose values aren't ours keeps the last bit, that no value has.
    private static int Bits<T>(FrozenSet<T>? valeurs, Func<T, int> rang) =>
        valeurs is null ? 0 : valeurs.Select(rang).Where(r => r is >= 0 and < 31).Aggregate(int.MinValue, (b, r) => b | (1 << r));

    private static int OuiNon(bool? valeur) => valeur switch { null => 0, false => 1, true => 2 };

    private static bool[]? Parmi<T>(FrozenSet<T>? voulues, IReadOnlyList<T> valeurs) => voulues is null ? null : [.. valeurs.Select(voulues.Contains)];

    private static bool[]? UnParmi(FrozenSet<Guid>? voulues, IReadOnlyList<IReadOnlyList<Guid>> valeurs) => voulues is null ? null : [.. valeurs.Select(v => v.Any(voulues.Contains))];
}
