using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FaireAvec.Comptes.Connexion;

/// <summary>Registration of signing in.</summary>
internal static class ConnexionExtensions
{
    public static IServiceCollection AddConnexion(this IServiceCollection services)
    {
        services.AddSingleton<GrainesProtegees>();
        services.AddSingleton<JetonsDeFormulaire>();
        services.AddSingleton<Poste>();
        services.AddSingleton<Freins>();
        services.AddSingleton<PersonnesReelles>();
        services.AddSingleton<LiensAUsageUnique>();
        services.AddSingleton<EtapesDeConnexion>();
        services.AddSingleton<FacteursDuCompte>();
        services.AddSingleton<SecondFacteur>();
        services.AddSingleton<ClesDAcces>();
        services.AddSingleton<FinDeConnexion>();
        services.AddSingleton<SecoursADeux>();
        services.AddSingleton<ChangementsDeCourriel>();
        services.AddSingleton<FermetureDeCompte>();
        services.AddSingleton<DemandesDeLien>();
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, OrganisationDuFormulaire>();
        services.AddGestionnaire<LettreDeposee, EnvoiDesLettres>();

        services.AddScoped<MagasinDeCles>();
        services.AddScoped(s => new UserManager<Titulaire>(s.GetRequiredService<MagasinDeCles>(), Options.Create(new IdentityOptions()), null!, [], [], null!, new IdentityErrorDescriber(), null!, s.GetRequiredService<ILogger<UserManager<Titulaire>>>()));
        services.AddScoped<IPasskeyHandler<Titulaire>, PasskeyHandler<Titulaire>>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // The device asks for a finger, a face or a code: a passkey is then two factors at once, and needs no e-mail.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.AttestationConveyancePreference = "none";
            o.AuthenticatorTimeout = JetonsDeFormulaire.Duree;
            // The browser says on which site it was asked. A page of ours, in no frame of another one.
            o.ValidateOrigin = c => ValueTask.FromResult(!c.CrossOrigin && Origine(c.HttpContext.Request) == c.Origin);
        });
        return services;
    }

    /// <summary>Rights of the pages of this folder.</summary>
    public static PageConventionCollection PagesDeConnexion(this PageConventionCollection pages)
    {
        foreach (var publique in (string[])["/Connexion", "/Secours"])
        {
            pages.Droit("Comptes", publique, DroitRequis.Public);
            pages.AddAreaFolderApplicationModelConvention("Comptes", publique, m => m.EndpointMetadata.Add(new EnableRateLimitingAttribute("connexion")));
        }

        foreach (var sensible in (string[])["/MonCompte/Facteurs", "/MonCompte/Courriel", "/MonCompte/Fermeture", "/Relier"])
        {
            pages.AddAreaFolderApplicationModelConvention("Comptes", sensible, m => m.Filters.Add(new PreuveExigee()));
        }

        // Only the national team gives national roles: there the factor is asked for as for any other act that can't be taken back by half.
        pages.AddAreaFolderApplicationModelConvention("Comptes", "/Membres/Inviter", m => m.Filters.Add(new PreuveExigee(qui => qui.Roles.Contains(Role.AdministrateurNational))));

        return pages
            .Professionnelles("Comptes", "/Preuve", DroitRequis.Connecte)
            .Professionnelles("Comptes", "/MonCompte", DroitRequis.Connecte)
            .Professionnelles("Comptes", "/Depannages", DroitsDesComptes.DepannerUnMembre);
    }

    private static string Origine(HttpRequest requete) => $"{requete.Scheme}://{requete.Host}";
}
