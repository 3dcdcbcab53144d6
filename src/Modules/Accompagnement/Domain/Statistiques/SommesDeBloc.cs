namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>Sums by the values of one block, in arrays; poured into the indicators once the block is read.</summary>
internal sealed class SommesDeBloc(BlocDeFaits bloc)
{
    private readonly Mesures[] _lieux = new Mesures[bloc.LesLieux.Count], _communes = new Mesures[bloc.LesCommunes.Count], _departements = new Mesures[bloc.LesDepartements.Count],
        _residences = new Mesures[bloc.LesResidences.Count], _organisations = new Mesures[bloc.LesOrganisations.Count], _etiquettes = new Mesures[bloc.LesEtiquettes.Count];
    private readonly long[] _auteurs = new long[bloc.LesAuteurs.Count];
    private readonly int _premierJour = bloc.Bornes.Premier;
    private readonly Mesures[] _jours = new Mesures[bloc.Bornes.Dernier - bloc.Bornes.Premier + 1];

    public void Compter(int i, Mesures mesures, int signe)
    {
        _jours[bloc.Jours[i] - _premierJour] += mesures;
        _lieux[bloc.Lieux[i]] += mesures;
        _communes[bloc.Communes[i]] += mesures;
        _departements[bloc.Departements[i]] += mesures;
        _residences[bloc.Residences[i]] += mesures;
        _organisations[bloc.Organisations[i]] += mesures;
        _etiquettes[bloc.Etiquettes[i]] += mesures;
        _auteurs[bloc.Auteurs[i]] += signe;
    }

    public void Verser(Indicateurs total)
    {
        for (var j = 0; j < _jours.Length; j++)
        {
            if (_jours[j] != default)
            {
                Denombrement.Verser(total.ParJour, BlocDeFaits.Origine.AddDays(_premierJour + j), _jours[j]);
            }
        }

        Verser(total.ParLieu, bloc.LesLieux, _lieux);
        Verser(total.ParCommune, bloc.LesCommunes, _communes);
        Verser(total.ParDepartement, bloc.LesDepartements, _departements);
        Verser(total.ParResidence, bloc.LesResidences, _residences);
        Verser(total.ParOrganisation, bloc.LesOrganisations, _organisations);
        for (var e = 0; e < _etiquettes.Length; e++)
        {
            foreach (var etiquette in bloc.LesEtiquettes[e].Distinct())
            {
                Denombrement.Verser(total.ParEtiquette, etiquette, _etiquettes[e]);
            }
        }

        for (var a = 0; a < _auteurs.Length; a++)
        {
            if (_auteurs[a] != 0)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(total.ParAuteur, bloc.LesAuteurs[a], out _) += _auteurs[a];
            }
        }
    }

    private static void Verser<T>(Dictionary<T, Mesures> total, IReadOnlyList<T> valeurs, Mesures[] sommes)
        where T : notnull
    {
        for (var v = 0; v < sommes.Length; v++)
        {
            if (sommes[v] != default)
            {
                Denombrement.Verser(total, valeurs[v], sommes[v]);
            }
        }
    }
}
