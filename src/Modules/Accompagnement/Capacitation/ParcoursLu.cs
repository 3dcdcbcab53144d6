using FaireAvec.Accompagnement.Domain.Capacitation;

namespace FaireAvec.Accompagnement.Capacitation;

/// <summary>Where somebody is: their path, what they chose, every look.</summary>
/// <param name="Parcours">The one in progress, else the last one; null when there was none.</param>
/// <param name="Choisis">In the order of the list.</param>
/// <param name="Positionnements">Of all their paths, by day.</param>
/// <param name="Rappels">Of this path.</param>
internal sealed record ParcoursLu(Parcours? Parcours, IReadOnlyList<SavoirFaireChoisi> Choisis, IReadOnlyList<Positionnement> Positionnements, IReadOnlyList<RappelDeSuivi> Rappels)
{
    /// <summary>Those that are worked on: neither postponed nor given up.</summary>
    public IEnumerable<SavoirFaireChoisi> ATravailler => Choisis.Where(c => c.Etat is not (EtatDApprentissage.Reporte or EtatDApprentissage.Abandonne));

    /// <summary>The moments that this path allows now, the expected one first.</summary>
    public IReadOnlyList<Moment> Moments => Parcours is not { } p ? [] : p.Etat switch
    {
        EtatDeParcours.PositionnementInitial => [Moment.Initial],
        EtatDeParcours.ParcoursPropose or EtatDeParcours.EnCours when ATravailler.Any(c => !Vu(c.SavoirFaire, Moment.Initial)) => [Moment.Initial, Moment.EnCours, Moment.Sortie],
        EtatDeParcours.ParcoursPropose or EtatDeParcours.EnCours => [Moment.EnCours, Moment.Sortie, Moment.Initial],
        EtatDeParcours.BilanDeSortie => [Moment.M1, Moment.M3, Moment.Sortie],
        EtatDeParcours.SuiviM1 => [Moment.M3, Moment.M1],
        EtatDeParcours.SuiviM3 => [Moment.M3],
        _ => [],
    };

    /// <summary>The last look at a savoir-faire, in this path or before; null when there was none.</summary>
    public Positionnement? Dernier(string savoirFaire) => Positionnements.LastOrDefault(p => p.SavoirFaire == savoirFaire);

    /// <summary>The level that comes next, for one that is worked on: the next step. Null when there is none, or when nothing was looked at yet.</summary>
    public int? Ensuite(SavoirFaireChoisi choisi) =>
        choisi.Etat is EtatDApprentissage.Choisi or EtatDApprentissage.Travaille && Dernier(choisi.SavoirFaire) is { Niveau: < Niveaux.Max and var niveau } ? niveau + 1 : null;

    private bool Vu(string savoirFaire, Moment moment) => Positionnements.Any(p => p.Parcours == Parcours!.Id && p.SavoirFaire == savoirFaire && p.Moment == moment);
}
