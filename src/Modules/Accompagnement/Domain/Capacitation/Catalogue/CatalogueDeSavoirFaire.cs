using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The shipped list of savoir-faire, with what its file says of itself.</summary>
internal sealed class CatalogueDeSavoirFaire
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private readonly FrozenDictionary<string, SavoirFaire> _parCode;

    private CatalogueDeSavoirFaire(Fichier fichier)
    {
        (Titre, Mention, Source, Licence, AdresseDeLaLicence, Date, Version) = (fichier.Titre, fichier.Mention, fichier.Source, fichier.Licence, fichier.LicenceUrl, fichier.Date, fichier.Version);
        Tous = fichier.SavoirFaire;
        _parCode = Tous.DistinctBy(s => s.Code, StringComparer.Ordinal).ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);
    }

    public string Titre { get; }

    /// <summary>That it is a proposal, and of whom.</summary>
    public string Mention { get; }

    public string Source { get; }
    public string Licence { get; }
    public string AdresseDeLaLicence { get; }
    public DateOnly Date { get; }
    public string Version { get; }

    /// <summary>In the order of the file: by domain.</summary>
    public IReadOnlyList<SavoirFaire> Tous { get; }

    public SavoirFaire? Lire(string? code) => code is not null && _parCode.TryGetValue(code, out var s) ? s : null;

    public int Rang(string code) => Tous.IndexOf(_parCode[code]);

    /// <summary>Reads the file; one that can't be read is a fault of ours.</summary>
    public static CatalogueDeSavoirFaire De(Stream flux) =>
        new(JsonSerializer.Deserialize<Fichier>(flux, Json) ?? throw new InvalidOperationException("data/capacitation/savoir-faire.json is empty."));

    private sealed record Fichier(string Titre, string Mention, string Source, string Licence, string LicenceUrl, DateOnly Date, string Version, IReadOnlyList<SavoirFaire> SavoirFaire);
}
