using System.Text.Json;
using AngleSharp.Dom;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Html;

namespace FaireAvec.Tests.Unit.Ui;

/// <summary>
/// Our fields keep the structure and classes of govuk-frontend, whose style sheet we build on: an upgrade that changes its HTML shows here.
/// Compared: tags, govuk classes, names, types, values, states. Not compared: ids of hints and errors (ours are in French), words that the component
/// says itself, and the script hooks that we don't use.
/// </summary>
public sealed class FixturesTests
{
    private static readonly string[] Cas =
    [
        "input/default", "input/with hint text", "input/with error message", "input/with error and hint", "input/with width-10 class", "input/with width-2 class",
        "input/with label as page heading", "input/with prefix", "input/with suffix", "input/with prefix and suffix", "input/disabled", "input/value",
        "input/with autocomplete attribute", "input/with spellcheck disabled", "input/custom type", "input/inputmode",
        "textarea/default", "textarea/with hint", "textarea/with error message", "textarea/with hint and error message", "textarea/with custom rows",
        "textarea/with label as page heading",
        "select/default", "select/with hint text and error message", "select/with label as page heading",
        "radios/with hint", "radios/with hints on items", "radios/with fieldset and error message", "radios/with disabled",
        "checkboxes/with error message", "checkboxes/with legend as a page heading",
        "error-summary/default", "error-summary/mixed with and without links",
    ];

    public static TheoryData<string> Fixtures => [.. Cas];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Html_HasTheStructureOfTheDesignSystem(string cas)
    {
        var (composant, nom) = (cas.Split('/')[0], cas.Split('/')[1]);
        var fichier = Trouver($"node_modules/govuk-frontend/dist/govuk/components/{composant}/fixtures.json");
        Assert.SkipWhen(fichier is null, "govuk-frontend isn't installed: run npm ci.");
        using var document = JsonDocument.Parse(File.ReadAllText(fichier!));
        var fixture = document.RootElement.GetProperty("fixtures").EnumerateArray().Single(f => f.GetProperty("name").GetString() == nom);

        var notre = Rendu.Texte(Construire(composant, fixture.GetProperty("options")));

        Assert.Equal(Structure(fixture.GetProperty("html").GetString()!), Structure(notre));
    }

    private static IHtmlContent Construire(string composant, JsonElement o)
    {
        if (composant == "error-summary")
        {
            return GenerateurDeChamps.Erreurs(Texte(o, "titleText")!, [.. o.GetProperty("errorList").EnumerateArray().Select(e => new LigneErreur(Texte(e, "text")!, Texte(e, "href")?.TrimStart('#')))]);
        }

        var legende = Sous(o, "fieldset") is { } jeu ? Sous(jeu, "legend") : null;
        var libelle = legende ?? Sous(o, "label");
        var champ = new ChampOptions
        {
            Id = Texte(o, "id") ?? Texte(o, "idPrefix") ?? Texte(o, "name")!,
            Nom = Texte(o, "name")!,
            Libelle = Texte(libelle!.Value, "text")!,
            Indice = Sous(o, "hint") is { } indice ? Texte(indice, "text") : null,
            Erreur = Sous(o, "errorMessage") is { } erreur ? Texte(erreur, "text") : null,
            Valeur = Texte(o, "value"),
            EnTitre = libelle.Value.TryGetProperty("isPageHeading", out var titre) && titre.GetBoolean(),
            Desactive = Vrai(o, "disabled"),
        };
        return composant switch
        {
            "input" => GenerateurDeChamps.Saisie(new SaisieOptions
            {
                Champ = champ,
                Type = Texte(o, "type") ?? "text",
                Inputmode = Texte(o, "inputmode"),
                Autocomplete = Texte(o, "autocomplete"),
                Spellcheck = o.TryGetProperty("spellcheck", out var ortho) ? ortho.GetBoolean() : null,
                Largeur = Texte(o, "classes") is { } c && c.Contains("width-", StringComparison.Ordinal) ? int.Parse(c.Split("width-")[1]) : null,
                Prefixe = Sous(o, "prefix") is { } prefixe ? Texte(prefixe, "text") : null,
                Suffixe = Sous(o, "suffix") is { } suffixe ? Texte(suffixe, "text") : null,
            }),
            "textarea" => GenerateurDeChamps.ZoneTexte(new ZoneTexteOptions { Champ = champ, Lignes = int.Parse(Texte(o, "rows") ?? "5") }),
            "select" => GenerateurDeChamps.Liste(Options(champ, o)),
            "radios" => GenerateurDeChamps.Radios(Options(champ, o)),
            "checkboxes" => GenerateurDeChamps.Cases(Options(champ, o)),
            _ => throw new NotSupportedException(composant),
        };
    }

    private static OptionsOptions Options(ChampOptions champ, JsonElement o) => new()
    {
        Champ = champ,
        Options =
        [
            .. o.GetProperty("items").EnumerateArray().Select(i => new OptionDeChamp(Texte(i, "value") ?? "", Texte(i, "text")!)
            {
                Indice = Sous(i, "hint") is { } indice ? Texte(indice, "text") : null,
                Desactive = Vrai(i, "disabled"),
                Choisi = Vrai(i, "checked") || Vrai(i, "selected"),
            }),
        ],
    };

    private static string Structure(string html)
    {
        var lignes = new List<string>();
        Decrire(Rendu.Lire(html), 0, lignes);
        return string.Join('\n', lignes.Skip(1));
    }

    private static void Decrire(IElement element, int profondeur, List<string> lignes)
    {
        // Sizes of titles, our own classes and our counters aren't part of the structure.
        var classes = element.ClassList.Where(c => c.StartsWith("govuk-", StringComparison.Ordinal) && !c.EndsWith("--l", StringComparison.Ordinal) && !c.EndsWith("--m", StringComparison.Ordinal) && !c.Contains('!')).Order(StringComparer.Ordinal);
        string[] attributs = ["name", "type", "value", "rows", "autocomplete", "inputmode", "spellcheck", "role", "checked", "selected", "disabled"];
        var etats = attributs.Where(element.HasAttribute).Select(a => $"{a}={element.GetAttribute(a)!.Replace("disabled", "", StringComparison.Ordinal)}");
        var texte = element.ClassList.Contains("govuk-visually-hidden") ? "" : string.Concat(element.ChildNodes.OfType<IText>().Select(t => t.Text)).Trim();
        lignes.Add($"{new string(' ', profondeur)}{element.LocalName}.{string.Join('.', classes)} [{string.Join(' ', etats)}] {(element.HasAttribute("aria-describedby") ? "described" : "")} {texte}".TrimEnd());
        foreach (var enfant in element.Children)
        {
            Decrire(enfant, profondeur + 1, lignes);
        }
    }

    private static JsonElement? Sous(JsonElement o, string nom) => o.TryGetProperty(nom, out var valeur) && valeur.ValueKind == JsonValueKind.Object ? valeur : null;

    private static string? Texte(JsonElement o, string nom) => o.TryGetProperty(nom, out var valeur) && valeur.ValueKind is not JsonValueKind.Null ? valeur.ToString() : null;

    private static bool Vrai(JsonElement o, string nom) => o.TryGetProperty(nom, out var valeur) && valeur.ValueKind == JsonValueKind.True;

    private static string? Trouver(string chemin)
    {
        for (var dossier = new DirectoryInfo(AppContext.BaseDirectory); dossier is not null; dossier = dossier.Parent)
        {
            if (File.Exists(Path.Combine(dossier.FullName, chemin)))
            {
                return Path.Combine(dossier.FullName, chemin);
            }
        }

        return null;
    }
}
