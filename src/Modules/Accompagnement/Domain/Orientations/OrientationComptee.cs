namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>What the figures need of an orientation that was sent: nothing that says whose.</summary>
internal sealed record OrientationComptee(EtatDOrientation Etat, int Rang, bool Urgent, DateTimeOffset EnvoyeeLe, DateTimeOffset? RepondueLe, DateTimeOffset? HonoreeLe, bool Rendue);
