using System.Security.Cryptography;
using System.Text;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace FaireAvec.Comptes.Conditions;

/// <summary>One version of the terms.</summary>
internal sealed class VersionDesConditions(string cle, DateOnly debut, string texte)
{
    private static readonly MarkdownPipeline Rendu = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>« 1.0 », as the proof keeps it.</summary>
    public string Cle { get; } = cle;

    /// <summary>First day when it is in force.</summary>
    public DateOnly Debut { get; } = debut;

    /// <summary>SHA-256 of the text, kept with the proof.</summary>
    public byte[] Empreinte { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(texte));

    public IHtmlContent Html { get; } = new HtmlString(Markdown.ToHtml(texte, Rendu));
}

/// <summary>The versions of the terms, shipped with the product. A text that was in force never changes: a new one is another file, with its day.</summary>
internal sealed class VersionsDesConditions(IReadOnlyList<VersionDesConditions> toutes)
{
    /// <summary>Those of the product, the oldest first.</summary>
    public static VersionsDesConditions DuProduit() => new(
    [
        new("1.0", new DateOnly(2026, 11, 1), Lire("1.0")),
        new("1.1", new DateOnly(2026, 12, 1), Lire("1.1")),
    ]);

    public IReadOnlyList<VersionDesConditions> Toutes => toutes;

    /// <summary>The version in force on that day; null before the first.</summary>
    public VersionDesConditions? EnVigueur(DateOnly jour) => toutes.Where(v => v.Debut <= jour).MaxBy(v => v.Debut);

    private static string Lire(string cle)
    {
        using var flux = typeof(VersionsDesConditions).Assembly.GetManifestResourceStream($"FaireAvec.Comptes.Conditions.{cle}.md")
            ?? throw new InvalidOperationException($"The terms {cle} aren't shipped.");
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd();
    }
}
