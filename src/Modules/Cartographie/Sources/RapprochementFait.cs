namespace FaireAvec.Cartographie.Sources;

/// <summary>What a comparison of all the source records says.</summary>
/// <param name="Groupes">Records that are one place: two at least, each in no other group.</param>
/// <param name="ARevoir">Pairs that a person must look at.</param>
/// <param name="Liens">Distinct desks at one address: host and guest.</param>
internal sealed record RapprochementFait(
    IReadOnlyList<IReadOnlyList<RapprochementFait.Membre>> Groupes,
    IReadOnlyList<RapprochementFait.Paire> ARevoir,
    IReadOnlyList<RapprochementFait.Paire> Liens)
{
    /// <param name="Fiche">Source record.</param>
    /// <param name="Probabilite">Of its strongest link to the group.</param>
    /// <param name="Raisons">In words.</param>
    internal sealed record Membre(string Fiche, double Probabilite, IReadOnlyList<string> Raisons);

    /// <param name="A">A record; the host, of a link.</param>
    /// <param name="B">The other; the guest, of a link.</param>
    /// <param name="Probabilite">That they are one place.</param>
    /// <param name="Raisons">In words.</param>
    internal sealed record Paire(string A, string B, double Probabilite, IReadOnlyList<string> Raisons);
}
