using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Comptes.Domain;

/// <summary>
/// Changing a secret without a stop: the new one is good at once, the one before stays good for the time of the change. Never more than two at once, or
/// a lost one would live on unseen.
/// </summary>
internal static class RotationDeSecrets
{
    public const int ValablesMax = 2;
    public const int DureeMaxJours = 730;
    public const int ChevauchementMaxJours = 30;

    /// <summary>Makes room for a new secret: the one in use ends after the overlap, or before when it was to end before.</summary>
    public static Resultat<bool> Preparer(IReadOnlyCollection<SecretDeClient> secrets, DateTimeOffset maintenant, int chevauchementJours)
    {
        if (chevauchementJours is < 0 or > ChevauchementMaxJours)
        {
            return ErreursClients.Chevauchement;
        }

        var valables = secrets.Where(s => s.Valable(maintenant)).ToList();
        if (valables.Count >= ValablesMax)
        {
            return ErreursClients.DeuxSecrets;
        }

        foreach (var secret in valables)
        {
            var fin = maintenant.AddDays(chevauchementJours);
            secret.ExpireLe = fin < secret.ExpireLe ? fin : secret.ExpireLe;
        }

        return true;
    }
}
