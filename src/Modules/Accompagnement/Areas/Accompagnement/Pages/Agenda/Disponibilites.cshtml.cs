using System.Globalization;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>When and where one receives: weekdays, stops of a bus, rooms, and what is open online.</summary>
internal sealed class DisponibilitesModel(Disponibilites disponibilites, INomsDesLieux lieux, Demandeur demandeur) : PageDAgenda(demandeur)
{
    [BindProperty]
    public string? Lieu { get; set; }

    [BindProperty]
    public string? AutreLieu { get; set; }

    [BindProperty]
    public List<int> Jours { get; set; } = [];

    [BindProperty]
    public string? De { get; set; }

    [BindProperty]
    public string? A { get; set; }

    [BindProperty]
    public int? Duree { get; set; }

    [BindProperty]
    public bool EnLigne { get; set; }

    [BindProperty]
    public Guid? Salle { get; set; }

    [BindProperty]
    public int Semaines { get; set; } = 1;

    [BindProperty]
    public DateOnly? Depuis { get; set; }

    [BindProperty]
    public DateOnly? Jusqua { get; set; }

    /// <summary>Stops of the bus: one day a line, with the address of the page of the place when it isn't the one above.</summary>
    [BindProperty]
    public string? Etapes { get; set; }

    [BindProperty]
    public bool Ouvert { get; set; }

    [BindProperty]
    public int DelaiHeures { get; set; }

    [BindProperty]
    public int HorizonJours { get; set; }

    [BindProperty]
    public string? NomDeSalle { get; set; }

    [BindProperty]
    public int? CapaciteDeSalle { get; set; }

    [BindProperty]
    public string? LieuDeSalle { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? FaitDemande { get; set; }

    public string? Fait => FaitDemande is "ajoute" or "retire" or "regle" or "salle" or "ouvre" ? FaitDemande : null;

    public IReadOnlyList<Disponibilite> Liste { get; private set; } = [];

    public IReadOnlyList<Salle> Salles { get; private set; } = [];

    public IReadOnlyList<OptionDeChamp> Lieux { get; private set; } = [];

    public ReglagesDAgenda Reglages { get; private set; } = null!;

    public bool Precise => Salle is not null || Semaines != 1 || Depuis is not null || Jusqua is not null || ModelState["Depuis"]?.Errors.Count > 0 || ModelState["Jusqua"]?.Errors.Count > 0;

    public static IReadOnlyList<OptionDeChamp> JoursDeSemaine => [.. Enumerable.Range(1, 7).Select(j => new OptionDeChamp(j.ToString(CultureInfo.InvariantCulture), MotsActivites.Maj(MotsActivites.JourDeSemaine(new DateOnly(2024, 1, j)))))];

    public static IReadOnlyList<OptionDeChamp> Delais => [.. ReglagesDAgenda.Delais.Select(d => new OptionDeChamp(d.ToString(CultureInfo.InvariantCulture), MotsAgenda.T($"Reglages.Delai.{d}")))];

    public static IReadOnlyList<OptionDeChamp> Horizons => [.. ReglagesDAgenda.Horizons.Select(h => new OptionDeChamp(h.ToString(CultureInfo.InvariantCulture), MotsAgenda.T("Reglages.Horizon.Jours", h)))];

    public IReadOnlyList<OptionDeChamp> OptionsDeSalles => [.. Salles.Select(s => new OptionDeChamp(s.Id.ToString(), s.Nom))];

    public string? NomDuLieu(Disponibilite d) => lieux.Trouver(d.Lieu)?.Nom ?? MotsAgenda.T("LieuFerme");

    public string? SalleDe(Disponibilite d) => Salles.FirstOrDefault(s => s.Id == d.Salle)?.Nom;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        EnLigne = true;
        await PreparerAsync(annulation);
        Lieu = Lieux.Count == 1 ? Lieux[0].Valeur : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!LisibleParmi("Lieu", "Jours", "Duree", "Salle", "Semaines", "Depuis", "Jusqua"))
        {
            await PreparerAsync(annulation);
            return Refuser([]);
        }

