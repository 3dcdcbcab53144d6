using System.Text.Json;
using FaireAvec.Contracts.Comptes;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>Everything that all the modules hold about one person, to read and as a file.</summary>
internal sealed class DonneesDUnePersonne(IEnumerable<IDonneesDePersonne> modules, RegistreDesTraitements registre, TimeProvider horloge)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public async Task<IReadOnlyList<LotDeDonnees>> LireAsync(Guid personne, CancellationToken annulation)
    {
        var lots = new List<LotDeDonnees>();
        foreach (var module in modules.OrderByDescending(m => m.Rang))
        {
            lots.AddRange(await module.ExporterAsync(personne, annulation));
        }

        return lots;
    }

    /// <summary>The file of the right to portability: stable names, types kept.</summary>
    public async Task<byte[]> EnJsonAsync(Guid personne, CancellationToken annulation)
    {
        var lots = await LireAsync(personne, annulation);
        var traitements = lots.Select(l => l.Traitement).ToHashSet(StringComparer.Ordinal);
        return JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["personne"] = personne,
                ["exporte_le"] = horloge.GetUtcNow(),
                ["traitements"] = registre.Traitements.Where(t => traitements.Contains(t.Cle)).Select(t => new { cle = t.Cle, nom = t.Nom, finalite = t.Finalite, @base = t.Base, conservation = t.Conservation.Phrase }),
                ["donnees"] = lots.ToDictionary(l => l.Cle, l => l.Fiches.Select(f => f.ToDictionary(d => d.Cle, d => d.Valeur, StringComparer.Ordinal)), StringComparer.Ordinal),
            },
            Json);
    }
}
