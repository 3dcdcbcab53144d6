using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Unit.Ui;

/// <summary>Renders a tag helper as Razor would, and reads the HTML back.</summary>
internal sealed class Rendu
{
    /// <summary>What people type, and what breaks HTML.</summary>
    public static readonly string[] Alphabet = ["", "a", "&", "<b>", "\"", "'", "é", new('x', 300)];

    private readonly EmptyModelMetadataProvider metadonnees = new();

    public Rendu() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");

    public ModelStateDictionary Etat { get; } = new();

    public DefaultHttpContext Http { get; } = new();

    private Dictionary<object, object> Items { get; set; } = [];

    /// <summary>Renders a component; <paramref name="enfants"/> runs as the content between its tags.</summary>
    public async Task<string> HtmlAsync(FaTagHelper composant, string balise = "fa-essai", string contenu = "", Func<TagHelperContext, Task>? enfants = null, params (string, string)[] attributs)
    {
        composant.ViewContext = Vue();
        var liste = new TagHelperAttributeList(attributs.Select(a => new TagHelperAttribute(a.Item1, a.Item2)));
        var contexte = new TagHelperContext(balise, liste, Items, "id1");
        var sortie = new TagHelperOutput(balise, liste, async (_, _) =>
        {
            if (enfants is not null)
            {
                await enfants(contexte);
            }

            var interieur = new DefaultTagHelperContent();
            interieur.SetContent(contenu);
            return interieur;
        });
        composant.Init(contexte);
        await composant.ProcessAsync(contexte, sortie);
        return Texte(sortie);
    }

    public async Task<IElement> ElementAsync(FaTagHelper composant, string balise = "fa-essai", string contenu = "", Func<TagHelperContext, Task>? enfants = null, params (string, string)[] attributs) =>
        Lire(await HtmlAsync(composant, balise, contenu, enfants, attributs));

    /// <summary>Runs a child inside the content of its parent.</summary>
    public async Task EnfantAsync(FaTagHelper enfant, TagHelperContext parent, string contenu = "")
    {
        await DansAsync(enfant, parent, contenu);
    }

    /// <summary>The HTML of a child that sees its parent's items.</summary>
    public async Task<string> DansAsync(FaTagHelper enfant, TagHelperContext parent, string contenu = "")
    {
        Items = (Dictionary<object, object>)parent.Items;
        return await HtmlAsync(enfant, "fa-enfant", contenu);
    }

    public ModelExpression Pour<T>(T modele, string propriete)
    {
        var explorateur = new ModelExplorer(metadonnees, metadonnees.GetMetadataForType(typeof(T)), modele);
        return new ModelExpression(propriete, new ModelExplorer(
            new AvecAnnotations(),
            explorateur,
            new AvecAnnotations().GetMetadataForProperty(typeof(T), propriete),
            typeof(T).GetProperty(propriete)!.GetValue(modele)));
    }

    public static IElement Lire(string html) => new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;

    public static string Texte(IHtmlContent html)
    {
        using var texte = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(texte, HtmlEncoder.Default);
        return texte.ToString();
    }

    public static IHtmlContent Brut(string texte) => new HtmlContentBuilder().Append(texte);

    private ViewContext Vue() => new(
        new ActionContext(Http, new RouteData(), new ActionDescriptor(), Etat),
        new SansVue(),
        new ViewDataDictionary(metadonnees, Etat),
        new TempDataDictionary(Http, new SansTempData()),
        TextWriter.Null,
        new HtmlHelperOptions());

    private sealed class SansVue : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class SansTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>(StringComparer.Ordinal);

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }

    /// <summary>Metadata that reads Display and validation attributes, as MVC registers it.</summary>
    private sealed class AvecAnnotations : IModelMetadataProvider
    {
        private static readonly IModelMetadataProvider Mvc = new ServiceCollection().AddLogging().AddMvcCore().AddDataAnnotations().Services
            .BuildServiceProvider().GetRequiredService<IModelMetadataProvider>();

        public IEnumerable<ModelMetadata> GetMetadataForProperties(Type modelType) => Mvc.GetMetadataForProperties(modelType);

        public ModelMetadata GetMetadataForType(Type modelType) => Mvc.GetMetadataForType(modelType);

        public ModelMetadata GetMetadataForProperty(Type type, string nom) => Mvc.GetMetadataForProperties(type).Single(p => p.PropertyName == nom);
    }
}
