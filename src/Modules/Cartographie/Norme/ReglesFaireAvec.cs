namespace FaireAvec.Cartographie.Norme;

/// <summary>
/// Our own rules, stricter than the standard: what makes a place useless to somebody who needs it. They never block. What the cleaning would change, doubt
/// or hold back (<see cref="Nettoyage.Regles"/>, codes NET-…) is told beside them, under its own code.
/// </summary>
internal static class ReglesFaireAvec
{
    public const string SourceAbsente = "FA-SRC-01";
    public const string ServicesAbsents = "FA-SRV-01";
    public const string ServicesSansAccueil = "FA-SRV-02";
    public const string AccueilSansMoyen = "FA-ACC-01";
    public const string HorairesNonCompris = "FA-HOR-01";
    public const string TelephoneDeBeaucoup = "FA-TEL-01";

    public static IEnumerable<Regle> Toutes { get; } =
    [
        new(SourceAbsente, Niveau.Avertissement, "La source est dite."),
        new(ServicesAbsents, Niveau.Avertissement, "Au moins un service est dit."),
        new(ServicesSansAccueil, Niveau.Avertissement, "Un lieu qui rend des services accueille du public."),
        new(AccueilSansMoyen, Niveau.Avertissement, "« Téléphoner », « Contacter par mail » et « Prendre un RDV en ligne » vont avec un téléphone, un courriel, une adresse de rendez-vous."),
        new(HorairesNonCompris, Niveau.Avertissement, "Les horaires se comprennent."),
        new(TelephoneDeBeaucoup, Niveau.Avertissement, "Un téléphone est celui de cinq lieux au plus."),
    ];
}
