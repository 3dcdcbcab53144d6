using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>Changes what a client may do. Felt at its next request, on every node.</summary>
internal sealed class ModifierModel(GestionDesClients gestion, Demandeur demandeur) : PageDeClient(gestion, demandeur)
{
    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty(Name = "Etendues")]
    public List<string> EtenduesChoisies { get; set; } = [];

    [BindProperty]
    public Portee Portee { get; set; }

    [BindProperty]
    public string? Departements { get; set; }

    [BindProperty]
    public int LimiteParSeconde { get; set; } = ClientApi.LimiteParDefaut;

    public bool National => Gestion.NationalPour(Qui);

    public IReadOnlyList<OptionDeChamp> Etendues => [.. FormulaireDeClient.Options(Gestion.EtenduesADonner(Qui, Client)).Select(o => o with { Choisi = EtenduesChoisies.Contains(o.Valeur) })];

    public void OnGet()
    {
        (Nom, EtenduesChoisies, Portee) = (Client.Nom, [.. Client.Etendues], Client.Portee);
        (Departements, LimiteParSeconde) = (string.Join(", ", Client.Departements), Client.LimiteParSeconde);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (ModelState.IsValid)
        {
            // Fields that aren't shown keep what the client has.
            var demande = National
                ? new ClientDemande { Nom = Nom, Etendues = EtenduesChoisies, Portee = Portee, Departements = Departements, LimiteParSeconde = LimiteParSeconde }
                : new ClientDemande { Nom = Nom, Etendues = EtenduesChoisies, Portee = Client.Portee, Departements = string.Join(',', Client.Departements), LimiteParSeconde = Client.LimiteParSeconde };
            var fait = await Gestion.ModifierAsync(Qui, Client, demande, annulation);
            if (fait.Reussi)
            {
                return Redirect($"{LiensDAdministration.Client(Id)}?fait=modifie");
            }

            ModelState.Dire(fait.Erreurs);
        }

        return Refuser();
    }
}
