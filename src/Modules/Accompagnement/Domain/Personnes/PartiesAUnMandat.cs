namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>Who signs.</summary>
internal enum PartieAUnMandat
{
    /// <summary>The person.</summary>
    Personne,

    /// <summary>A parent, or who has their authority.</summary>
    Responsable,

    /// <summary>The curateur or the tuteur.</summary>
    Protecteur,
}

/// <summary>Who must be a party when somebody acts in the person's name.</summary>
internal static class PartiesAUnMandat
{
    public static IReadOnlyList<PartieAUnMandat> De(MajoriteDeLaPersonne majorite, ProtectionDAdulte protection)
    {
        // A tuteur represents the person; the person is told, and doesn't sign.
        var parties = new List<PartieAUnMandat>();
        if (protection != ProtectionDAdulte.Tutelle)
        {
            parties.Add(PartieAUnMandat.Personne);
        }

        if (majorite != MajoriteDeLaPersonne.Majeure)
        {
            parties.Add(PartieAUnMandat.Responsable);
        }

        if (protection != ProtectionDAdulte.Aucune)
        {
            parties.Add(PartieAUnMandat.Protecteur);
        }

        return parties;
    }
}
