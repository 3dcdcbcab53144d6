using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Emargement;

/// <summary>The tablet that goes from hand to hand: one person, one signature, and nothing of those who signed before.</summary>
/// <remarks>Before the first one, the médiateur locks the tablet: their session then opens this page alone (<see cref="ISessionReservee"/>).</remarks>
internal sealed class SignerModel(RegistresDAteliers registres, Demandeur demandeur, ISessionReservee session, TimeProvider horloge) : PageDeSignature(registres, demandeur)
{
    /// <summary>True once the tablet opens nothing else.</summary>
    public bool Verrouillee => Moi.ReserveeA is not null;

    /// <summary>Made with the page: sent twice, one person signed once.</summary>
    [BindProperty]
    public Guid Ligne { get; set; }

    public void OnGet()
    {
        ModelState.Clear();
        Ligne = Identifiants.Nouveau(horloge);
    }

    public async Task<IActionResult> OnPostVerrouillerAsync(CancellationToken annulation)
    {
        if (!Registre.Ferme)
        {
            await session.ReserverAsync(LiensDesRegistres.Signer(Id), annulation);
        }

        return Redirect(LiensDesRegistres.Signer(Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var lue = Lire();
        if (!lue.Reussi)
        {
            return await RefuserAsync(lue.Erreurs, annulation);
        }

        var signee = Ligne == Guid.Empty ? ErreursRegistres.IdDejaPris : await Registres.SignerAsync(Id, Moi.Compte, Ligne, lue.Valeur, annulation);
        return signee.Reussi ? Redirect($"{LiensDesRegistres.Signer(Id)}?fait=signe") : await RefuserAsync(signee.Erreurs, annulation);
    }
}
