using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.ATraiter;

/// <summary>An act of mediation without its duration, its theme or its posture, that a few days still allow to complete without a reason. Such acts come from files and other tools.</summary>
internal static class ActeBientotVerrouille
{
    /// <summary>Said this many days before the lock.</summary>
    public const int Preavis = 7;

    public static bool Concerne(Activite acte, DateOnly aujourdhui, int verrou) =>
        acte.SupprimeeLe is null && acte.Type.EstDeMediation() && (acte.Duree == 0 || acte.Thematiques.Length == 0 || acte.Posture is null)
        && aujourdhui.DayNumber - acte.Jour.DayNumber is var age && age <= verrou && age >= verrou - Preavis;
}
