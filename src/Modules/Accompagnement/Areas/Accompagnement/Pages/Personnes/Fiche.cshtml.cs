using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>The sheet: what the person wants, where they are, what was done, what comes next.</summary>
internal sealed class FicheModel(FaireAvecDb db, ActesDesPersonnes actes, ClesDesPersonnes cles, ITerritoires territoires, TimeProvider horloge) : PageDePersonne(db)
{
    /// <summary>Acts shown at first.</summary>
    public const int ActesMontres = 10;

    [BindProperty]
    [TexteLibre]
    public string? Objectif { get; set; }

    [BindProperty]
    public DateOnly? RendezVous { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? LieuDuRendezVous { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? Documents { get; set; }

    [BindProperty(SupportsGet = true, Name = "tout")]
    public string? ToutDemande { get; set; }

    public bool Tout => ToutDemande == "oui";

    /// <summary>The joining that was just made.</summary>
    [BindProperty(SupportsGet = true, Name = "fusion")]
    public Guid? Fusion { get; set; }

    /// <summary>True when <see cref="Fusion"/> is of this sheet, and may be undone.</summary>
    public bool PeutDefaire { get; private set; }

    public IReadOnlyList<ObjectifDePersonne> Objectifs { get; private set; } = [];

    public IReadOnlyList<ActeDUnePersonne> Actes { get; private set; } = [];

    /// <summary>How many follow-ups are open.</summary>
    public int Suivis { get; private set; }

    public bool PrevoirEnErreur { get; private set; }

    /// <summary>Who must be a party when somebody acts in the person's name.</summary>
    public IReadOnlyList<string> Alertes => [.. PartiesAUnMandat.De(AgeDeLaPersonne.De(Personne.AnneeDeNaissance, Personne.Age, Aujourdhui), Personne.Protection)
        .Where(p => p != PartieAUnMandat.Personne)
        .Select(p => p == PartieAUnMandat.Responsable
            ? MotsPersonnes.T("Fiche.Mandat.Responsable", Personne.Responsable ?? MotsPersonnes.T("Fiche.Mandat.NonDit"))
            : MotsPersonnes.T($"Fiche.Mandat.{Personne.Protection}", Personne.Protecteur))];

    /// <summary>What is known, in the order in which one looks for it.</summary>
    public IReadOnlyList<(string Cle, string Valeur)> Renseignements => [.. new (string Cle, string? Valeur)[]
    {
        ("telephone", cles.Ouvrir(Id, Personne.TelephoneFerme) is { } t ? Telephones.Presenter(t) : Personne.SansTelephone ? MotsMaCarte.T("Donnee.sans_telephone") : null),
        ("courriel", cles.Ouvrir(Id, Personne.CourrielFerme)),
        ("annee_de_naissance", Personne.AnneeDeNaissance?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("age", Personne.Age is { } age ? Listes.Ages.Libelle(age) : null),
        ("commune", Personne.Commune is { } c ? territoires.Commune(c)?.NomComplet ?? c : null),
        ("genre", Listes.Genres.Libelle(Personne.Genre)),
        ("statut", Listes.Statuts.Libelle(Personne.Statut)),
        ("responsable", Personne.Responsable),
        ("protection", Personne.Protection == ProtectionDAdulte.Aucune ? null : $"{MotsMaCarte.T($"Protection.{Personne.Protection}")}, {Personne.Protecteur}"),
        ("notes", Personne.Notes),
    }.Where(l => l.Valeur is not null).Select(l => (MotsMaCarte.T($"Donnee.{l.Cle}"), l.Valeur!))];

    private DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    /// <summary>Where an act with this person is recorded.</summary>
    public static string Noter(Guid personne) => $"/activites/nouvelle?personne={personne}";

    public static VariantePastille Couleur(EtatDObjectif etat) => etat switch
    {
        EtatDObjectif.Travaille => VariantePastille.Prune,
        EtatDObjectif.Atteint => VariantePastille.Ouvert,
        EtatDObjectif.Choisi or EtatDObjectif.Reporte or EtatDObjectif.Abandonne or _ => VariantePastille.Calme,
    };

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Remplir();
        await LireAsync(annulation);
        PeutDefaire = Fusion is { } fusion && await Db.Set<FusionDePersonnes>().AnyAsync(f => f.Id == fusion && f.Cible == Id && f.DefaiteLe == null, annulation);
    }

    public async Task<IActionResult> OnPostObjectifAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var bon = this.TextesLibresAcceptes();
        var tape = Objectif;
        Remplir();
        Objectif = tape;
        await LireAsync(annulation);
        if (!bon)
        {
            return Refuser();
        }

        if (Objectifs.Count(o => o.Etat is EtatDObjectif.Choisi or EtatDObjectif.Travaille) >= ObjectifDePersonne.OuvertsMax)
        {
            return Refuser(ErreursPersonnes.TropDObjectifs);
        }

        var choisi = ObjectifDePersonne.Choisir(Identifiants.Nouveau(horloge), Id, Objectif, horloge.GetUtcNow());
        if (!choisi.Reussi)
        {
            return Refuser(choisi.Erreurs);
        }

        // The same form sent twice: it is chosen.
        if (Objectifs.Any(o => o.Texte == choisi.Valeur.Texte && o.Etat is EtatDObjectif.Choisi or EtatDObjectif.Travaille))
        {
            return Redirect($"{LiensPersonnes.Personne(Id)}?fait=objectif");
        }

        Db.Add(choisi.Valeur);
        Personne.DernierContactLe = horloge.GetUtcNow();
        await Db.SaveChangesAsync(annulation);
        return Redirect($"{LiensPersonnes.Personne(Id)}?fait=objectif");
    }

    public async Task<IActionResult> OnPostPrevoirAsync(CancellationToken annulation)
    {
        // The three fields of the date are read by the binder: what it refused stays said.
        var date = ModelState[nameof(RendezVous)]?.Errors.Select(e => e.ErrorMessage).ToList() ?? [];
        PrevoirEnErreur = true;
        Objectif = null;
        await LireAsync(annulation);
        if (date.Count > 0)
        {
            return Refuser();
        }

        var (lieu, documents) = (string.IsNullOrWhiteSpace(LieuDuRendezVous) ? null : LieuDuRendezVous.Trim(), string.IsNullOrWhiteSpace(Documents) ? null : Documents.Trim());
        if (!this.TextesLibresAcceptes())
        {
            return Refuser();
        }

        if (lieu is { Length: > PersonneAccompagnee.LieuMax })
        {
            return Refuser(ErreursPersonnes.LieuDuRendezVous);
        }

        if (documents is { Length: > PersonneAccompagnee.DocumentsMax })
        {
            return Refuser(ErreursPersonnes.Documents);
        }

        if (RendezVous < Aujourdhui)
        {
            return Refuser(ErreursPersonnes.RendezVousPasse);
        }

        Personne.Prevoir(RendezVous, lieu, documents, horloge.GetUtcNow());
        await Db.SaveChangesAsync(annulation);
        return Redirect($"{LiensPersonnes.Personne(Id)}?fait=prevu");
    }

    private void Remplir() => (RendezVous, LieuDuRendezVous, Documents) = (Personne.RendezVousLe, Personne.RendezVousOu, Personne.Documents);

    private async Task LireAsync(CancellationToken annulation)
    {
        Objectifs = await Db.Set<ObjectifDePersonne>().AsNoTracking().Where(o => o.Personne == Id && o.Texte != null).OrderBy(o => o.ChoisiLe).ToListAsync(annulation);
        Actes = await actes.ListerAsync(Id, annulation);
        Suivis = await Db.Set<Suivi>().CountAsync(s => s.Personne == Id && s.Fin == null, annulation);
    }
}
