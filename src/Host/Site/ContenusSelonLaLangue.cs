using System.Globalization;
using FaireAvec.Kernel.Ressources;
using Microsoft.AspNetCore.Mvc.Razor;

namespace FaireAvec.Host.Site;

/// <summary>Finds « _Contenu » of an editorial page in the language of the request: « _Contenu.facile » first when easy texts are asked for, « _Contenu.fr » or « _Contenu.en » otherwise.</summary>
internal sealed class ContenusSelonLaLangue : IViewLocationExpander
{
    private const string Cle = "langue";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Cle] = TextesFaciles.Demandes ? TextesFaciles.Code : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        string[] suffixes = context.Values[Cle] == TextesFaciles.Code ? [".facile", ".fr", ""] : [$".{context.Values[Cle]}", ""];
        return viewLocations.SelectMany(lieu => suffixes.Select(s => lieu.Replace("{0}", "{0}" + s, StringComparison.Ordinal)));
    }
}
