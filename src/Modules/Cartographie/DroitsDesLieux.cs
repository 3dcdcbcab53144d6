using FaireAvec.Kernel.Securite;

namespace FaireAvec.Cartographie;

/// <summary>The table of the module's rights.</summary>
internal static class DroitsDesLieux
{
    public const string GererLesDonnees = "cartographie.donnees.gerer";

    public static IReadOnlyList<RegleDeDroit> Table { get; } =
    [
        new(GererLesDonnees, "Tenir les données des lieux : sources, imports, doublons, fiches, signalements", (Role.GestionnaireDonnees, Portee.National), (Role.AdministrateurNational, Portee.National)),
    ];
}
