namespace FaireAvec.Kernel.Securite;

/// <summary>Two acts that one person never does on one thing.</summary>
/// <param name="Acte">"module.acte".</param>
/// <param name="Autre">The other one.</param>
/// <param name="Objet">The thing, in French.</param>
/// <param name="Raison">Why, in French, fit to be shown.</param>
public sealed record ActesIncompatibles(string Acte, string Autre, string Objet, string Raison);

/// <summary>
/// Separation of duties: whoever orders doesn't pay, whoever teaches doesn't judge. The table is the product's; each module asks it before an act, with
/// what the same person already did on the same thing.
/// </summary>
public static class SeparationDesTaches
{
    /// <summary>Hands out a voucher to a person.</summary>
    public const string AiguillerUnPass = "passnumerique.aiguiller";

    /// <summary>Takes a voucher as a payment.</summary>
    public const string EncaisserUnPass = "passnumerique.encaisser";

    /// <summary>Sits on the jury of a session.</summary>
    public const string Juger = "formations.juger";

    /// <summary>Trains the candidate.</summary>
    public const string Former = "formations.former";

    /// <summary>Follows the candidate as a mentor.</summary>
    public const string Accompagner = "formations.accompagner";

    /// <summary>Employs the candidate.</summary>
    public const string Employer = "formations.employer";

    /// <summary>Examines a request of subsidy.</summary>
    public const string InstruireUneDemande = "conseillers.instruire";

    /// <summary>Receives the subsidy, for the organisation that asks.</summary>
    public const string RecevoirUneSubvention = "conseillers.recevoir";

    /// <summary>Changes a bank account number.</summary>
    public const string ChangerUnIban = "paiements.changer_iban";

    /// <summary>Approves a payment.</summary>
    public const string ApprouverUnPaiement = "paiements.approuver";

    /// <summary>Audits an online service.</summary>
    public const string AuditerUnSite = "accessibilite.auditer";

    /// <summary>Answers for an online service.</summary>
    public const string TenirUnSite = "accessibilite.tenir";

    /// <summary>The forbidden pairs.</summary>
    public static IReadOnlyList<ActesIncompatibles> Table { get; } =
    [
        new(AiguillerUnPass, EncaisserUnPass, "le même pass", "Qui remet un pass ne l’encaisse pas."),
        new(Juger, Former, "le même candidat", "Qui a formé un candidat ne le juge pas."),
        new(Juger, Accompagner, "le même candidat", "Qui suit un candidat ne le juge pas."),
        new(Juger, Employer, "le même candidat", "Qui emploie un candidat ne le juge pas."),
        new(InstruireUneDemande, RecevoirUneSubvention, "la même demande", "Qui reçoit une subvention ne l’instruit pas."),
        new(ChangerUnIban, ApprouverUnPaiement, "le même compte bancaire", "Qui change un RIB n’approuve pas le paiement."),
        new(AuditerUnSite, TenirUnSite, "le même site", "Qui tient un site ne l’audite pas."),
    ];

    /// <summary>The pair that forbids this act to somebody who did these on the same thing, or null.</summary>
    public static ActesIncompatibles? Conflit(string acte, IEnumerable<string> dejaFaits) => dejaFaits
        .Select(fait => Table.FirstOrDefault(p => (p.Acte == acte && p.Autre == fait) || (p.Autre == acte && p.Acte == fait)))
        .FirstOrDefault(p => p is not null);
}
