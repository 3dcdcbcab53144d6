using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>The sheet of a workshop on paper: seats, names, what to prepare, a box to tick. Neither telephone nor address.</summary>
internal sealed class ImprimerAtelierModel(FaireAvecDb db, AteliersDuMediateur ateliers, ContactsDesReservations contacts, INomsDesLieux lieux, PersonnesAuChoix personnes, Demandeur demandeur, TimeProvider horloge)
    : AtelierModel(db, ateliers, contacts, lieux, personnes, demandeur, horloge)
{
    private readonly TimeProvider _horloge = horloge;

    public string EditeLe => MotsActivites.Instant(_horloge.GetUtcNow());
}
