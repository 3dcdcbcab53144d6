using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>The fields of an identity, as texts: what was typed comes back as it was typed.</summary>
internal abstract class FormulaireDIdentite(ITerritoires territoires, DoublonsDePersonnes doublons, SuiviDesPersonnes suivi, TimeProvider horloge) : PageModel
{
    /// <summary>Value of « c’est une autre personne ».</summary>
    public const string AutrePersonne = "autre";

    private const int Propositions = 8;

    protected TimeProvider Horloge => horloge;

    [BindProperty]
    public string? Prenom { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? AnneeDeNaissance { get; set; }

    [BindProperty]
    public string? Age { get; set; }

    [BindProperty]
    public string? Commune { get; set; }

    [BindProperty]
    public string? CodeInsee { get; set; }

    [BindProperty]
    public string? Telephone { get; set; }

    [BindProperty]
    public bool SansTelephone { get; set; }

    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public string? Genre { get; set; }

    [BindProperty]
    public string? Statut { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? Notes { get; set; }

    [BindProperty]
    public string? Protection { get; set; }

    [BindProperty]
    public string? Protecteur { get; set; }

    [BindProperty]
    public bool AccordDuProtecteur { get; set; }

    [BindProperty]
    public string? Responsable { get; set; }

    [BindProperty]
    public bool AccordDuResponsable { get; set; }

    [BindProperty]
    public bool Accord { get; set; }

    [BindProperty]
    public string? Moyen { get; set; } = nameof(MoyenDAccord.Oral);

    [BindProperty]
    public int VersionDuTexte { get; set; }

    /// <summary>The id of the one that it is, or <see cref="AutrePersonne"/>.</summary>
    [BindProperty]
    public string? Doublon { get; set; }

    /// <summary>Those whom it may be; empty until there is a question.</summary>
    public IReadOnlyList<Doublon> Doublons { get; protected set; } = [];

    /// <summary>The text that the person is read.</summary>
    public TexteAAccepter Texte => suivi.Texte;

    protected SuiviDesPersonnes Suivi => suivi;

    /// <summary>True when it must be agreed to here.</summary>
    public virtual bool DemandeLAccord => true;

    /// <summary>« Saint-Étienne (Loire) ».</summary>
    public string? NomDeCommune(string? code) => code is null ? null : territoires.Commune(code)?.NomComplet ?? code;

    /// <summary>Suggestions under the field, for the client script.</summary>
    public JsonResult OnGetCommunes(string? q) => new(territoires.ChercherCommunes(q, Propositions).Select(t => new
    {
        valeur = t.Commune.CodeInsee,
        libelle = t.Commune.NomComplet,
        detail = t.Commune.CodesPostaux is [var premier, ..] ? premier : "",
    }));

    /// <summary>While typing: those whom it may be. By POST: a name is never in an address.</summary>
    public async Task<PartialViewResult> OnPostDoublonsAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Doublons = await ChercherAsync(annulation);
        return Partial("_Doublons", this);
    }

    /// <summary>The person that the form is about, when there is one: not a double of themselves.</summary>
    protected virtual Guid? Elle => null;

    protected Task<IReadOnlyList<Doublon>> ChercherAsync(CancellationToken annulation) => doublons.ChercherAsync(Prenom, Nom, AnneeDeNaissance, Telephone, Courriel, Elle, annulation);

    /// <summary>What was typed, checked; null when something is said beside a field.</summary>
    /// <param name="textes">Whether the watch on free texts has let them pass.</param>
    protected IdentiteDePersonne? Verifier(bool textes)
    {
        var erreurs = new List<Erreur>();
        var commune = LireLaCommune(erreurs);
        var lue = VerificationDIdentite.Verifier(
            new()
            {
                Prenom = Prenom,
                Nom = Nom,
                AnneeDeNaissance = AnneeDeNaissance,
                Age = Age,
                Commune = commune,
                Telephone = Telephone,
                SansTelephone = SansTelephone,
                Courriel = Courriel,
                Genre = Genre,
                Statut = Statut,
                Notes = Notes,
                Protection = Protection,
                Protecteur = Protecteur,
                AccordDuProtecteur = AccordDuProtecteur,
                Responsable = Responsable,
                AccordDuResponsable = AccordDuResponsable,
            },
            JourDeParis.De(horloge.GetUtcNow()));
        // Said once: the watch on free texts has said it beside the field already.
        erreurs.AddRange(lue.Erreurs.Where(e => textes || e.Code != ErreursPersonnes.NotesRefusees.Code));
        if (DemandeLAccord && !Accord)
        {
            erreurs.Add(ErreursPersonnes.Accord);
        }

        ModelState.Dire(erreurs);
        return erreurs.Count == 0 && textes ? lue.Valeur : null;
    }

    protected MoyenDAccord MoyenChoisi => Moyen == nameof(MoyenDAccord.Papier) ? MoyenDAccord.Papier : MoyenDAccord.Oral;

    protected void Remplir(PersonneAccompagnee p, string? telephone, string? courriel)
    {
        (Prenom, Nom, AnneeDeNaissance, Age) = (p.Prenom, p.Nom, p.AnneeDeNaissance?.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Age);
        (CodeInsee, Commune) = (p.Commune, NomDeCommune(p.Commune));
        (Telephone, SansTelephone, Courriel) = (telephone is null ? null : Telephones.Presenter(telephone), p.SansTelephone, courriel);
        (Genre, Statut, Notes) = (p.Genre, p.Statut, p.Notes);
        (Protection, Protecteur, AccordDuProtecteur) = (p.Protection == ProtectionDAdulte.Aucune ? null : p.Protection.ToString(), p.Protecteur, p.AccordDuProtecteurLe is not null);
        (Responsable, AccordDuResponsable) = (p.Responsable, p.AccordDuResponsableLe is not null);
    }

    protected PageResult Redemander()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    // The code that was chosen, or a name that only one commune has.
    private string? LireLaCommune(List<Erreur> erreurs)
    {
        if (string.IsNullOrWhiteSpace(Commune))
        {
            return null;
        }

        var trouvee = territoires.Saisie(CodeInsee, Commune);
        if (trouvee is null)
        {
            erreurs.Add(ErreursPersonnes.CommuneInconnue);
        }

        return trouvee?.CodeInsee;
    }
}
