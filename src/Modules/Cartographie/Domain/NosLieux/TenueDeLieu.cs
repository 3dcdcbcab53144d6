using System.Text.Json;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Cartographie.Domain.NosLieux;

/// <summary>One gesture of an organisation on one of its places: who, when, what it was before, so that it can be undone. Never changed but to say that it was undone.</summary>
internal sealed class TenueDeLieu : IJournalisee
{
    public required Guid Id { get; init; }

    /// <summary>The place, as it is linked to the organisation.</summary>
    public required string Lieu { get; init; }

    public required Guid Organisation { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid Compte { get; init; }

    public required DateTimeOffset FaiteLe { get; init; }

    public required GesteDeTenue Geste { get; init; }

    /// <summary>The values before and after, by record, as JSON.</summary>
    public required string Details { get; init; }

    public DateTimeOffset? DefaiteLe { get; private set; }

    public Guid? DefaitePar { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    public IReadOnlyList<ValeurTenue> Valeurs => JsonSerializer.Deserialize<List<ValeurTenue>>(Details) ?? [];

    public static string Ecrire(IEnumerable<ValeurTenue> valeurs) => JsonSerializer.Serialize(valeurs);

    /// <summary>Says that it was undone; false when it was already.</summary>
    public bool Defaire(Guid compte, DateTimeOffset maintenant)
    {
        if (DefaiteLe is not null)
        {
            return false;
        }

        (DefaiteLe, DefaitePar) = (maintenant, compte);
        return true;
    }
}

/// <summary>A value that a gesture changed.</summary>
/// <param name="Fiche">The source record.</param>
/// <param name="Champ">Column of the standard, or « verifie_le », « retenu ».</param>
/// <param name="Avant">What was shown.</param>
/// <param name="Apres">What is shown since.</param>
internal sealed record ValeurTenue(string Fiche, string Champ, string? Avant, string? Apres);
