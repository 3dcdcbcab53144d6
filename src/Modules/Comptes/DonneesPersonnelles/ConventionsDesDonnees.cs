using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Droits;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>Services and rights of the pages about personal data.</summary>
internal static class ConventionsDesDonnees
{
    public static IServiceCollection AddDonneesPersonnelles(this IServiceCollection services)
    {
        services.AddSingleton<RegistreDesTraitements>();
        services.AddSingleton<IDureesDeConservation>(s => s.GetRequiredService<RegistreDesTraitements>());
        services.AddSingleton<EffacementDePersonne>();
        services.AddSingleton<DocumentsDuKit>();
        services.AddScoped<DemandesDeDroits>();
        services.AddScoped<RegardDuSupport>();
        services.AddScoped<DonneesDUnePersonne>();
        services.AddScoped<IConsentements, Consentements>();
        services.AddScoped<IJournalDAcces, JournalDAcces>();
        services.AddScoped<IDonneesDePersonne, DonneesDuCompte>();
        services.AddScoped<IDonneesDePersonne, DonneesDesMoyens>();
        services.AddScoped<IDonneesDePersonne, DonneesDesDroits>();
        services.AddScoped<IDonneesDePersonne, DonneesDuJournal>();
        services.AddScoped<IPurge, PurgeDesComptes>();
        services.AddScoped<IPurge, PurgeDesSessions>();
        services.AddScoped<IPurge, PurgeDesConsultations>();
        services.AddScoped<IPurge, PurgeDesDemandes>();
        services.AddScoped<IPurge, PurgeDesAccords>();
        services.AddScoped<IPurge, PurgeDesCodesDAssistance>();
        services.AddScoped<IPurge, PurgeDesInvitations>();
        return services;
    }

    public static PageConventionCollection DonneesPersonnelles(this PageConventionCollection pages)
    {
        pages.AddAreaFolderApplicationModelConvention("Comptes", "/MesDonnees", modele => modele.Filters.Add(new SansRegard()));
        // Closing the account by this way is closing it: a session left open isn't enough.
        pages.AddAreaPageApplicationModelConvention("Comptes", "/MesDonnees/Effacement", modele => modele.Filters.Add(new PreuveExigee()));
        return pages
            .Droit("Comptes", "/PreuveDEffacement", DroitRequis.Public)
            .Professionnelles("Comptes", "/MesDonnees", DroitRequis.Connecte)
            .Professionnelles("Comptes", "/Traitements", DroitsDesComptes.LireLeRegistre)
            .Professionnelles("Comptes", "/Kit", DroitsDesComptes.LireLeRegistre)
            .Professionnelles("Comptes", "/Demandes", DroitsDesComptes.TraiterLesDemandes)
            .Professionnelles("Comptes", "/Assistance", DroitsDesComptes.RegarderComme);
    }

    /// <summary>What somebody's rights open is for them alone: not for the support that looks at their screen.</summary>
    private sealed class SansRegard : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
            // Nothing depends on the handler.
        }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            if (context.HttpContext.RequestServices.GetRequiredService<Demandeur>().Identite is { LectureSeule: true })
            {
                context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
            // Everything is decided before.
        }
    }
}
