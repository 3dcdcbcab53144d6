using System.Text.Json;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Norme;

/// <summary>
/// The standard « lieux de médiation numérique », as data: our own description of its 32 columns, the table of typologies, and what becomes of the
/// values of the versions 0.x (<see cref="ConversionV0"/>). The files are in <c>data/norme</c>.
/// </summary>
internal sealed class SchemaDesLieux
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Dictionary<string, ColonneDeLaNorme> _parNom;

    private SchemaDesLieux(Fichier fichier, Typologies typologies, ConversionV0 v0)
    {
        (Nom, Version, Colonnes, Typologies, V0) = (fichier.Nom, fichier.Version, fichier.Colonnes, typologies, v0);
        for (var i = 0; i < Colonnes.Count; i++)
        {
            Colonnes[i].Rang = i;
        }

        _parNom = Colonnes.ToDictionary(c => c.Nom, StringComparer.Ordinal);
        if (!Colonnes.Select(c => c.Nom).SequenceEqual(FicheLieu.Colonnes, StringComparer.Ordinal))
        {
            throw new InvalidDataException("data/norme/schema-1.0.2.json doesn't have the columns of FicheLieu, in their order.");
        }
    }

    public string Nom { get; }

    public string Version { get; }

    /// <summary>In the standard's order.</summary>
    public IReadOnlyList<ColonneDeLaNorme> Colonnes { get; }

    public Typologies Typologies { get; }

    public ConversionV0 V0 { get; }

    public ColonneDeLaNorme this[string nom] => _parNom[nom];

    public ColonneDeLaNorme? Trouver(string nom) => _parNom.GetValueOrDefault(nom);

    /// <param name="dossierDonnees">The folder <c>data</c>.</param>
    public static SchemaDesLieux Charger(string dossierDonnees)
    {
        T Lire<T>(string nom)
        {
            using var flux = File.OpenRead(Path.Combine(dossierDonnees, "norme", nom));
            return JsonSerializer.Deserialize<T>(flux, Json) ?? throw new InvalidDataException($"data/norme/{nom} is empty.");
        }

        return new SchemaDesLieux(Lire<Fichier>("schema-1.0.2.json"), Lire<Typologies>("typologies.json"), ConversionV0.Livree);
    }

    private sealed record Fichier(string Nom, string Version, ColonneDeLaNorme[] Colonnes);
}
