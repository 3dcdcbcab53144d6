namespace FaireAvec.Cartographie.Domain;

/// <summary>What keeps a record off the map, whoever gives it: a shelter, or a name that is none.</summary>
/// <param name="Cause">Which of the two.</param>
/// <param name="Motif">What the rule saw, in words.</param>
internal sealed record Retenue(CauseDeRetenue Cause, string Motif)
{
    /// <summary>The reason to hold back a row as it is written, or null when it may be shown.</summary>
    public static string? MotifDe(FicheLieu lieu) =>
        RetenueHebergement.Motif(lieu) ?? NomDeLieu.Motif(lieu.Nom);

    /// <summary>
    /// The same of a record over which people's corrections are laid. A correction may hide: what it says may be a shelter's. It never shows a shelter, whatever it writes instead of the
    /// words that told one: only its manager's agreement does. It does give a name to a record that had none.
    /// </summary>
    /// <param name="corrigee">The record with its corrections; <see cref="Lieu.Retenu"/> is what was said of it as its source wrote it.</param>
    /// <param name="accord">The manager of the shelter asked for it to be shown.</param>
    public static Retenue? De(Lieu corrigee, bool accord) =>
        !accord && Hebergement(corrigee) is { } hebergement ? new Retenue(CauseDeRetenue.Hebergement, hebergement)
        : NomDeLieu.Motif(corrigee.Nom) is { } nom ? new Retenue(CauseDeRetenue.Nom, nom)
        : null;

    private static string? Hebergement(Lieu corrigee) =>
        corrigee.Retenu is { } ecrite && ecrite != Lieu.Depublie && !NomDeLieu.Motifs.Contains(ecrite, StringComparer.Ordinal) ? ecrite : RetenueHebergement.Motif(corrigee);
}

/// <summary>Why a record isn't on the map.</summary>
internal enum CauseDeRetenue
{
    /// <summary>People are housed there (<see cref="RetenueHebergement"/>): its manager's agreement shows it.</summary>
    Hebergement,

    /// <summary>Its name is none (<see cref="NomDeLieu"/>): a right name shows it.</summary>
    Nom,
}
