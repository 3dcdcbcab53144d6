using FaireAvec.Kernel.Securite;

namespace FaireAvec.Cartographie;

/// <summary>The table of the module's rights.</summary>
internal static class DroitsDesLieux
{
    public const string GererLesDonnees = "cartographie.donnees.gerer";

    public const string TenirNosLieux = "cartographie.nos_lieux.tenir";

    public static IReadOnlyList<RegleDeDroit> Table { get; } =
    [
        new(GererLesDonnees, "Tenir les données des lieux : sources, imports, doublons, fiches, signalements", (Role.GestionnaireDonnees, Portee.National), (Role.AdministrateurNational, Portee.National)),
        new(TenirNosLieux, "Tenir à jour les lieux de son organisation sur la carte", (Role.GestionnaireStructure, Portee.Organisation), (Role.Referent, Portee.Organisation)),
    ];
}
