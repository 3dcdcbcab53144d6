using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>Somebody who agrees to be followed by name. When it may be one whom one follows already, it is asked before anything is kept.</summary>
internal sealed class ParNomModel(ITerritoires territoires, DoublonsDePersonnes doublons, SuiviDesPersonnes suivi, IConfiguration configuration, TimeProvider horloge) : FormulaireDIdentite(territoires, doublons, suivi, horloge)
{
    [BindProperty]
    public bool AvecUneCarte { get; set; }

    public CarteDonnee? Donnee { get; private set; }

    public string Site => Request.Site(configuration);

    /// <summary>Made with the form: sent twice, it is one person.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    public void OnGet()
    {
        ModelState.Clear();
        Envoi = Identifiants.Nouveau(Horloge);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        if (await Suivi.EstSuivieAsync(Envoi, annulation))
        {
            // Sent twice: it is the person whom the first sending opened.
            return Redirect($"{LiensPersonnes.Personne(Envoi)}?fait=ouverte");
        }

        var identite = Verifier(this.TextesLibresAcceptes());
        Doublons = await ChercherAsync(annulation);
        if (identite is null)
        {
            return Redemander();
        }

        if (Doublons.Count > 0)
        {
            if (Doublons.FirstOrDefault(d => d.Id.ToString() == Doublon) is { } elle)
            {
                return Redirect($"{LiensPersonnes.Personne(elle.Id)}?fait=deja");
            }

            if (Doublon != AutrePersonne)
            {
                ModelState.Dire([ErreursPersonnes.MemePersonneOuPas]);
                return Redemander();
            }
        }

        var ouverte = await Suivi.OuvrirParNomAsync(Envoi, identite, MoyenChoisi, VersionDuTexte, AvecUneCarte, annulation);
        if (!ouverte.Reussi)
        {
            ModelState.Dire(ouverte.Erreurs);
            return Redemander();
        }

        Donnee = ouverte.Valeur.Carte;
        return Donnee is null ? Redirect($"{LiensPersonnes.Personne(ouverte.Valeur.Personne)}?fait=ouverte") : Page();
    }
}
