using System.Globalization;
using FaireAvec.Accompagnement.Charge;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ChargeTransferee;

/// <summary>What online services cost to mediation, for everybody: by service, by cause, by month, small numbers hidden, with the method and what it doesn't say.</summary>
internal sealed class IndexModel(ChiffresDeLaCharge chiffres) : PageModel
{
    /// <summary>Services on the chart; all of them are in the table.</summary>
    public const int ServicesDessines = 12;

    public ChargePubliee Charge { get; private set; } = null!;

    public IReadOnlyList<int> Annees { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        Annees = await chiffres.AnneesAsync(annulation);
        var annee = this.LireParmi("annee", [.. Annees.Select(a => a.ToString(CultureInfo.InvariantCulture))]);
        Charge = await chiffres.LireAsync(annee is null ? Annees[0] : int.Parse(annee, CultureInfo.InvariantCulture), annulation);
    }

    /// <summary>What the field of a service proposes, when an act is written.</summary>
    public JsonResult OnGetServices(string? q)
    {
        ModelState.Clear();
        return new(ServicesEnLigne.Chercher(q).Select(s => new { valeur = s.Code, libelle = s.Libelle, detail = ServicesEnLigne.Famille(s.Famille) }));
    }
}
