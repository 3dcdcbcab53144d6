using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations;

/// <summary>The fields of an organisation, as texts: what was typed comes back as it was typed.</summary>
internal abstract class FormulaireDOrganisation(ITerritoires territoires) : PageModel
{
    private const int Propositions = 8;

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? TypeIdentification { get; set; }

    [BindProperty]
    public string? Numero { get; set; }

    [BindProperty, TexteLibre(ContactsPermis = true)]
    public string? MotifIdentification { get; set; }

    [BindProperty]
    public string? Nature { get; set; }

    [BindProperty]
    public string? Categorie { get; set; }

    [BindProperty]
    public string? Commune { get; set; }

    [BindProperty]
    public string? CodeInsee { get; set; }

    [BindProperty]
    public string? Reseau { get; set; }

    protected OrganisationSaisie Saisie => new()
    {
        Nom = Nom,
        TypeIdentification = TypeIdentification,
        Numero = Numero,
        MotifIdentification = MotifIdentification,
        Nature = Nature,
        Categorie = Categorie,
        CodeInsee = CodeInsee,
        Commune = Commune,
        Reseau = Reseau,
    };

    /// <summary>Suggestions under the field, for the client script.</summary>
    public JsonResult OnGetCommunes(string? q) => new(territoires.ChercherCommunes(q, Propositions).Select(t => new
    {
        valeur = t.Commune.CodeInsee,
        libelle = t.Commune.NomComplet,
        detail = t.Commune.CodesPostaux is [var premier, ..] ? premier : "",
    }));

    protected void Remplir(Organisation o, string? numeroDuReseau)
    {
        (Nom, TypeIdentification, Numero, MotifIdentification) = (o.Nom, o.TypeIdentification.ToString(), o.Numero, o.MotifIdentification);
        (Nature, Categorie, CodeInsee, Reseau) = (o.Nature.ToString(), o.Categorie.ToString(), o.CodeInsee, numeroDuReseau);
        Commune = territoires.Commune(o.CodeInsee)?.NomComplet;
    }
}
