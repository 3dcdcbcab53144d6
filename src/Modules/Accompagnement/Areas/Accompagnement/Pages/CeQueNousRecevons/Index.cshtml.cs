using System.Globalization;
using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.CeQueNousRecevons;

/// <summary>What an organisation says that each of its places can receive: which needs, how many people a week, in which languages.</summary>
internal sealed class IndexModel(FaireAvecDb db, ILieuxDesOrganisations organisations, INomsDesLieux noms, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "lieu")]
    public string? Lieu { get; set; }

    [BindProperty]
    public List<string> Besoins { get; set; } = [];

    [BindProperty]
    public string? Metier { get; set; }

    [BindProperty]
    public string? ParSemaine { get; set; }

    [BindProperty]
    public List<string> Langues { get; set; } = [];

    [BindProperty]
    public List<string> Amenagements { get; set; } = [];

    [BindProperty]
    public bool Interprete { get; set; }

    [BindProperty]
    public DateOnly? SuspenduJusquAu { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public IReadOnlyList<LieuNomme> Lieux { get; private set; } = [];

    public IReadOnlyDictionary<string, Receveur> Declares { get; private set; } = new Dictionary<string, Receveur>(StringComparer.Ordinal);

    /// <summary>The place of the form; null to choose one.</summary>
    public LieuNomme? Choisi { get; private set; }

    public DateOnly Aujourdhui { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        if (Lieu is not null && Choisi is null)
        {
            return NotFound();
        }

        Metier = nameof(Domain.Orientations.Metier.MediationNumerique);
        if (Choisi is { } choisi && Declares.GetValueOrDefault(choisi.Id) is { } r)
        {
            (Besoins, Metier, ParSemaine, Langues, Amenagements, Interprete, SuspenduJusquAu) =
                ([.. r.Besoins], r.Metier.ToString(), r.ParSemaine?.ToString(CultureInfo.InvariantCulture), [.. r.Langues], [.. r.Amenagements], r.Interprete, r.SuspenduJusquAu);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var dateFausse = ModelState.Any(e => e.Key.StartsWith(nameof(SuspenduJusquAu), StringComparison.Ordinal) && e.Value!.Errors.Count > 0);
        ModelState.SansPhrases();
        await LireAsync(annulation);
        if (Choisi is not { } lieu || demandeur.Identite!.Organisation is not { } organisation)
        {
            return NotFound();
        }

        var parSemaine = int.TryParse(ParSemaine?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= Receveur.ParSemaineMax ? n : (int?)null;
        var fautes = new List<Erreur>();
        if (Besoins.Count == 0 || Besoins.Exists(b => BesoinsDOrientation.De(b) is null))
        {
            fautes.Add(ErreursOrientation.BesoinsManquent);
        }

        if (!string.IsNullOrWhiteSpace(ParSemaine) && parSemaine is null)
        {
            fautes.Add(ErreursOrientation.ParSemaine);
        }

        if (!Enum.TryParse<Metier>(Metier, out var metier) || !Enum.IsDefined(metier))
        {
            fautes.Add(ErreursOrientation.HorsListe with { Champ = nameof(Metier) });
        }

        if (Langues.Exists(l => !CodesDOrientation.Langues.Contains(l, StringComparer.Ordinal)))
        {
            fautes.Add(ErreursOrientation.HorsListe with { Champ = nameof(Langues) });
        }

        if (Amenagements.Exists(a => CodesDOrientation.LibelleDAmenagement(a) is null))
        {
            fautes.Add(ErreursOrientation.HorsListe with { Champ = nameof(Amenagements) });
        }

        if (dateFausse || SuspenduJusquAu < Aujourdhui || SuspenduJusquAu > Aujourdhui.AddYears(1))
        {
            fautes.Add(ErreursOrientation.Suspension);
        }

        if (fautes.Count > 0)
        {
            ModelState.Dire(fautes);
            return Page();
        }

        if (await db.Set<Receveur>().SingleOrDefaultAsync(r => r.Lieu == lieu.Id, annulation) is not { } receveur)
        {
            receveur = new Receveur { Id = Identifiants.Nouveau(horloge), Organisation = organisation, Lieu = lieu.Id, ModifieLe = horloge.GetUtcNow() };
            db.Add(receveur);
        }
        else if (receveur.Organisation != organisation)
        {
            return NotFound();
        }

        (receveur.Besoins, receveur.Metier, receveur.ParSemaine) = ([.. Besoins.Distinct(StringComparer.Ordinal)], metier, parSemaine);
        (receveur.Langues, receveur.Amenagements, receveur.Interprete, receveur.SuspenduJusquAu) = ([.. Langues.Distinct(StringComparer.Ordinal)], [.. Amenagements.Distinct(StringComparer.Ordinal)], Interprete, SuspenduJusquAu);
        if (db.ChangeTracker.HasChanges())
        {
            receveur.ModifieLe = horloge.GetUtcNow();
            await db.SaveChangesAsync(annulation);
        }

        return Redirect($"{LiensDesOrientations.Reception}?fait=garde");
    }

    /// <summary>The map alone says what the place does, as before.</summary>
    public async Task<IActionResult> OnPostRetirerAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        if (Choisi is not { } lieu || Declares.GetValueOrDefault(lieu.Id) is not { } receveur)
        {
            return NotFound();
        }

        db.Remove(receveur);
        await db.SaveChangesAsync(annulation);
        return Redirect($"{LiensDesOrientations.Reception}?fait=retire");
    }

    public string Resume(Receveur r) => r.Suspendu(Aujourdhui)
        ? MotsOrienter.T("Reception.Suspendu", Affichage.Jour(r.SuspenduJusquAu!.Value))
        : MotsOrienter.T("Reception.Resume", r.Besoins.Length, r.ParSemaine is { } n ? MotsOrienter.N("Reception.ParSemaine", n) : MotsOrienter.T("Reception.SansCompte"));

    private async Task LireAsync(CancellationToken annulation)
    {
        Aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        var ids = demandeur.Identite!.Organisation is { } organisation ? await organisations.LieuxAsync(organisation, annulation) : [];
        Lieux = [.. ids.Select(noms.Trouver).OfType<LieuNomme>().DistinctBy(l => l.Id)];
        var connus = Lieux.Select(l => l.Id).ToList();
        Declares = await db.Set<Receveur>().Where(r => connus.Contains(r.Lieu)).ToDictionaryAsync(r => r.Lieu, StringComparer.Ordinal, annulation);
        Choisi = Lieux.FirstOrDefault(l => l.Id == Lieu);
    }
}
