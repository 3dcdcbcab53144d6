using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage.Communes;

/// <summary>
/// Which commune the witnesses agree on. Two that agree win over the third; a witness alone is believed when it names one commune only; when two communes
/// remain, nothing is decided and both are suggested. The order is in README.md.
/// </summary>
internal sealed partial class DecisionDeCommune(ITerritoires territoires, Releve releve, TemoinsDeCommune temoins, string? departementParDefaut, Position? position)
{
    private const int SuggestionsMax = 5;

    /// <summary>Why the name is replaced, when it is not only its writing.</summary>
    public string? RegleNom { get; private set; }

    /// <summary>Why the INSEE code is replaced, when another witness said so.</summary>
    public string? RegleInsee { get; private set; }

    /// <summary>The commune that the witnesses agree on; null when they don't, with the anomaly.</summary>
    public Commune? Decider() => temoins.ParInsee is not null ? AvecInsee(temoins.ParInsee) : SansInsee();

    public bool ProcheDe(Commune commune) => NomsProches.Proche(temoins.Nom.Nom, [commune]) is not null;

    private bool? LoinDe(Commune commune) =>
        commune is { Latitude: { } la, Longitude: { } lo } && position is { } p ? PositionHorsDeSaCommune.Est(Distance.Km(p.Latitude, p.Longitude, la, lo), commune.Departement) : null;

    private Commune? Contradiction(IEnumerable<Commune> communes)
    {
        Signaler(Regles.CommuneContradiction, communes);
        return null;
    }

    private Commune? Plusieurs(IEnumerable<Commune> communes)
    {
        Signaler(Regles.CommunePlusieurs, communes);
        return null;
    }

    private Commune? Manquante()
    {
        releve.Signaler(ReconciliationCommune.ChampCommune, temoins.NomEcrit, Regles.CommuneManquante, Severite.Bloquant);
        return null;
    }

    private void Signaler(string regle, IEnumerable<Commune> communes) =>
        releve.Signaler(
            ReconciliationCommune.ChampCommune,
            temoins.Ecrits,
            regle,
            temoins.NomEcrit is null || temoins.Code is null ? Severite.Bloquant : Severite.Avertissement,
            suggestion: string.Join(" ; ", communes.DistinctBy(NomsOfficiels.Mere).Take(SuggestionsMax).Select(c => $"{(c.CodesPostaux is [var cp, ..] ? cp : "")} {NomsOfficiels.De(c)} ({NomsOfficiels.Mere(c)})")));
}
