using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>Changes what is kept; for somebody who only had a card, adds a name, with their agreement.</summary>
internal sealed class ModifierModel(FaireAvecDb db, ITerritoires territoires, DoublonsDePersonnes doublons, SuiviDesPersonnes suivi, ClesDesPersonnes cles, TimeProvider horloge) : FormulaireDIdentite(territoires, doublons, suivi, horloge)
{
    private PersonneLue _lue = null!;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The version that was on screen.</summary>
    [BindProperty]
    public int Vue { get; set; }

    public string Appellation => _lue.Appellation;

    public override bool DemandeLAccord => _lue.Personne.Niveau == NiveauDIdentite.Carte;

    protected override Guid? Elle => Id;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LecteurDePersonne.LireAsync(context, db, Id, "Votre fiche de suivi") is { } lue)
        {
            _lue = lue;
            await next();
        }
    }

    public void OnGet()
    {
        ModelState.Clear();
        Vue = _lue.Personne.Version;
        Remplir(_lue.Personne, cles.Ouvrir(Id, _lue.Personne.TelephoneFerme), cles.Ouvrir(Id, _lue.Personne.CourrielFerme));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var identite = Verifier(this.TextesLibresAcceptes());
        if (identite is null)
        {
            return Redemander();
        }

        var fait = await Suivi.ModifierAsync(_lue.Personne, identite, Vue, DemandeLAccord ? (MoyenChoisi, VersionDuTexte) : ((MoyenDAccord, int)?)null, annulation);
        if (fait.Reussi)
        {
            return Redirect($"{LiensPersonnes.Personne(Id)}?fait=modifiee");
        }

        // The next try is made knowing what is there.
        Vue = fait.Erreur == ErreursPersonnes.ModifieeEntreTemps ? _lue.Personne.Version : Vue;
        ModelState.Dire(fait.Erreurs);
        return Redemander();
    }
}
