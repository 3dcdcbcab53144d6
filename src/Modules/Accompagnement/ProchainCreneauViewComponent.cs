using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Contracts.Comptes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement;

/// <summary>The next slot of a place and the way to book it, for the page of the place. Nothing where nobody can book.</summary>
[ViewComponent(Name = "ProchainCreneau")]
public sealed class ProchainCreneauViewComponent : ViewComponent
{
    /// <summary>Reads and draws.</summary>
    /// <param name="lieu">Id of the place.</param>
    /// <param name="page">Address of its page, from the root.</param>
    public async Task<IViewComponentResult> InvokeAsync(string lieu, string page)
    {
        var prochain = await HttpContext.RequestServices.GetRequiredService<ProchainsCreneaux>().LireAsync(lieu, HttpContext.RequestAborted);
        return prochain is null ? Content("") : View("/Areas/Accompagnement/Pages/Shared/Components/ProchainCreneau/Default.cshtml", new ProchainCreneau(prochain, LiensAgenda.Reserver(page), HttpContext.RequestServices.GetRequiredService<IDemonstration>().EnCours));
    }
}

/// <summary>What the component shows.</summary>
internal sealed record ProchainCreneau(ProchainMoment Moment, string Reserver, bool Demonstration);
