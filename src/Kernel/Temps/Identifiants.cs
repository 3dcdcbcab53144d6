namespace FaireAvec.Kernel.Temps;

/// <summary>Ids made in code: UUID version 7 (RFC 9562), ordered by the instant of their making.</summary>
public static class Identifiants
{
    /// <summary>A new id at the clock's instant.</summary>
    public static Guid Nouveau(TimeProvider horloge) => Guid.CreateVersion7(horloge.GetUtcNow());
}
