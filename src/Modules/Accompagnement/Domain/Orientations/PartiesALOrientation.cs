using FaireAvec.Accompagnement.Domain.Personnes;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>Who must say yes before somebody is sent on: always the person; with them a parent before 18, and the curateur or the tuteur.</summary>
internal static class PartiesALOrientation
{
    public static IReadOnlyList<PartieAUnMandat> De(MajoriteDeLaPersonne majorite, ProtectionDAdulte protection) =>
        [PartieAUnMandat.Personne, .. PartiesAUnMandat.De(majorite, protection).Where(p => p != PartieAUnMandat.Personne)];
}
