using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>A new client. Its secret is in the answer to the form, and nowhere else: an address or a cookie would keep it.</summary>
internal sealed class NouveauModel(FaireAvecDb db, Demandeur demandeur, GestionDesClients gestion) : PageModel
{
    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public Guid? Organisation { get; set; }

    [BindProperty(Name = "Etendues")]
    public List<string> EtenduesChoisies { get; set; } = [];

    [BindProperty]
    public Portee Portee { get; set; } = Portee.Organisation;

    [BindProperty]
    public string? Departements { get; set; }

    [BindProperty]
    public int LimiteParSeconde { get; set; } = ClientApi.LimiteParDefaut;

    [BindProperty]
    public int DureeJours { get; set; } = GestionDesClients.DureeParDefautJours;

    public bool National => gestion.NationalPour(demandeur.Identite);

    public IReadOnlyList<OptionDeChamp> Etendues => [.. FormulaireDeClient.Options(gestion.EtenduesADonner(demandeur.Identite)).Select(o => o with { Choisi = EtenduesChoisies.Contains(o.Valeur) })];

    /// <summary>Null for somebody who gives in the name of their own organisation alone.</summary>
    public IReadOnlyList<OptionDeChamp>? Organisations { get; private set; }

    public SecretDonne? Donne { get; private set; }

    public Task OnGetAsync(CancellationToken annulation) => PreparerAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await PreparerAsync(annulation);
        if (ModelState.IsValid)
        {
            var demande = new ClientDemande { Nom = Nom, Etendues = EtenduesChoisies, Portee = Portee, Departements = Departements, LimiteParSeconde = LimiteParSeconde };
            var fait = await gestion.CreerAsync(demandeur.Identite, (National ? Organisation : demandeur.Identite!.Organisation) ?? Guid.Empty, demande, DureeJours, annulation);
            if (fait.Reussi)
            {
                Donne = fait.Valeur;
                return Page();
            }

            ModelState.Dire(fait.Erreurs);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task PreparerAsync(CancellationToken annulation)
    {
        if (National)
        {
            Organisations = await db.Set<Organisation>().Where(o => o.FermeeLe == null && o.FusionneeDans == null).OrderBy(o => o.Nom).Select(o => new OptionDeChamp(o.Id.ToString(), o.Nom)).ToListAsync(annulation);
        }
    }
}
