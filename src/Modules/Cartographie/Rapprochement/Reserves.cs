namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>
/// What a carrier's number, name or switchboard cannot prove: a body has several sites and several desks, and gives the same number for all. Such pairs are never
/// said the same, whatever they share: a wrong merge costs more than a question.
/// </summary>
internal static class Reserves
{
    /// <summary>In metres: a building, its yard, and the slips of geocoders.</summary>
    private const double Voisinage = 150;

    /// <summary>In metres: beyond what a desk moves without changing its life.</summary>
    private const double Loin = 1_000;

    public static Reserve De(in Indices i)
    {
        if (i[Indice.Hebergement] > 0)
        {
            return Reserve.Hebergement;
        }

        if (i[Indice.MemeSource] > 0 && i[Indice.SiteContraire] + i[Indice.DomaineContraire] > 0)
        {
            return Reserve.DeuxGuichets;
        }

        if (Math.Max(i[Indice.AdresseVoieContraire], i[Indice.AdresseNumeroContraire]) <= 0.5f)
        {
            return Reserve.Aucune;
        }

        if (i[Indice.SirenEgal] > 0)
        {
            return Reserve.DeuxEtablissements;
        }

        // From here on, metres are needed: NaN is neither near nor far.
        if (!i.PointsPrecis)
        {
            return Reserve.Aucune;
        }

        if (i[Indice.SiretEgal] > 0 && i.Metres > Voisinage)
        {
            return Reserve.PlusieursSites;
        }

        return i.Metres > Loin && !(NomsDAccord(i) && i[Indice.TelephoneEgal] + i[Indice.CourrielEgal] > 0) ? Reserve.TropLoin : Reserve.Aucune;
    }

    private static bool NomsDAccord(in Indices i) => i[Indice.NomEgal] > 0 || i[Indice.NomNoyau] >= 0.6f || i[Indice.MemeGenreSansNoyau] >= 0.7f;
}
