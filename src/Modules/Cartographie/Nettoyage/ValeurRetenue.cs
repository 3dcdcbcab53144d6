namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>A value that belongs to a person: kept apart, never published. Only the masked form goes in reports.</summary>
/// <param name="Champ">Column of the standard.</param>
/// <param name="Valeur">The value itself.</param>
/// <param name="Masquee">What may be shown of it.</param>
/// <param name="Regle">Code in <see cref="Regles"/>: the reason.</param>
internal sealed record ValeurRetenue(string Champ, string Valeur, string Masquee, string Regle)
{
    /// <summary>Why it is held back, in French.</summary>
    public string Motif => Regles.Phrase(Regle);

    /// <summary>Never the value: a log would publish it.</summary>
    public override string ToString() => $"{Champ} {Masquee} ({Regle})";
}
