namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>Clues that mean more, or less, together: the same address says « same » of a commune and its France services, and nothing of a library and a town hall.</summary>
internal static class PartieEnsemble
{
    /// <summary>In metres: two points of one building.</summary>
    private const double MemeBatiment = 60;

    public static void Comparer(ref Indices i)
    {
        var adresse = Math.Max(i[Indice.AdresseEgale], 0.7f * i[Indice.AdresseSansNumero]);
        var contact = Math.Max(Math.Max(i[Indice.TelephoneEgal], i[Indice.CourrielEgal]), 0.6f * i[Indice.HorairesEgaux]);
        var porteur = i[Indice.GenrePorteur];

        // Nothing says that the two are at two addresses.
        var surPlace = 1 - Math.Max(i[Indice.AdresseVoieContraire], i[Indice.AdresseNumeroContraire]);

        // The name of one around the other is the other's name at one address, and its parent's at two.
        i[Indice.NomNoyauContraire] *= 1 - (i[Indice.NomAilleurs] * surPlace);
        var noyau = Math.Max(i[Indice.NomNoyau], i[Indice.NomAilleurs]);
        if (i[Indice.AdresseEgale] > 0.9f && i[Indice.NomNoyau] >= 0.8f && i[Indice.GenreContraire] == 0)
        {
            // « Fémina » and « CHRS Fémina » behind one number: one of the two says what the house is. A source that enters a name twice at one number enters a place twice.
            i[Indice.Hebergement] = 0;
            i[Indice.MemeSource] *= 0.4f;
        }

        i[Indice.PorteurEtAdresse] = porteur * adresse;
        // Without a number, « place de la Mairie » holds several doors, and two telephones are two of them.
        i[Indice.CollectiviteEtAdresse] *= i[Indice.AdresseEgale] > 0 || i[Indice.TelephoneContraire] == 0 ? adresse : 0;
        i[Indice.PorteurEtContact] = porteur * contact;
        i[Indice.ContraireEtAdresse] = i[Indice.GenreContraire] * adresse;
        i[Indice.ContraireEtContact] = i.DeuxAccueils ? 0 : i[Indice.GenreContraire] * contact * surPlace;
        i[Indice.InconnuEtAdresse] = i[Indice.GenreInconnu] * adresse * (1 - i[Indice.NomNoyauContraire]);
        i[Indice.NoyauContraireEtAdresse] = i[Indice.NomNoyauContraire] * adresse;
        i[Indice.NoyauContraireEtContact] = i[Indice.NomNoyauContraire] * contact * surPlace;
        i[Indice.MemeGenreSansNoyau] = i[Indice.GenreMeme] * Math.Max(i[Indice.NomNoyauAucun], 0.7f * i[Indice.NomNoyauUnSeul]);
        i[Indice.MemeGenreEtAdresse] = i[Indice.GenreMeme] * adresse;
        i[Indice.ContactEtVoieContraire] = contact * (1 - surPlace);
        i[Indice.FranceServicesEtContact] = Math.Max(i[Indice.DeuxFranceServices], i[Indice.GenreProgramme]) * contact;
        i[Indice.ItineranceEtPorteur] = i[Indice.ItineranceDite] * porteur;
        i[Indice.LoinEtAdresse] = i[Indice.DistanceLoin] * adresse;
        i[Indice.NoyauEtAdresse] = noyau * adresse;
        i[Indice.MemeGenreEtNoyauContraire] = i[Indice.GenreMeme] * i[Indice.NomNoyauContraire];
        i[Indice.NoyauEtGenre] = i[Indice.NomNoyau] * i[Indice.GenreMeme];
        i[Indice.TelephoneContraireEtPorteur] = i[Indice.TelephoneContraire] * porteur;
        i[Indice.NoyauEtContact] = noyau * contact;
        i[Indice.DeuxAdresses] = (1 - surPlace) * (1 - i[Indice.NomNoyau]) * (i[Indice.DistanceMoyenne] > 0.4f ? i[Indice.DistanceMoyenne] : 0);
        i[Indice.NomsEtPoint] = i.PointsPrecis && i.Metres < MemeBatiment ? (1 - surPlace) * Math.Max(i[Indice.NomEgal], Math.Max(i[Indice.NomNoyau], i[Indice.MemeGenreSansNoyau])) : 0;
        i[Indice.MemeSourceEtNoyau] = i[Indice.MemeSource] * i[Indice.NomNoyauContraire];
    }
}
