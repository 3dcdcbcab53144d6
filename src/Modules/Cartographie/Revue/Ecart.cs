namespace FaireAvec.Cartographie.Revue;

/// <summary>How two records agree on a field that at least one of them fills.</summary>
internal enum Ecart
{
    /// <summary>They say the same, but for case, accents and signs.</summary>
    Pareil,

    Different,

    /// <summary>Only the first one says something: it isn't a disagreement.</summary>
    SeulementA,

    SeulementB,
}
