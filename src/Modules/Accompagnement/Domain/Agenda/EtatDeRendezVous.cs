namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>Where an appointment is.</summary>
internal enum EtatDeRendezVous
{
    Pris,
    Honore,
    Absent,
    Annule,

    /// <summary>Another one took its place.</summary>
    Deplace,
}

/// <summary>Who gave up an appointment or a registration.</summary>
internal enum AuteurDAnnulation
{
    Personne,
    Mediateur,

    /// <summary>Nobody confirmed in time.</summary>
    Delai,
}

/// <summary>The table of an appointment's states. An absence is noted without a reason, and a touch that was a mistake is put right.</summary>
internal static class EtatsDeRendezVous
{
    private static readonly HashSet<(EtatDeRendezVous De, EtatDeRendezVous Vers)> Permises =
    [
        (EtatDeRendezVous.Pris, EtatDeRendezVous.Honore),
        (EtatDeRendezVous.Pris, EtatDeRendezVous.Absent),
        (EtatDeRendezVous.Pris, EtatDeRendezVous.Annule),
        (EtatDeRendezVous.Pris, EtatDeRendezVous.Deplace),
        (EtatDeRendezVous.Honore, EtatDeRendezVous.Absent),
        (EtatDeRendezVous.Absent, EtatDeRendezVous.Honore),
    ];

    public static bool Permet(EtatDeRendezVous de, EtatDeRendezVous vers) => Permises.Contains((de, vers));

    /// <summary>True when the time of the médiateur is taken.</summary>
    public static bool Occupe(EtatDeRendezVous etat) => etat is EtatDeRendezVous.Pris or EtatDeRendezVous.Honore or EtatDeRendezVous.Absent;
}
