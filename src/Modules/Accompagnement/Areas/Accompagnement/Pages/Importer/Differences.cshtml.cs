using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>Why our figures differ from those of a file: each cause with its count, adding up to the difference exactly.</summary>
internal sealed class DifferencesModel(ImportsDuMediateur imports, EcartsDUnImport ecarts, Demandeur demandeur) : PageDImport(imports, demandeur)
{
    public EcartsDesChiffres? Ecarts { get; private set; }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        if (Import is { EffaceLe: null, Du: not null, Etat: EtatDImport.AVerifier or EtatDImport.Termine or EtatDImport.Annule })
        {
            Ecarts = await ecarts.CalculerAsync(Import, annulation);
        }
    }
}
