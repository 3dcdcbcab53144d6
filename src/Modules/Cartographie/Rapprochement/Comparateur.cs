using FaireAvec.Cartographie.Rapprochement.Parties;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>
/// Says whether two places are one. Each part gives clues, the clues are weighed and added, the sum becomes a probability, and two thresholds make
/// three zones. Nothing is kept between two pairs, nothing is allocated.
/// </summary>
internal sealed class Comparateur(Frequences frequences, Poids poids)
{
    /// <summary>Taken off when the communes are known and differ, in log-odds.</summary>
    private const double PeineAutreCommune = 6;

    /// <summary>In log-odds: « two » beyond doubt.</summary>
    private const float Plafond = -3;

    /// <summary>In log-odds: a person must say. Under the lowest threshold of « same » (<see cref="Apprentissage.Estimation"/>).</summary>
    private const float Doute = 1.2f;

    public Poids Poids => poids;

    /// <summary>The clues, the same whichever of the two comes first.</summary>
    public Indices Relever(Profil a, Profil b)
    {
        // The words are paired one to one: the order could show. It is fixed by what the two say.
        var (x, y) = a.Contenu <= b.Contenu ? (a, b) : (b, a);
        var indices = default(Indices);
        PartiePosition.Comparer(x, y, ref indices);
        PartieNom.Comparer(x, y, ref indices);
        PartieGenre.Comparer(x, y, ref indices);
        PartieAdresse.Comparer(x, y, ref indices);
        PartieContact.Comparer(x, y, frequences, ref indices);
        PartieImmatriculation.Comparer(x, y, frequences, ref indices);
        PartieHoraires.Comparer(x, y, frequences, ref indices);
        PartieSource.Comparer(x, y, ref indices);
        PartieEnsemble.Comparer(ref indices);
        return indices;
    }

    public Verdict Comparer(Profil a, Profil b)
    {
        var indices = Relever(a, b);
        return Juger(a, b, indices);
    }

    public Verdict Juger(Profil a, Profil b, in Indices indices)
    {
        if (a.Source != 0 && a.Source == b.Source && a.Id.Length > 0 && string.Equals(a.Id, b.Id, StringComparison.Ordinal))
        {
            // One row of one source, seen twice.
            return new Verdict(Decision.Meme, 1);
        }

        var p = 1 / (1 + Math.Exp(-Somme(indices)));
        if (p >= poids.SeuilMeme && !Situes(indices))
        {
            // What isn't said is never a proof: two « Mairie » without address are not the same town hall.
            return new Verdict(Decision.ARevoir, Math.Max(poids.SeuilDistinct, poids.SeuilMeme - 0.01));
        }

        return new Verdict(p >= poids.SeuilMeme ? Decision.Meme : p <= poids.SeuilDistinct ? Decision.Distinct : Decision.ARevoir, p);
    }

    /// <summary>Something other than the name or the kind links the two: an address, a point, a contact, a number, a programme that a small town has once.</summary>
    private static bool Situes(in Indices i) =>
        i[Indice.AdresseEgale] + i[Indice.AdresseSansNumero] + i[Indice.AdresseNumeroProche] + i[Indice.DistanceProche] + i[Indice.TelephoneEgal] + i[Indice.CourrielEgal] + i[Indice.PageEgale]
        + i[Indice.SiretEgal] + i[Indice.HorairesEgaux] > 0.01f || i[Indice.NomNoyau] > 0.6f || i[Indice.DeuxFranceServices] >= 0.8f;

    /// <summary>The sum of the clues by their weights, in log-odds.</summary>
    public double Somme(in Indices indices)
    {
        var somme = (float)poids.Constante;
        var vecteur = poids.Vecteur;
        var valeurs = indices.Lire();
        for (var i = 0; i < valeurs.Length; i++)
        {
            somme += valeurs[i] * vecteur[i];
        }

        // One name at one door, on the border of two communes or written under the neighbour's, is one place.
        var memePorte = indices[Indice.NomNoyau] >= 0.6f && indices[Indice.AdresseEgale] > 0.8f && indices.PointsPrecis && indices.Metres < 150;
        somme -= indices.AutreCommune && !memePorte ? (float)PeineAutreCommune : 0;

        var sansContact = indices[Indice.TelephoneEgal] + indices[Indice.CourrielEgal] + indices[Indice.SiretEgal] + indices[Indice.PageEgale] == 0;
        if (indices[Indice.GenreMeme] > 0 && indices[Indice.NomNoyauContraire] > 0.8f && indices[Indice.AdresseVoieContraire] > 0.5f && sansContact)
        {
            // « Médiathèque Louis Aragon » and « médiathèque Jean Jaurès », in two streets.
            somme = Math.Min(somme, Plafond);
        }

        if (indices.AutreCommune && !(indices.Metres < 300) && sansContact)
        {
            // Every village has its « Bibliothèque municipale, 1 place de la Mairie ».
            somme = Math.Min(somme, Plafond);
        }

        if (Reserves.De(indices) != Reserve.Aucune)
        {
            somme = Math.Min(somme, Doute);
        }

        // A bus and its seat are two, whatever they share; two France services, one of which says that it tours, may be one, unless the other is said fixed.
        return indices.BusEtFixe || (indices[Indice.ItineranceDuNom] > 0 && indices[Indice.DeuxFranceServices] == 0) ? Math.Min(somme, Plafond) : somme;
    }
}
