using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;

namespace FaireAvec.Accompagnement.Api;

/// <summary>What online services cost to mediation in a year, with what it is.</summary>
/// <param name="Titre">What it is.</param>
/// <param name="Methode">How it is counted, and what it doesn't say.</param>
/// <param name="VersionDeLaMethode">Changes with the method: two versions aren't compared.</param>
/// <param name="Source">Who counts.</param>
/// <param name="Licence">Of these figures.</param>
/// <param name="AdresseDeLaLicence">Its text.</param>
/// <param name="Annee">The calendar year.</param>
/// <param name="Annees">Years that can be asked for.</param>
/// <param name="Actes">Acts that say a cause; null when hidden.</param>
/// <param name="Minutes">Minutes that they say; null when hidden, or when none says.</param>
/// <param name="ActesSansMinutes">Acts that don't say how long; null when hidden.</param>
/// <param name="ParService">By service.</param>
/// <param name="ParCause">By cause.</param>
/// <param name="ParMois">By month.</param>
internal sealed record ChargeReponse(
    string Titre,
    string Methode,
    string VersionDeLaMethode,
    string Source,
    string Licence,
    string AdresseDeLaLicence,
    int Annee,
    IReadOnlyList<int> Annees,
    int? Actes,
    long? Minutes,
    int? ActesSansMinutes,
    IReadOnlyList<LigneDeChargeJson> ParService,
    IReadOnlyList<LigneDeChargeJson> ParCause,
    IReadOnlyList<LigneDeChargeJson> ParMois);

/// <summary>One line.</summary>
/// <param name="Code">Service, cause, or month as « 2026-11 ».</param>
/// <param name="Libelle">In French.</param>
/// <param name="Actes">Null when hidden: from 1 to 10, or what would give such a number by difference.</param>
/// <param name="Minutes">Null when hidden, or when no act says how long.</param>
internal sealed record LigneDeChargeJson(string Code, string Libelle, int? Actes, long? Minutes)
{
    public static IReadOnlyList<LigneDeChargeJson> De(IReadOnlyList<LigneDeCharge> lignes, Func<string, string?> libelle) => [.. lignes.Select(l => new LigneDeChargeJson(l.Code, libelle(l.Code) ?? l.Code, l.Actes, l.Minutes))];

    public static IReadOnlyList<LigneDeChargeJson> DesServices(ChargePubliee charge) => De(charge.Services, ServicesEnLigne.Libelle);

    public static IReadOnlyList<LigneDeChargeJson> DesCauses(ChargePubliee charge) => De(charge.Causes, Listes.CausesDeCharge.Libelle);

    public static IReadOnlyList<LigneDeChargeJson> DesMois(ChargePubliee charge) => De(charge.Mois, mois => mois);
}
