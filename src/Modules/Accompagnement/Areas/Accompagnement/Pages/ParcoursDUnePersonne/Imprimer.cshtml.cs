using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ParcoursDUnePersonne;

/// <summary>A sheet for the person, in large type, without a name.</summary>
internal sealed class ImprimerModel(ParcoursDesPersonnes parcours, CatalogueLivre livre, TimeProvider horloge) : PageDeParcours(parcours, livre)
{
    public string EditeLe => JourDeParis.De(horloge.GetUtcNow()).EnMots("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture);
}
