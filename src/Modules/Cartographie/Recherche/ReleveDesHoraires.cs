using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Cartographie.Horaires.Regles;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Gathers the hours of the places while the index is made: each distinct text is understood once.</summary>
internal sealed class ReleveDesHoraires
{
    private readonly Dictionary<(string Texte, string Ou), int> _numeros = [];
    private readonly Dictionary<string, HorairesOsm?> _analyses = new(StringComparer.Ordinal);
    private readonly JourneesPartagees _journees = new();
    private readonly List<(HorairesOsm? Horaires, string Departement)> _groupes = [(null, "75")];

    /// <summary>Number of the hours of a place; 0 when there are none. Hours not understood are unknown.</summary>
    public int Numero(string? horaires, string? departement)
    {
        if (string.IsNullOrEmpty(horaires))
        {
            return 0;
        }

        if (!_analyses.TryGetValue(horaires, out var analyse))
        {
            _analyses[horaires] = analyse = HorairesDuLieu.Lire(horaires)?.Alleger(_journees);
        }

        if (analyse is null)
        {
            return 0;
        }

        var d = departement ?? "75";
        var cle = (horaires, JoursFeries.ACalendrierPropre(d) ? d : FuseauHoraire.De(d).Id);
        if (!_numeros.TryGetValue(cle, out var numero))
        {
            _numeros[cle] = numero = _groupes.Count;
            _groupes.Add((analyse, d));
        }

        return numero;
    }

    /// <summary>What tells their states.</summary>
    public EtatsOuverture Ranger() => new([.. _groupes]);
}
