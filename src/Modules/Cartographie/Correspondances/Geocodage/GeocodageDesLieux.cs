using FaireAvec.Cartographie.Correspondances.Moteur;

namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>
/// Finds the positions of the places of a run that have none: by their address first, by their commune otherwise. The position of an address goes in the
/// place; the centre of the commune stays beside, so that nobody takes it for the place's own.
/// </summary>
internal sealed class GeocodageDesLieux(IGeocodeur? adresses, CentresDesCommunes centres)
{
    public async Task<IReadOnlyList<ResultatDeLigne>> CompleterAsync(IReadOnlyList<ResultatDeLigne> resultats, CancellationToken annulation)
    {
        var sortie = resultats.ToArray();
        var (rangs, demandes) = (new List<int>(), new List<DemandeAdresse>());
        for (var i = 0; i < sortie.Length; i++)
        {
            if (adresses is not null && sortie[i].Fiche is { Latitude: null } fiche && DemandeAdresse.De(fiche) is { } demande)
            {
                rangs.Add(i);
                demandes.Add(demande);
            }
        }

        if (demandes.Count > 0)
        {
            var reponses = await adresses!.GeocoderAsync(demandes, annulation);
            for (var i = 0; i < rangs.Count; i++)
            {
                if (reponses[i] is { Niveau: not NiveauDePosition.Commune } trouvee)
                {
                    var fiche = sortie[rangs[i]].Fiche!;
                    (fiche.Latitude, fiche.Longitude) = (trouvee.Latitude, trouvee.Longitude);
                    sortie[rangs[i]] = sortie[rangs[i]] with { Position = new(trouvee, Publiee: true) };
                }
            }
        }

        for (var i = 0; i < sortie.Length; i++)
        {
            if (sortie[i].Fiche is { Latitude: null } fiche && centres.Centre(fiche.CodeInsee) is { } centre)
            {
                sortie[i] = sortie[i] with { Position = new(centre, Publiee: false) };
            }
        }

        return sortie;
    }
}
