using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Purges;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>The register of processing and the texts of consent, read once from <c>data/rgpd</c>. A register that can't be read stops what asks for it: nothing is purged by guess.</summary>
internal sealed class RegistreDesTraitements : IDureesDeConservation
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly Lazy<Fichier> _registre;
    private readonly Lazy<IReadOnlyList<TexteDAccord>> _accords;

    public RegistreDesTraitements(IConfiguration configuration)
    {
        _registre = new(() => Lire<Fichier>(configuration, "traitements.json"));
        _accords = new(() => Lire<IReadOnlyList<TexteDAccord>>(configuration, "accords.json"));
    }

    public DateOnly Version => _registre.Value.Version;

    public IReadOnlyList<Traitement> Traitements => _registre.Value.Traitements;

    /// <summary>Every version of every text.</summary>
    public IReadOnlyList<TexteDAccord> Textes => _accords.Value;

    /// <summary>The text shown today for each purpose.</summary>
    public IReadOnlyList<TexteDAccord> TextesDuJour => [.. Textes.GroupBy(t => t.Finalite, StringComparer.Ordinal).Select(g => g.MaxBy(t => t.Version)!)];

    /// <summary>Those that an account may agree to for itself; the others are for people helped, who agree with their médiateur.</summary>
    public IReadOnlyList<TexteDAccord> TextesPourUnCompte => [.. TextesDuJour.Where(t => t.Finalite.StartsWith("comptes.", StringComparison.Ordinal))];

    public DateTimeOffset Limite(string purge, DateTimeOffset maintenant)
    {
        // Two processings may share a purge; the longest delay wins.
        var limites = Traitements.Where(t => t.Purge == purge).Select(t => t.Conservation.Lue?.Avant(maintenant)).OfType<DateTimeOffset>().ToList();
        return limites.Count > 0 ? limites.Min() : throw new InvalidOperationException($"No processing of the register names the purge {purge} with a delay.");
    }

    private static T Lire<T>(IConfiguration configuration, string fichier)
    {
        using var flux = File.OpenRead(Path.Combine(Preparation.DossierDonneesLivrees(configuration), "rgpd", fichier));
        return JsonSerializer.Deserialize<T>(flux, Json) ?? throw new InvalidOperationException($"data/rgpd/{fichier} is empty.");
    }

    private sealed record Fichier(DateOnly Version, IReadOnlyList<Traitement> Traitements);
}
