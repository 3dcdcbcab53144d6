namespace FaireAvec.Kernel.Securite;

/// <summary>Two acts that one person never does on one thing.</summary>
/// <param name="Acte">"module.acte".</param>
/// <param name="Autre">The other one.</param>
/// <param name="Objet">The thing, in French.</param>
/// <param name="Raison">Why, in French, fit to be shown.</param>
/// <param name="Appliquee">True once the module of these acts asks before them; false while that module isn't there. A test compares it with the code.</param>
public sealed record ActesIncompatibles(string Acte, string Autre, string Objet, string Raison, bool Appliquee);

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

    /// <summary>Asks something about one's own data.</summary>
    public const string DemanderSurSesDonnees = "comptes.demander_sur_ses_donnees";

    /// <summary>Takes such a request in hand, answers it, refuses it.</summary>
    public const string RepondreAUneDemande = "comptes.repondre_a_une_demande";

    /// <summary>Asks for help, having lost what one signs in with.</summary>
    public const string DemanderSecours = "comptes.demander_secours";

    /// <summary>Gives the first of the two agreements that a recovery needs.</summary>
    public const string PremierAccordDeSecours = "comptes.premier_accord_de_secours";

    /// <summary>Gives the second one.</summary>
    public const string SecondAccordDeSecours = "comptes.second_accord_de_secours";

    /// <summary>Gives the support a code to look at one's screen.</summary>
    public const string DonnerUnCode = "comptes.donner_un_code";

    /// <summary>Looks with such a code.</summary>
    public const string RegarderAvecUnCode = "comptes.regarder_avec_un_code";

    /// <summary>The forbidden pairs.</summary>
    public static IReadOnlyList<ActesIncompatibles> Table { get; } =
    [
        new(DemanderSurSesDonnees, RepondreAUneDemande, "la même demande", "Qui demande quelque chose sur ses données n’y répond pas.", Appliquee: true),
        new(DemanderSecours, PremierAccordDeSecours, "le même compte", "Qui a perdu ses moyens de connexion ne donne pas le premier accord.", Appliquee: true),
        new(DemanderSecours, SecondAccordDeSecours, "le même compte", "Qui a perdu ses moyens de connexion ne donne pas le second accord.", Appliquee: true),
        new(PremierAccordDeSecours, SecondAccordDeSecours, "le même compte", "Qui a donné le premier accord à un dépannage ne donne pas le second.", Appliquee: true),
        new(DonnerUnCode, RegarderAvecUnCode, "le même écran", "Qui donne un code d’assistance ne regarde pas avec.", Appliquee: true),
        new(AiguillerUnPass, EncaisserUnPass, "le même pass", "Qui remet un pass ne l’encaisse pas.", Appliquee: false),
        new(Juger, Former, "le même candidat", "Qui a formé un candidat ne le juge pas.", Appliquee: false),
        new(Juger, Accompagner, "le même candidat", "Qui suit un candidat ne le juge pas.", Appliquee: false),
        new(Juger, Employer, "le même candidat", "Qui emploie un candidat ne le juge pas.", Appliquee: false),
        new(InstruireUneDemande, RecevoirUneSubvention, "la même demande", "Qui reçoit une subvention ne l’instruit pas.", Appliquee: false),
        new(ChangerUnIban, ApprouverUnPaiement, "le même compte bancaire", "Qui change un RIB n’approuve pas le paiement.", Appliquee: false),
        new(AuditerUnSite, TenirUnSite, "le même site", "Qui tient un site ne l’audite pas.", Appliquee: false),
    ];

    /// <summary>The pair that forbids this act to somebody who did these on the same thing, or null.</summary>
    public static ActesIncompatibles? Conflit(string acte, IEnumerable<string> dejaFaits) => dejaFaits
        .Select(fait => Table.FirstOrDefault(p => (p.Acte == acte && p.Autre == fait) || (p.Autre == acte && p.Acte == fait)))
        .FirstOrDefault(p => p is not null);
}
