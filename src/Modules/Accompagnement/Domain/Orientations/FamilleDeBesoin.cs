namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>
/// Kinds of needs that are taken one for another, and go to different trades: knowing one's rights and reaching the right counter (<see cref="AccesAuxDroits"/>),
/// legal advice (<see cref="AccesAuDroit"/>), having a right assessed and opened (<see cref="OuvertureDesDroits"/>).
/// </summary>
internal enum FamilleDeBesoin
{
    Apprendre,
    AccesAuxDroits,
    AccesAuDroit,
    OuvertureDesDroits,

    /// <summary>Harassment, false news, undue influence, money.</summary>
    ConduitesARisque,
    Equiper,
    LireEtParler,
}
