using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>The person gives less: the médiateur stops following, only the card stays, or everything goes. Said without blame: the help goes on.</summary>
internal sealed class FinModel(FaireAvecDb db, SuiviDesPersonnes suivi, EnSysteme systeme, Demandeur demandeur, IConfiguration configuration) : PageDePersonne(db)
{
    [BindProperty]
    public string? Choix { get; set; }

    public CarteDonnee? Donnee { get; private set; }

    public string Site => Request.Site(configuration);

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        switch (Choix)
        {
            case "arreter":
                var (moi, organisation) = (demandeur.Identite!.Compte, demandeur.Identite.Organisation);
                if (await Db.Set<Suivi>().Where(s => s.Personne == Id && s.Fin == null && s.Compte == moi && s.Organisation == organisation).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(annulation) is not { } sien)
                {
                    return Refuser(ErreursPersonnes.SuiviDeTous);
                }

                var fini = await suivi.FinirAsync(Db, Id, sien, FinDeSuivi.Mediateur, annulation);
                return fini.Reussi ? Redirect($"{LiensPersonnes.Personnes}?fait=finie") : Refuser(fini.Erreurs);
            case "carte" when Personne.Niveau == NiveauDIdentite.Suivie:
                Donnee = await suivi.RevenirALaCarteAsync(Id, annulation);
                return Donnee is null ? Redirect($"{LiensPersonnes.Personne(Id)}?fait=anonyme") : Page();
            case "effacer":
                await systeme.FaireAsync(EnSysteme.Droits, (s, d) => EffacementDesPersonnes.EffacerAsync(s, d, Id, annulation), annulation);
                return Redirect($"{LiensPersonnes.Personnes}?fait=effacee");
            default:
                return Refuser(ErreursPersonnes.Choix with { Champ = nameof(Choix) });
        }
    }
}
