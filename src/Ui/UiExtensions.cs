using System.Text.Encodings.Web;
using System.Text.Unicode;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace FaireAvec.Ui;

/// <summary>What the host calls. Pages of modules write <c>@addTagHelper *, FaireAvec.Ui</c> in _ViewImports and <c>Layout = "_Gabarit"</c> in _ViewStart.</summary>
public static class UiExtensions
{
    /// <summary>Binder of dates in three fields, status and sentences of wrong answers, and accents written as they are instead of as entities.</summary>
    public static IServiceCollection AddFaireAvecUi(this IServiceCollection services)
    {
        services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new DateEnTroisChampsBinderProvider());
            options.Filters.Add(new SansCaracteresInvisibles());
            options.Filters.Add(new FauteDeSaisie());
            options.Filters.Add(new FiletDesTextes());
            FauteDeSaisie.Phrases(options.ModelBindingMessageProvider);
        });
        services.AddScoped<Composants.MenuDuDemandeur>();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>Right of the gallery.</summary>
    public static void ConfigureUiPages(this PageConventionCollection pages) => pages.Droit("Ui", "/Galerie", DroitRequis.Public);
}
