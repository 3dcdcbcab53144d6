namespace FaireAvec.Cartographie.Horaires.Regles;

/// <summary>How a rule is joined to those before it.</summary>
internal enum Liaison : byte
{
    /// <summary>« ; » (and the first rule): on the days that it names, an opening rule replaces all that comes before.</summary>
    Remplace,

    /// <summary>« , »: the rule adds to those before, and wins where they overlap.</summary>
    Ajoute,

    /// <summary>« || »: the rule applies only where those before leave the place closed.</summary>
    Repli,
}
