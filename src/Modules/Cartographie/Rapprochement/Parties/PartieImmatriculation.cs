namespace FaireAvec.Cartographie.Rapprochement.Parties;

/// <summary>Company numbers: the same establishment, another one of the same body, another body.</summary>
internal static class PartieImmatriculation
{
    public static void Comparer(Profil a, Profil b, Frequences frequences, ref Indices indices)
    {
        if (a.Siret != 0 && a.Siret == b.Siret)
        {
            // The number of the seat is often given for all its branches.
            indices[Indice.SiretEgal] = frequences.Rarete(Frequences.Cle('s', a.Siret));
        }
        else if (a.Siren != 0 && b.Siren != 0)
        {
            indices[a.Siren == b.Siren ? Indice.SirenEgal : Indice.SirenContraire] = 1;
        }
    }
}
