namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>
/// Which way a clue may weigh. An equal phone never makes two places less alike, another street never more: a weight that the pairs would give the wrong
/// sign, for want of pairs, is put to zero. It is what makes the score monotonic where the guide says so.
/// </summary>
internal static class Signes
{
    private static readonly HashSet<Indice> Libres = [Indice.PositionInconnue, Indice.AdresseVague, Indice.NomNoyauAucun, Indice.GenreInconnu, Indice.GenrePorteur, Indice.AdresseNumeroProche, Indice.LoinEtAdresse, Indice.ContactEtVoieContraire];

    private static readonly HashSet<Indice> Contre =
    [
        Indice.NomNoyauContraire, Indice.NomNoyauUnSeul, Indice.GenreContraire, Indice.Hebergement, Indice.ItineranceDuNom, Indice.ItineranceDite, Indice.Annexe, Indice.RangContraire,
        Indice.AdresseNumeroContraire, Indice.AdresseVoieContraire, Indice.DistanceMoyenne, Indice.DistanceLoin, Indice.TelephoneContraire, Indice.DomaineContraire, Indice.SiteContraire,
        Indice.SirenContraire, Indice.HorairesContraires, Indice.MemeSource, Indice.ContraireEtAdresse, Indice.NoyauContraireEtAdresse, Indice.MemeSourceEtNoyau, Indice.ItineranceEtPorteur, Indice.DeuxAdresses, Indice.BibliothequeEtAutre, Indice.MemeGenreEtNoyauContraire,
    ];

    /// <summary>1: for « same » only; −1: against only; 0: either.</summary>
    public static int De(Indice indice) => Libres.Contains(indice) ? 0 : Contre.Contains(indice) ? -1 : 1;
}
