using System.Text.Json.Serialization;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>Whether a processing takes place here.</summary>
internal enum EtatDeTraitement
{
    EnService,

    /// <summary>Of a module that isn't installed: written now, so that who decides knows what is coming.</summary>
    Prevu,
}

/// <summary>How long, from what, and what happens then.</summary>
/// <param name="Duree">ISO 8601; null when it can't be a duration: then <paramref name="EnMots"/> says it.</param>
/// <param name="EnMots">In words, when there is no duration.</param>
/// <param name="ACompterDe">What it counts from.</param>
/// <param name="Ensuite">What happens at the end.</param>
internal sealed record Conservation(string? Duree, string? EnMots, string ACompterDe, string Ensuite)
{
    [JsonIgnore]
    public DureeDeConservation? Lue => DureeDeConservation.Lire(Duree);

    /// <summary>« 12 mois à compter de la clôture du compte ».</summary>
    [JsonIgnore]
    public string Phrase => Lue is { } duree ? $"{duree.EnMots()} à compter de {ACompterDe}".Replace("de le ", "du ", StringComparison.Ordinal) : EnMots ?? "";
}

/// <summary>One line of the register of processing (GDPR, article 30).</summary>
internal sealed record Traitement
{
    public required string Cle { get; init; }
    public required string Nom { get; init; }
    public required EtatDeTraitement Etat { get; init; }
    public required string Finalite { get; init; }

    /// <summary>The controller.</summary>
    public required string Responsable { get; init; }

    /// <summary>"6-1-e".</summary>
    public required string Base { get; init; }
    public required string ExplicationDeLaBase { get; init; }
    public required string Personnes { get; init; }
    public required IReadOnlyList<string> Donnees { get; init; }
    public required IReadOnlyList<string> Destinataires { get; init; }
    public required string Transferts { get; init; }
    public required Conservation Conservation { get; init; }

    /// <summary>The purge that applies the retention; null: <see cref="SansPurge"/> says why there is none.</summary>
    public string? Purge { get; init; }
    public string? SansPurge { get; init; }
    public required IReadOnlyList<string> Securite { get; init; }

    /// <summary>About the impact assessment (article 35), when one is needed.</summary>
    public string? AnalyseDImpact { get; init; }
}
