using System.Collections.Frozen;
using System.Text.Json;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Charge;

/// <summary>
/// The list of <c>data/services-en-ligne.json</c>: data, so that a service is added without a line of code, and in the product, since acts keep its codes. A
/// code is never used again for something else; a service that closes keeps its own.
/// </summary>
internal static class ServicesEnLigne
{
    /// <summary>Longest text that is looked for.</summary>
    public const int RechercheMax = 100;

    private const int Proposes = 8;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly ListeDeServices Liste = Charger();

    private static readonly FrozenDictionary<string, ServiceEnLigne> ParCode = Liste.Services.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);

    private static readonly (ServiceEnLigne Service, string[] Noms)[] Cherchables =
        [.. Liste.Services.Select(s => (s, (string[])[.. s.AutresNoms.Prepend(s.Libelle).Select(TexteRecherche.Normaliser)]))];

    public static ListeDeServices Publiee => Liste;

    public static IReadOnlyList<ServiceEnLigne> Tous => Liste.Services;

    public static IReadOnlyList<string> Codes { get; } = [.. Liste.Services.Select(s => s.Code)];

    public static bool Contient(string? code) => code is not null && ParCode.ContainsKey(code);

    /// <summary>The name of a code, or null.</summary>
    public static string? Libelle(string? code) => code is not null && ParCode.TryGetValue(code, out var service) ? service.Libelle : null;

    /// <summary>The name of a family.</summary>
    public static string Famille(string code) => Liste.Familles.First(f => f.Code == code).Libelle;

    /// <summary>Those whose name, or what people call them, has a word that begins by each word of the text: the best first.</summary>
    public static IReadOnlyList<ServiceEnLigne> Chercher(string? texte, int nombre = Proposes)
    {
        var cherche = TexteRecherche.Normaliser(texte?.Length > RechercheMax ? texte[..RechercheMax] : texte);
        return cherche.Length == 0 ? [] :
        [
            .. Cherchables.Select(c => (c.Service, Rang: Rang(c.Noms, cherche))).Where(c => c.Rang < int.MaxValue).OrderBy(c => c.Rang).Take(nombre).Select(c => c.Service),
        ];
    }

    /// <summary>
    /// The one that somebody means in a form: the one chosen in the list when the text still says it; else the one whose name, or other name, is exactly the
    /// text; else the only one that answers. Null when the text means nothing, or two.
    /// </summary>
    public static string? Saisi(string? code, string? texte)
    {
        var dit = texte?.Trim() ?? "";
        if (Contient(code) && (dit.Length == 0 || dit == Libelle(code)))
        {
            return code;
        }

        if (dit.Length is 0 or > RechercheMax)
        {
            return null;
        }

        var cherche = TexteRecherche.Normaliser(dit);
        var exacts = Cherchables.Where(c => c.Noms[0] == cherche).Concat(Cherchables.Where(c => c.Noms.Contains(cherche, StringComparer.Ordinal))).Select(c => c.Service.Code).Distinct(StringComparer.Ordinal).ToList();
        return exacts is [var premier, ..] && (exacts.Count == 1 || Cherchables.Any(c => c.Service.Code == premier && c.Noms[0] == cherche))
            ? premier
            : Chercher(dit, 2) is [var seul] ? seul.Code : null;
    }

    // 0: the name itself; 1: begins by it; 2: another name; 3: words of one of the names.
    private static int Rang(string[] noms, string cherche)
    {
        if (noms[0] == cherche)
        {
            return 0;
        }

        if (noms[0].StartsWith(cherche, StringComparison.Ordinal))
        {
            return 1;
        }

        if (noms.Any(n => n.StartsWith(cherche, StringComparison.Ordinal)))
        {
            return 2;
        }

        var mots = cherche.Split(' ');
        return noms.Any(n => mots.All(m => $" {n}".Contains($" {m}", StringComparison.Ordinal))) ? 3 : int.MaxValue;
    }

    private static ListeDeServices Charger()
    {
        using var flux = typeof(ServicesEnLigne).Assembly.GetManifestResourceStream("services-en-ligne.json") ?? throw new InvalidOperationException("data/services-en-ligne.json isn't in the assembly.");
        return JsonSerializer.Deserialize<ListeDeServices>(flux, Options) ?? throw new InvalidOperationException("data/services-en-ligne.json is empty.");
    }
}
