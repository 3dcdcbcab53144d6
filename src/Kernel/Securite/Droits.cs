using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.Securite;

/// <summary>The right that a page or an endpoint asks for, as endpoint metadata. The rights matrix reads it.</summary>
/// <param name="Nom"><see cref="Public"/>, or "module.chose.verbe".</param>
public sealed record DroitRequis(string Nom)
{
    /// <summary>Open to everybody, known or not.</summary>
    public const string Public = "public";

    /// <summary>Open to whoever is signed in, whatever their roles: one's own account.</summary>
    public const string Connecte = "connecte";

    /// <summary>Open on the embedded demonstration only; elsewhere it doesn't exist (404).</summary>
    public const string Demonstration = "demonstration";
}

/// <summary>
/// What a script of the site itself asks, beside its pages: by the session's cookie and the token of forms, described in no contract. The API for other systems
/// is under /api/v1, where the cookie isn't looked at.
/// </summary>
public sealed record EchangeDeLaPage;

/// <summary>Gives a right to an endpoint of the API.</summary>
public static class DroitsDesEndpoints
{
    /// <summary>Declares the right. <see cref="DroitRequis.Public"/> lets everybody in; any other name is an authorisation policy.</summary>
    public static TBuilder Droit<TBuilder>(this TBuilder builder, string droit) where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new DroitRequis(droit));
        return droit == DroitRequis.Public ? builder.AllowAnonymous() : builder.RequireAuthorization(droit);
    }
}

/// <summary>Gives a right to a whole folder of pages, so that no page can forget.</summary>
public static class DroitsDesPages
{
    /// <summary>Declares the right of every page of the folder, e.g. <c>pages.Droit("Cartographie", "/Lieux", DroitRequis.Public)</c>.</summary>
    public static PageConventionCollection Droit(this PageConventionCollection pages, string area, string dossier, string droit)
    {
        pages.AddAreaFolderApplicationModelConvention(area, dossier, modele =>
        {
            modele.EndpointMetadata.Add(new DroitRequis(droit));
            modele.EndpointMetadata.Add(droit == DroitRequis.Public ? new AllowAnonymousAttribute() : new AuthorizeAttribute(droit));
        });
        return pages;
    }
}
