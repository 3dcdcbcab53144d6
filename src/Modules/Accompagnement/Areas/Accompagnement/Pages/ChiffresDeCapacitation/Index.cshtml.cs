using System.Globalization;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ChiffresDeCapacitation;

/// <summary>
/// What people learned to do: those whom a médiateur follows, for them alone; those of a team together for who coordinates it, without a person nor a
/// médiateur, small numbers hidden. Each figure says on how many, when, how it is made and what it doesn't say.
/// </summary>
internal sealed class IndexModel(LectureDesIndicateurs lecture, ConfigurationsDAllerVers configurations, FaireAvecDb db, Demandeur demandeur, INomsDesComptes noms, TimeProvider horloge) : PageModel
{
    public static readonly IReadOnlyList<string> Periodes = ["3", "6", "12", "24"];

    private const string Equipe = "equipe";
    private const string Soi = "soi";

    public Indicateurs Chiffres { get; private set; } = null!;

    public string Mois { get; private set; } = "12";

    public bool DEquipe { get; private set; }

    public bool PeutChoisir { get; private set; }

    public IReadOnlyList<SignalDeSaisie> Signaux { get; private set; } = [];

    public IReadOnlyList<SignalTransmis> Transmis { get; private set; } = [];

    public IReadOnlyList<string> Demarches { get; private set; } = [];

    public IReadOnlyList<PorteeDUnPublic> Portees { get; private set; } = [];

    public IReadOnlyList<CoutDuneEquipe> Couts { get; private set; } = [];

    private Dictionary<Guid, string> Configurations { get; set; } = [];

    [BindProperty]
    public string? Demarche { get; set; }

    [BindProperty]
    public DateOnly? Jour { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? Explication { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public DateOnly Depuis => Chiffres.Du.AddMonths(-12);

    /// <summary>A médiateur's own configuration by its name; a hook for a team, that says nothing of who uses it.</summary>
    public string Configuration(string cle) => DEquipe
        ? ListesDAllerVers.Motifs.Libelle(cle) ?? cle
        : Guid.TryParse(cle, out var id) && Configurations.TryGetValue(id, out var nom) ? nom : MotsCapacitation.T("Choisir.Configuration.Gardee");

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        if (this.LireParmi("format", "csv") == "csv" && ModelState.ErrorCount == 0)
        {
            return File(TableauCsv.De(IndicateursEnLignes.De(Chiffres, Portees, Couts, Configuration)), "text/csv; charset=utf-8", "capacitation.csv");
        }

        return Page();
    }

    /// <summary>The rules of a démarche changed.</summary>
    public async Task<IActionResult> OnPostRegleAsync(CancellationToken annulation)
    {
        var dateFausse = ModelState.TryGetValue(nameof(Jour), out var champ) && champ.Errors.Count > 0;
        var connues = await lecture.DemarchesAsync(annulation);
        var erreurs = new List<Erreur>();
        if (Demarche is null || !connues.Contains(Demarche, StringComparer.Ordinal))
        {
            erreurs.Add(ErreursDeCapacitation.DemarcheInconnue with { Champ = nameof(Demarche) });
        }

        if (Jour is null && !dateFausse)
        {
            erreurs.Add(ErreursDeCapacitation.JourManque with { Champ = nameof(Jour) });
        }
        else if (Jour > lecture.Aujourdhui)
        {
            erreurs.Add(ErreursDeCapacitation.JourFutur with { Champ = nameof(Jour) });
        }

        if (erreurs.Count == 0 && !dateFausse)
        {
            db.Add(new ChangementDeDemarche { Id = Identifiants.Nouveau(horloge), Demarche = Demarche!, Jour = Jour!.Value, Auteur = demandeur.Identite!.Compte, NoteLe = horloge.GetUtcNow() });
            try
            {
                await db.SaveChangesAsync(annulation);
            }
            catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Somebody had said it: it is said.
                db.ChangeTracker.Clear();
            }

            return Redirect($"{LiensCapacitation.Capacitation}?fait=regle");
        }

        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(erreur.Champ!, erreur.Message);
        }

        await LireAsync(annulation);
        return Page();
    }

    /// <summary>The médiateur says what happened.</summary>
    public async Task<IActionResult> OnPostSignalAsync(Guid signal, CancellationToken annulation)
    {
        ModelState.Clear();
        if (await db.Set<SignalDeSaisie>().FirstOrDefaultAsync(s => s.Id == signal && s.ExpliqueLe == null, annulation) is not { } trouve)
        {
            return NotFound();
        }

        var texte = string.Join(' ', (Explication ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (texte.Length is 0 or > SignalDeSaisie.ExplicationMax)
        {
            ModelState.AddModelError(nameof(Explication), MotsCapacitation.T("Signal.Explication.Faux", SignalDeSaisie.ExplicationMax));
        }
        else if (this.TextesLibresAcceptes())
        {
            trouve.Expliquer(texte, horloge.GetUtcNow());
            await db.SaveChangesAsync(annulation);
            return Redirect($"{LiensCapacitation.Capacitation}?fait=signal");
        }

        await LireAsync(annulation);
        return Page();
    }

    public string Lien(string? mois = null, bool? equipe = null, string? format = null) =>
        $"{LiensCapacitation.Capacitation}?periode={mois ?? Mois}&vue={(equipe ?? DEquipe ? Equipe : Soi)}{(format is null ? "" : $"&format={format}")}";

    private async Task LireAsync(CancellationToken annulation)
    {
        var roles = demandeur.Identite!.Roles;
        var (aide, coordonne) = (roles.Any(r => r is Role.Mediateur or Role.ConseillerNumerique), roles.Contains(Role.Coordinateur));
        PeutChoisir = aide && coordonne;
        DEquipe = coordonne && (!aide || this.LireParmi("vue", Soi, Equipe) == Equipe);
        Mois = this.LireParmi("periode", Periodes) ?? "12";
        Chiffres = await lecture.LireAsync(int.Parse(Mois, CultureInfo.InvariantCulture), DEquipe, annulation);
        Portees = await lecture.PorteesAsync(Chiffres.Du, Chiffres.Au, DEquipe, annulation);
        Couts = DEquipe ? await lecture.CoutsAsync(annulation) : [];
        Configurations = await configurations.NomsAsync(demandeur.Identite.Compte, annulation);
        Demarches = await lecture.DemarchesAsync(annulation);
        Signaux = await db.Set<SignalDeSaisie>().Where(s => s.Mediateur == demandeur.Identite.Compte && s.ExpliqueLe == null).OrderBy(s => s.Jour).ThenBy(s => s.Id).ToListAsync(annulation);
        if (!demandeur.Identite.LectureSeule && Signaux.Any(s => s.VuLe is null))
        {
            foreach (var signal in Signaux)
            {
                signal.VuLe ??= horloge.GetUtcNow();
            }

            await db.SaveChangesAsync(annulation);
        }

        Transmis = coordonne ? await SignalTransmis.LireAsync(db, noms, annulation) : [];
    }
}