        var saisie = new SaisieDeDisponibilite
        {
            Lieu = disponibilites.Lieu(Lieu, AutreLieu),
            Salle = Salle,
            Jours = Jours,
            De = De,
            A = A,
            Duree = Duree,
            Depuis = Depuis,
            Jusqua = Jusqua,
            Semaines = Semaines,
            EnLigne = EnLigne,
        };
        var fautes = new List<Erreur>();
        if (string.IsNullOrWhiteSpace(Etapes))
        {
            fautes.AddRange((await disponibilites.AjouterAsync(saisie, Moi, Organisation, annulation)).Erreurs);
        }
        else if (LireLesEtapes(saisie.Lieu) is { } etapes)
        {
            foreach (var parLieu in etapes.GroupBy(e => e.Lieu, StringComparer.Ordinal))
            {
                var ajoutees = await disponibilites.AjouterAsync(saisie with { Lieu = parLieu.Key, Dates = [.. parLieu.Select(e => e.Jour)], Tournee = true, Depuis = null, Jusqua = null }, Moi, Organisation, annulation);
                fautes.AddRange(ajoutees.Erreurs);
                if (fautes.Count > 0)
                {
                    break;
                }
            }
        }
        else
        {
            fautes.Add(ErreursAgenda.Tournee);
        }

        if (fautes.Count == 0)
        {
            return Redirect($"{LiensAgenda.Disponibilites}?fait=ajoute");
        }

        await PreparerAsync(annulation);
        return Refuser(fautes);
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, CancellationToken annulation) => await disponibilites.RetirerAsync(id, Moi, annulation) ? Redirect($"{LiensAgenda.Disponibilites}?fait=retire") : NotFound();

    public async Task<IActionResult> OnPostOuvrirAsync(Guid id, bool ouverte, CancellationToken annulation) => await disponibilites.OuvrirAsync(id, Moi, ouverte, annulation) ? Redirect($"{LiensAgenda.Disponibilites}?fait=ouvre") : NotFound();

    public async Task<IActionResult> OnPostReglerAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var regle = await disponibilites.ReglerAsync(Moi, Ouvert, DelaiHeures, HorizonJours, annulation);
        if (regle.Reussi)
        {
            return Redirect($"{LiensAgenda.Disponibilites}?fait=regle");
        }

        await PreparerAsync(annulation);
        return Refuser(regle.Erreurs);
    }

    public async Task<IActionResult> OnPostSalleAsync(CancellationToken annulation)
    {
        if (LisibleParmi("CapaciteDeSalle"))
        {
            var salle = await disponibilites.AjouterUneSalleAsync(LieuDeSalle, NomDeSalle, CapaciteDeSalle, Organisation, annulation);
            if (salle.Reussi)
            {
                return Redirect($"{LiensAgenda.Disponibilites}?fait=salle");
            }

            await PreparerAsync(annulation);
            return Refuser(salle.Erreurs);
        }

        await PreparerAsync(annulation);
        return Refuser([]);
    }

    public async Task<IActionResult> OnPostFermerSalleAsync(Guid id, CancellationToken annulation) => await disponibilites.FermerLaSalleAsync(id, Organisation, annulation) ? Redirect($"{LiensAgenda.Disponibilites}?fait=salle") : NotFound();

    // The page has three forms: what the others left empty isn't refused.
    private bool LisibleParmi(params string[] champs)
    {
        foreach (var cle in ModelState.Keys.Where(k => !champs.Contains(k.Split('.', '[')[0])).ToList())
        {
            ModelState.Remove(cle);
        }

        return Lisible();
    }

    private List<(DateOnly Jour, string Lieu)>? LireLesEtapes(string? lieu)
    {
        var etapes = new List<(DateOnly, string)>();
        foreach (var ligne in Etapes!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(100))
        {
            var parties = ligne.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var ou = parties.Length > 1 ? lieux.Reconnaitre(parties[1])?.Id : lieu;
            if (ou is null || !DateOnly.TryParseExact(parties[0], ["d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour))
            {
                return null;
            }

            etapes.Add((jour, ou));
        }

        return etapes.Count == 0 ? null : etapes;
    }

    private async Task PreparerAsync(CancellationToken annulation)
    {
        Liste = await disponibilites.ListerAsync(Moi, annulation);
        Salles = await disponibilites.SallesAsync(Organisation, annulation);
        Lieux = await disponibilites.LieuxAsync(Moi, Organisation, annulation);
        Reglages = await disponibilites.ReglagesAsync(Moi, annulation);
    }
}
