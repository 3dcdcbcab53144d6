using System.Collections.Frozen;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>National numbers, free or at the price of a local call, as their services publish them (November 2026).</summary>
internal static class NumerosDEcoute
{
    /// <summary>Whom to call at once, in the order of the screen. Nothing is written down about it.</summary>
    public static IReadOnlyList<NumeroDEcoute> Urgence { get; } =
    [
        new("urgence_europeenne", "112"),
        new("urgence_par_ecrit", "114"),
        new("samu", "15"),
        new("police", "17"),
        new("enfance_en_danger", "119"),
        new("violences_femmes", "3919"),
        new("suicide", "3114"),
        new("sans_abri", "115"),
    ];

    public static IReadOnlyList<NumeroDEcoute> Conseil { get; } =
    [
        new("allo_service_public", "39 39"),
        new("defenseur_des_droits", "09 69 39 00 00"),
        new("point_justice", "30 39"),
        new("harcelement_numerique", "30 18"),
        new("victimes", "116 006"),
        new("arnaques", "0 805 805 817"),
        new("illettrisme", "0 800 11 10 35"),
    ];

    private static readonly FrozenDictionary<string, NumeroDEcoute> ParCle = Urgence.Concat(Conseil).ToFrozenDictionary(n => n.Cle, StringComparer.Ordinal);

    public static NumeroDEcoute De(string cle) => ParCle[cle];
}
