using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>Makes a <see cref="BlocDeFaits"/>, one fact at a time.</summary>
internal sealed class ConstructeurDeBloc
{
    private readonly List<ushort> _jours = [], _auteurs = [], _organisations = [], _lieux = [], _communes = [], _departements = [], _residences = [], _etiquettes = [], _equipes = [], _marges = [], _publics = [];
    private readonly List<ulong> _premiers = [], _seconds = [];
    private readonly List<uint> _themes = [];
    private readonly List<int> _debutsDesMarges = [], _debutsDesPersonnes = [], _personnes = [];
    private readonly Repertoire<Guid> _lesAuteurs = new(), _lesOrganisations = new();
    private readonly Repertoire<string> _lesLieux = new(StringComparer.Ordinal), _lesCommunes = new(StringComparer.Ordinal), _lesDepartements = new(StringComparer.Ordinal), _lesResidences = new(StringComparer.Ordinal);
    private readonly Repertoire<IReadOnlyList<Guid>> _lesEtiquettes = new(new MemesListes()), _lesEquipes = new(new MemesListes());

    public void Ajouter(Fait f)
    {
        _jours.Add(BlocDeFaits.Jour(f.Jour));
        _premiers.Add(Traits.Premiers(f));
        _seconds.Add(Traits.Seconds(f));
        _themes.Add(Traits.Themes(f.Thematiques));
        _auteurs.Add(_lesAuteurs.Ranger(f.Auteur));
        _organisations.Add(_lesOrganisations.Ranger(f.Organisation));
        _lieux.Add(_lesLieux.Ranger(f.Lieu ?? BlocDeFaits.Aucun));
        _communes.Add(_lesCommunes.Ranger(f.Commune ?? BlocDeFaits.Aucun));
        _departements.Add(_lesDepartements.Ranger(f.Departement ?? BlocDeFaits.Aucun));
        _residences.Add(_lesResidences.Ranger(f.CommuneDeLaPersonne ?? BlocDeFaits.Aucun));
        _etiquettes.Add(_lesEtiquettes.Ranger(f.Etiquettes));
        _equipes.Add(_lesEquipes.Ranger(f.Equipes));
        _debutsDesMarges.Add(Marges(f.Effectifs));
        _debutsDesPersonnes.Add(_personnes.Count);
        foreach (var personne in f.Personnes)
        {
            _personnes.Add(personne.Numero);
            _publics.Add(Traits.Public(personne));
        }
    }

    public BlocDeFaits Finir() => new()
    {
        Nombre = _jours.Count,
        Bornes = BlocDeFaits.BornesDe(_jours),
        Jours = [.. _jours],
        Premiers = [.. _premiers],
        Seconds = [.. _seconds],
        Themes = [.. _themes],
        Auteurs = [.. _auteurs],
        Organisations = [.. _organisations],
        Lieux = [.. _lieux],
        Communes = [.. _communes],
        Departements = [.. _departements],
        Residences = [.. _residences],
        Etiquettes = [.. _etiquettes],
        Equipes = [.. _equipes],
        DebutsDesMarges = [.. _debutsDesMarges],
        Marges = [.. _marges],
        DebutsDesPersonnes = [.. _debutsDesPersonnes, _personnes.Count],
        Personnes = [.. _personnes],
        Publics = [.. _publics],
        LesAuteurs = _lesAuteurs.Valeurs,
        LesOrganisations = _lesOrganisations.Valeurs,
        LesLieux = _lesLieux.Valeurs,
        LesCommunes = _lesCommunes.Valeurs,
        LesDepartements = _lesDepartements.Valeurs,
        LesResidences = _lesResidences.Valeurs,
        LesEtiquettes = _lesEtiquettes.Valeurs,
        LesEquipes = _lesEquipes.Valeurs,
    };

    private int Marges(Effectifs? effectifs)
    {
        if (effectifs is null)
        {
            return -1;
        }

        var debut = _marges.Count;
        _marges.Add((ushort)effectifs.DejaAccompagnes);
        foreach (var n in effectifs.Genres.Concat(effectifs.Ages).Concat(effectifs.Statuts))
        {
            _marges.Add((ushort)n);
        }

        return debut;
    }
}
