using System.Globalization;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Fichiers.Tableurs;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Statistiques;

/// <summary>The figures of who asks, as wide as their right goes: narrowed as they like, compared, explained, and given as files.</summary>
internal sealed class IndexModel(PerimetresPermis permis, StatistiquesDemandees statistiques, PersonnesAuChoix personnes, IEquipes equipes, TableDesDroits droits, CloturesDesOrganisations clotures, Demandeur demandeur, TimeProvider horloge)
    : PageDeStatistiques(permis, statistiques, demandeur)
{
    private const int LignesDuFichier = 10_000;

    public IReadOnlyList<BlocDeChiffres> Blocs { get; private set; } = [];

    /// <summary>What paper says of these figures; null when there are none.</summary>
    public EnTeteDeChiffres? EnTete { get; private set; }

    /// <summary>Levels to choose among, with the address of each.</summary>
    public IReadOnlyList<(NiveauDePerimetre Niveau, string Href)> Niveaux { get; private set; } = [];

    /// <summary>Which team, place or département of the level.</summary>
    public IReadOnlyList<OptionDeChamp> Cles { get; private set; } = [];

    public IReadOnlyList<CritereAuChoix> Criteres { get; private set; } = [];

    public IReadOnlyList<PuceDeFiltre> Puces { get; private set; } = [];

    /// <summary>The last closed day of the organisation, when the figures are its own, or those of somebody who writes for it.</summary>
    public DateOnly? Clos { get; private set; }

    public bool PeutClore => droits.Permet(Moi, DroitsDeLAccompagnement.CloreLesStatistiques);

    public DateTimeOffset Instant { get; private set; }

    /// <summary>True when the period goes on after today: what is to come isn't counted yet.</summary>
    public bool VaPlusLoin => Demandes is { } d && d.Demande.Au > Statistiques.Aujourdhui;

    public string? PasTape => Tapees("pas") is [var pas, ..] ? pas : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        var format = this.LireParmi("format", EcritureDeTableur.Formats);
        Instant = horloge.GetUtcNow();
        if (await LireAsync(annulation) is { } refus)
        {
            return refus;
        }

        EnTete = Demandes is { } dites ? await Statistiques.EnTeteAsync(dites, annulation) : null;
        if (format is not null && Demandes is { } comptees)
        {
            return new FichierDeChiffres(format, "statistiques", EnTete!, comptees.Blocs(LignesDuFichier));
        }

        Blocs = Demandes?.Blocs() ?? [];
        Niveaux = [.. Permis.De(Moi).Select(n => (n, $"{LiensDesStatistiques.Statistiques}?niveau={PerimetresPermis.Nom(n)}{string.Concat(Demandes?.Demande.Parametres().Where(p => p.Key is "periode" or "du" or "au" or "pas").Select(p => $"&{p.Key}={p.Value}") ?? [])}"))];
        Cles = await ClesAsync(annulation);
        await CriteresAsync(annulation);
        Clos = (Choix.Perimetre.Organisation is not null || Choix.Niveau == NiveauDePerimetre.Mediateur) && Moi.Organisation is { } o ? await clotures.JusquauAsync(o, annulation) : null;
        return Page();
    }

    /// <summary>The same figures for another period.</summary>
    public string PourLaPeriode(string periode)
    {
        var gardees = Demandes is { } d ? LiensDesStatistiques.De(LiensDesStatistiques.Statistiques, d with { Demande = d.Demande with { Periode = periode, Pas = PeriodesDeStatistiques.PasPour(d.Demande.Du, d.Demande.Au) } }) : $"{LiensDesStatistiques.Statistiques}?periode={periode}";
        return gardees;
    }

    public string Adresse(string chemin, string? format = null) => LiensDesStatistiques.De(chemin, Demandes!, format is null ? [] : [new("format", format)]);

    private async Task<IReadOnlyList<OptionDeChamp>> ClesAsync(CancellationToken annulation) => Choix.Niveau switch
    {
        NiveauDePerimetre.Equipe when Moi.Equipes.Count > 1 => [new("", MotsStatistiques.T("Cle.equipe.toutes")), .. (await equipes.NomsAsync(Moi.Equipes, annulation)).Select(e => new OptionDeChamp(e.Id.ToString(), e.Nom))],
        NiveauDePerimetre.Lieu => [.. (await Permis.LieuxAsync(Moi, annulation)).Select(l => new OptionDeChamp(l, Statistiques.NomDuLieu(l) ?? l))],
        NiveauDePerimetre.Departement => [.. Permis.Departements(Moi).Select(d => new OptionDeChamp(d, $"{d} {Statistiques.NomDuDepartement(d)}"))],
        _ => [],
    };

    private async Task CriteresAsync(CancellationToken annulation)
    {
        var auChoix = Demandes is { } d ? await Statistiques.AuChoixAsync(d, annulation) : new Indicateurs();
        var criteres = new List<CritereAuChoix>();
        var puces = new List<PuceDeFiltre>();
        foreach (var critere in CritereDeStatistiques.Tous.Where(c => c.PermisPour(Choix.Niveau)))
        {
            var options = await OptionsAsync(critere, auChoix, annulation);
            var tapees = Tapees(critere.Nom).Distinct(StringComparer.Ordinal).Take(CritereDeStatistiques.ValeursMax).ToList();
            // What was typed stays, known or not: it can be taken away.
            var inconnues = new List<OptionDeChamp>();
            foreach (var tapee in tapees.Where(t => options.All(o => o.Valeur != t)))
            {
                inconnues.Add(new OptionDeChamp(tapee, await NomAsync(critere, tapee, annulation)));
            }

            options = [.. options.Concat(inconnues).Select(o => o with { Choisi = tapees.Contains(o.Valeur, StringComparer.Ordinal) })];
            criteres.Add(new(critere, options, tapees.Count));
            puces.AddRange(Demandes is { } comptees
                ? comptees.Demande.De(critere).Select(v => new PuceDeFiltre(MotsStatistiques.T($"Critere.{critere.Nom}"), options.FirstOrDefault(o => o.Valeur == v)?.Libelle ?? v, LiensDesStatistiques.De(LiensDesStatistiques.Statistiques, comptees with { Demande = comptees.Demande.Sans(critere, v) })))
                : []);
        }

        (Criteres, Puces) = (criteres, puces);
    }

    private async Task<IReadOnlyList<OptionDeChamp>> OptionsAsync(CritereDeStatistiques critere, Indicateurs i, CancellationToken annulation)
    {
        IReadOnlyList<OptionDeChamp> Rang<T>(Dictionary<T, Mesures> mesures, Func<T, string?> nom)
            where T : notnull => [.. mesures.Where(m => m.Value.Activites > 0).OrderByDescending(m => m.Value.Activites).Take(CritereDeStatistiques.ValeursMax).Select(m => (Valeur: m.Key.ToString()!, Nom: nom(m.Key))).Where(m => m.Valeur.Length > 0 && m.Nom is not null).Select(m => new OptionDeChamp(m.Valeur, m.Nom!)).OrderBy(o => o.Libelle, StringComparer.CurrentCulture)];

        switch (critere.Nom)
        {
            case "lieu":
                return Rang(i.ParLieu, Statistiques.NomDuLieu);
            case "commune":
                return Rang(i.ParCommune, Statistiques.NomDeLaCommune);
            case "departement":
                return Rang(i.ParDepartement, Statistiques.NomDuDepartement);
            case "structure":
                var noms = new Dictionary<Guid, string>();
                foreach (var organisation in i.ParOrganisation.Where(o => o.Value.Activites > 0).OrderByDescending(o => o.Value.Activites).Take(CritereDeStatistiques.ValeursMax).Select(o => o.Key))
                {
                    if (await Statistiques.NomDeLOrganisationAsync(organisation, annulation) is { } nom)
                    {
                        noms.Add(organisation, nom);
                    }
                }

                return [.. noms.OrderBy(n => n.Value, StringComparer.CurrentCulture).Select(n => new OptionDeChamp(n.Key.ToString(), n.Value))];
            case "etiquette":
                return [.. (await Statistiques.EtiquettesAsync(Choix, annulation)).Values.DistinctBy(e => e.Id).OrderBy(e => e.Nom, StringComparer.CurrentCulture).Select(e => new OptionDeChamp(e.Id.ToString(), e.Nom))];
            case "personne":
                Guid[] choisies = [.. Tapees("personne").Select(p => Guid.TryParse(p, CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Take(CritereDeStatistiques.ValeursMax)];
                return [.. (await personnes.ListerAsync(choisies, annulation)).Take(CritereDeStatistiques.ValeursMax).Select(p => new OptionDeChamp(p.Id.ToString(), p.Nom))];
            default:
                return [.. critere.Liste!.Termes.Select(t => new OptionDeChamp(t.Code, t.Libelle))];
        }
    }

    private async Task<string> NomAsync(CritereDeStatistiques critere, string valeur, CancellationToken annulation) => critere.Nom switch
    {
        "lieu" => Statistiques.NomDuLieu(valeur),
        "commune" => Statistiques.NomDeLaCommune(valeur),
        "departement" => Statistiques.NomDuDepartement(valeur),
        "structure" => Guid.TryParse(valeur, CultureInfo.InvariantCulture, out var id) ? await Statistiques.NomDeLOrganisationAsync(id, annulation) : null,
        _ => null,
    } ?? (valeur.Length <= CritereDeStatistiques.LongueurMax ? valeur : valeur[..CritereDeStatistiques.LongueurMax]);
}
