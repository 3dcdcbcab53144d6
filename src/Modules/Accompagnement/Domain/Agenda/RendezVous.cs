using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>Somebody comes to somebody, at a place, at a time.</summary>
internal sealed class RendezVous : Reservation
{
    /// <summary>Somebody may be seen a little before the hour.</summary>
    public static readonly TimeSpan Avance = TimeSpan.FromMinutes(30);

    public required string Lieu { get; init; }

    /// <summary>Zone of the place (IANA).</summary>
    public required string Fuseau { get; init; }

    public Guid? Salle { get; init; }
    public required DateTimeOffset Debut { get; init; }
    public required DateTimeOffset Fin { get; init; }
    public EtatDeRendezVous Etat { get; private set; }

    /// <summary>The one that it took the place of.</summary>
    public Guid? Remplace { get; init; }

    public Plage Plage => new(Debut, Fin);

    public int Minutes => (int)(Fin - Debut).TotalMinutes;

    /// <summary>Confirmed; nothing changes when it was.</summary>
    public Resultat<bool> Confirmer(DateTimeOffset maintenant)
    {
        if (Etat != EtatDeRendezVous.Pris || Expiree(maintenant))
        {
            return ErreursAgenda.TropTard;
        }

        var nouveau = TenueJusqua is not null;
        TenueJusqua = null;
        Version += nouveau ? 1 : 0;
        return nouveau;
    }

    /// <summary>They came, or not. Not before the hour: nobody knows yet.</summary>
    public Resultat<bool> Noter(EtatDeRendezVous etat, DateTimeOffset maintenant)
    {
        if (etat is not (EtatDeRendezVous.Honore or EtatDeRendezVous.Absent) || (Etat != etat && !EtatsDeRendezVous.Permet(Etat, etat)))
        {
            return ErreursAgenda.Etat;
        }

        return maintenant < (etat == EtatDeRendezVous.Absent ? Debut : Debut - Avance) ? ErreursAgenda.PasEncore : Passer(etat);
    }

    public Resultat<bool> Annuler(AuteurDAnnulation par, DateTimeOffset maintenant)
    {
        if (!EtatsDeRendezVous.Permet(Etat, EtatDeRendezVous.Annule))
        {
            return Etat == EtatDeRendezVous.Annule ? false : ErreursAgenda.Etat;
        }

        if (par == AuteurDAnnulation.Personne && maintenant >= Debut)
        {
            return ErreursAgenda.DejaPasse;
        }

        AnnuleePar = par;
        return Passer(EtatDeRendezVous.Annule);
    }

    /// <summary>Another one takes its place.</summary>
    public Resultat<bool> Deplacer(DateTimeOffset maintenant)
    {
        if (!EtatsDeRendezVous.Permet(Etat, EtatDeRendezVous.Deplace) || Expiree(maintenant))
        {
            return ErreursAgenda.Etat;
        }

        return Passer(EtatDeRendezVous.Deplace);
    }

    private bool Passer(EtatDeRendezVous etat)
    {
        if (Etat == etat)
        {
            return false;
        }

        Etat = etat;
        TenueJusqua = null;
        Version++;
        return true;
    }
}
