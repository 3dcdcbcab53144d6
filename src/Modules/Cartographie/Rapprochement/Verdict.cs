namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Decision and probability that two places are one.</summary>
internal readonly record struct Verdict(Decision Decision, double Probabilite)
{
    /// <summary>As written in files: « meme », « distinct », « a_revoir ».</summary>
    public string Mot => Dire(Decision);

    public static string Dire(Decision decision) => decision switch
    {
        Decision.Meme => "meme",
        Decision.Distinct => "distinct",
        Decision.ARevoir => "a_revoir",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}
