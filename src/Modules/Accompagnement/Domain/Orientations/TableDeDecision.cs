using FaireAvec.Accompagnement.Domain.Personnes;
using static FaireAvec.Accompagnement.Domain.Orientations.SignalDOrientation;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>
/// Where to send somebody: the first row that is true decides what comes first. The rows after it aren't lost: what they propose is kept for after, so that
/// the urgent need never cancels the learning one, nor the reverse.
/// </summary>
internal static class TableDeDecision
{
    private static readonly TimeSpan DeuxJours = TimeSpan.FromHours(48);
    private static readonly TimeSpan LeJourMeme = TimeSpan.FromHours(12);

    public static IReadOnlyList<LigneDeDecision> Lignes { get; } =
    [
        new(1, s => s.A(Danger), [], _ => false) { Urgente = true, SansFormulaire = true },
        new(2, s => s.PerdSesDroits || s.A(SansRessources),
            [new(BesoinsDOrientation.OuvertureDesDroits, Metier.TravailSocial, DeuxJours), new(BesoinsDOrientation.AccesAuxDroits, Metier.FranceServices, LeJourMeme)], _ => false) { Urgente = true },
        new(3, s => s.A(DemarcheBloquee) || s.Veut(BesoinsDOrientation.DemarcheBloquee), [new(BesoinsDOrientation.DemarcheBloquee, Metier.Operateur)], _ => false),
        new(4, s => s.A(Litige) || s.Veut(BesoinsDOrientation.AccesAuDroit), [new(BesoinsDOrientation.AccesAuDroit, Metier.PointJustice)], _ => false),
        new(5, s => s.A(LitPeu) || s.A(ApprendLeFrancais) || s.Veut(BesoinsDOrientation.Francais), [new(BesoinsDOrientation.Francais, Metier.FormationDeBase)], _ => false),
        new(6, s => s.A(BesoinDAmenagement) || s.Veut(BesoinsDOrientation.Amenagement), [new(BesoinsDOrientation.Amenagement, Metier.LieuAdapte)], _ => false),
        new(7, s => s.A(SansAppareil) || s.Veut(BesoinsDOrientation.Materiel), [new(BesoinsDOrientation.Materiel, Metier.Reemploi)], _ => false),
        new(8, s => s.Besoins.Select(BesoinsDOrientation.De).Any(b => b is { Apprend: true } and not { Code: BesoinsDOrientation.Amenagement }), [], b => b.Apprend && b.Code != BesoinsDOrientation.Amenagement),
        // Who protects is a party whatever the row (Decision.Parties); alone, the row says that nothing goes without them.
        new(9, s => s.Protection != ProtectionDAdulte.Aucune, [], b => !b.Apprend),
        // The table of the domain ends above. A need without any sign goes to its own trade.
        new(10, s => s.Besoins.Any(b => BesoinsDOrientation.De(b) is not null), [], _ => true),
    ];

    /// <summary>Null when neither a need nor a sign was said.</summary>
    public static Decision? Decider(SituationExprimee situation)
    {
        var vraies = Lignes.Where(l => l.Vaut(situation)).ToList();
        if (vraies.Count == 0)
        {
            return null;
        }

        var maintenant = vraies[0].Proposer(situation);
        if (maintenant.Count == 0 && !vraies[0].SansFormulaire)
        {
            return null;
        }

        var apres = new List<Proposition>();
        foreach (var proposition in vraies.Skip(1).SelectMany(l => l.Proposer(situation)))
        {
            if (maintenant.Concat(apres).All(p => p.Besoin != proposition.Besoin))
            {
                apres.Add(proposition);
            }
        }

        return new Decision(vraies[0], maintenant, apres, PartiesALOrientation.De(situation.Majorite, situation.Protection));
    }
}
