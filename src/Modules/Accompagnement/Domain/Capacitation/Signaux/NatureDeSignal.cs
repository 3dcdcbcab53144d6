namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>What hardly happens in real life: a mistake of entry most of the time.</summary>
internal enum NatureDeSignal
{
    /// <summary>Everything at 0 at the start, everything at 5 at the end.</summary>
    ToutDeZeroACinq,

    /// <summary>Several people entered at the same minute.</summary>
    HeuresIdentiques,

    /// <summary>More than three people looked at on one day by one médiateur.</summary>
    TropEnUnJour,

    /// <summary>A gain on one savoir-faire alone.</summary>
    UnSeulSavoirFaire,

    /// <summary>An exit dated before the start.</summary>
    FinAvantDebut,
}
