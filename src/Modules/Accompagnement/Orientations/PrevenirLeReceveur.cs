using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>Tells a receiver: with an account, they find it in their list; the others are written to, when the map has an address.</summary>
internal sealed class PrevenirLeReceveur(FaireAvecDb db, LiensSignes liens, MessagesDOrientation messages, AdresseDuSite adresses, Demandeur demandeur)
{
    /// <summary>What became of it: "compte", "demonstration", "aucun", "parti", "panne".</summary>
    /// <param name="orientation">What was sent.</param>
    /// <param name="lieu">Its place, when it is on the map.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<string> ExecuterAsync(Orientation orientation, LieuQuiRecoit? lieu, CancellationToken annulation)
    {
        if (orientation.Destinataire is not null)
        {
            return "compte";
        }

        if (demandeur.Identite!.Demonstration)
        {
            // The places are real: an invented médiateur doesn't write to them.
            return "demonstration";
        }

        // Sent twice, one link has left.
        if (lieu?.Courriel is not { } courriel || !MessagesDOrientation.EstUneAdresse(courriel) || await db.Set<LienDOrientation>().AnyAsync(l => l.Orientation == orientation.Id, annulation))
        {
            return "aucun";
        }

        var jeton = await liens.DonnerAsync(orientation.Id, annulation);
        return await messages.AuReceveurAsync(courriel, adresses.Complete(LiensDesOrientations.Jeton(jeton)), annulation) ? "parti" : "panne";
    }
}
