using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>
/// Somebody in a workshop. The seat has a number, unique in the workshop and at most its capacity, which the row repeats for the database to compare:
/// whatever the code does, two people never have the last seat.
/// </summary>
internal sealed class Inscription : Reservation
{
    public required Guid Atelier { get; init; }

    /// <summary>Of the workshop; kept by the database when it changes there.</summary>
    public required int Capacite { get; init; }

    /// <summary>Number of the seat; null for who waits and who gave up.</summary>
    public int? Place { get; private set; }

    public EtatDInscription Etat { get; private set; } = EtatDInscription.EnAttente;

    /// <summary>Gives a seat: for a set time, or for good when there is none.</summary>
    public Resultat<bool> Placer(int place, DateTimeOffset? jusqua)
    {
        var etat = jusqua is null ? EtatDInscription.Confirmee : EtatDInscription.Inscrite;
        if (Etat != EtatDInscription.EnAttente)
        {
            return ErreursAgenda.Etat;
        }

        (Place, TenueJusqua) = (place, jusqua);
        return Passer(etat);
    }

    public Resultat<bool> Confirmer(DateTimeOffset maintenant)
    {
        if (Etat == EtatDInscription.Confirmee)
        {
            return false;
        }

        if (Etat != EtatDInscription.Inscrite || Expiree(maintenant))
        {
            return ErreursAgenda.TropTard;
        }

        TenueJusqua = null;
        return Passer(EtatDInscription.Confirmee);
    }

    public Resultat<bool> Annuler(AuteurDAnnulation par, DateTimeOffset maintenant, DateTimeOffset debut)
    {
        if (Etat == EtatDInscription.Annulee)
        {
            return false;
        }

        if (!EtatsDInscription.Permet(Etat, EtatDInscription.Annulee))
        {
            return ErreursAgenda.Etat;
        }

        if (par == AuteurDAnnulation.Personne && maintenant >= debut)
        {
            return ErreursAgenda.DejaPasse;
        }

        (Place, AnnuleePar, TenueJusqua) = (null, par, null);
        return Passer(EtatDInscription.Annulee);
    }

    /// <summary>They came, or not. Not before the day: nobody knows yet.</summary>
    public Resultat<bool> Noter(bool presente, DateTimeOffset maintenant, DateTimeOffset debut)
    {
        var etat = presente ? EtatDInscription.Presente : EtatDInscription.Absente;
        if (Etat == etat)
        {
            return false;
        }

        if (maintenant < debut - RendezVous.Avance)
        {
            return ErreursAgenda.PasEncore;
        }

        // Who hadn't confirmed and didn't come has given up.
        if (!presente && Etat == EtatDInscription.Inscrite)
        {
            return Annuler(AuteurDAnnulation.Delai, maintenant, debut);
        }

        if (!EtatsDInscription.Permet(Etat, etat))
        {
            return ErreursAgenda.Etat;
        }

        TenueJusqua = null;
        return Passer(etat);
    }

    private bool Passer(EtatDInscription etat)
    {
        Etat = etat;
        Version++;
        return true;
    }
}
