using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Norme;

/// <summary>One column of the standard, as <c>data/norme/schema-1.0.2.json</c> describes it.</summary>
internal sealed class ColonneDeLaNorme
{
    private LibelleProche? _proche;

    public required string Nom { get; init; }

    /// <summary>« texte », « nombre », « date », « url », or « liste » when a cell holds several values.</summary>
    public required string Type { get; init; }

    public required bool Obligatoire { get; init; }

    /// <summary>Middle of the codes of its rules: « CP » gives NOR-CP-01.</summary>
    public required string Code { get; init; }

    /// <summary>What may be written, in French words.</summary>
    public required string Regle { get; init; }

    public required string Exemple { get; init; }

    /// <summary>What each value looks like; null when anything goes.</summary>
    public string? Motif { get; init; }

    public int? LongueurMax { get; init; }

    /// <summary>The only values that are admitted; null when the list isn't closed.</summary>
    public string[]? Valeurs { get; init; }

    public string? Note { get; init; }

    [JsonIgnore]
    public int Rang { get; set; }

    [JsonIgnore]
    public bool EstListe => Type == "liste";

    /// <summary>The pattern, compiled so that no text can make it slow.</summary>
    [JsonIgnore]
    public Regex? Expression => field ??= Motif is null ? null : new Regex(Motif, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [JsonIgnore]
    public ListeFermee? Fermee => field ??= Valeurs is null ? null : new ListeFermee(Valeurs);

    /// <summary>The label of its list that was probably meant: by its slug, or with some wrong letters.</summary>
    public string? Proche(string texte) => Fermee?.Trouver(texte) ?? (_proche ??= new LibelleProche(Valeurs ?? [])).Trouver(texte);
}
