using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Organisations;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Modifier;

/// <summary>Finds the organisation that a page changes.</summary>
internal static class PageDOrganisation
{
    public static Task<Organisation?> AModifierAsync(this AccesAuxOrganisations acces, Guid id, CancellationToken annulation) => acces.TrouverAsync(id, DroitsDesComptes.ModifierUneOrganisation, annulation);
}
