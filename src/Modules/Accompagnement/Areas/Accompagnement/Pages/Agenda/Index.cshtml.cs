using System.Globalization;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>The agenda: a day, a week (both one's own, with names), or a month of a place (everybody who receives there, without names).</summary>
internal sealed class IndexModel(FaireAvecDb db, AgendaDuMediateur agenda, Disponibilites disponibilites, CalendrierDuLieu calendrier, IJoursFeries feries, Demandeur demandeur, TimeProvider horloge) : PageDAgenda(demandeur)
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    private string _fuseau = HeuresLocales.Metropole;
    private string? _departement;

    public DateOnly Jour { get; private set; }

    public DateOnly Aujourdhui { get; private set; }

    /// <summary>"jour", "semaine" or "mois".</summary>
    public string Vue { get; private set; } = "jour";

    public IReadOnlyList<DateOnly> Jours { get; private set; } = [];

    public ILookup<DateOnly, LigneDAgenda> Lignes { get; private set; } = null!;

    public bool SansDisponibilite { get; private set; }

    [BindProperty(SupportsGet = true, Name = "lieu")]
    public string? Lieu { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? FaitDemande { get; set; }

    public string? Fait => FaitDemande is "absent" or "annule" ? FaitDemande : null;

    public IReadOnlyList<OptionDeChamp> Lieux { get; private set; } = [];

    public IReadOnlyList<Collegue> Collegues { get; private set; } = [];

    public IReadOnlyList<JourDuLieu> Mois { get; private set; } = [];

    public string Titre => Vue switch
    {
        "mois" => MotsActivites.Maj(Jour.ToString("MMMM yyyy", Francais)),
        "semaine" => MotsAgenda.T("Agenda.Semaine", MotsActivites.Jour(Jours[0])),
        _ => MotsActivites.Maj(MotsActivites.JourLong(Jour)),
    };

    public DateOnly Avant => Vue switch { "mois" => Jour.AddMonths(-1), "semaine" => Jour.AddDays(-7), _ => Jour.AddDays(-1) };

    public DateOnly Apres => Vue switch { "mois" => Jour.AddMonths(1), "semaine" => Jour.AddDays(7), _ => Jour.AddDays(1) };

    public string Lien(DateOnly jour) => Vue == "mois" && Lieu is { } lieu ? LiensAgenda.Mois(jour, lieu) : LiensAgenda.Jour(jour, Vue);

    public string? Ferie(DateOnly jour) => feries.Nom(jour, _departement);

    public string JourDuMois(DateOnly jour) => jour.ToString("ddd d", Francais) + (Ferie(jour) is { } ferie ? $" ({ferie})" : "");

    /// <summary>« 3 rdv, 2 libres ».</summary>
    public static string EnMots(JourDUnCollegue c) => string.Join(", ", new[]
    {
        c.Absent ? MotsAgenda.T("Mois.Absent") : null,
        c.RendezVous > 0 ? MotsAgenda.T("Mois.RendezVous", c.RendezVous) : null,
        c.Ateliers > 0 ? MotsAgenda.N("Mois.Ateliers", c.Ateliers) : null,
        c.Libres > 0 ? MotsAgenda.N("Mois.Libres", c.Libres) : null,
    }.Where(m => m is not null));

    public async Task OnGetAsync(string? jour, string? vue, CancellationToken annulation)
    {
        ModelState.Clear();
        // One connection for the eight reads of the page: each opening sets who asks again.
        await db.Database.OpenConnectionAsync(annulation);
        if (await db.Set<Disponibilite>().AsNoTracking().Where(d => d.Compte == Moi).OrderByDescending(d => d.CreeeLe).Select(d => new { d.Fuseau, d.Departement }).FirstOrDefaultAsync(annulation) is { } derniere)
        {
            (_fuseau, _departement) = (derniere.Fuseau, derniere.Departement);
        }
        else
        {
            SansDisponibilite = true;
        }

        Vue = vue is "semaine" or "mois" ? vue : "jour";
        Aujourdhui = HeuresLocales.Jour(_fuseau, horloge.GetUtcNow());
        Jour = LiensAgenda.LireJour(jour) ?? Aujourdhui;
        if (Vue == "mois")
        {
            Lieux = await disponibilites.LieuxAsync(Moi, Organisation, annulation);
            Lieu = Lieux.FirstOrDefault(l => l.Valeur == Lieu)?.Valeur ?? (Lieux.Count > 0 ? Lieux[0].Valeur : null);
            if (Lieu is not null)
            {
                (Collegues, Mois) = await calendrier.MoisAsync(Lieu, Organisation, Jour, annulation);
            }

            return;
        }

        var premier = Vue == "semaine" ? Jour.AddDays(-(((int)Jour.DayOfWeek + 6) % 7)) : Jour;
        Jours = [.. Enumerable.Range(0, Vue == "semaine" ? 7 : 1).Select(premier.AddDays)];
        var fenetre = new Plage(HeuresLocales.Journee(_fuseau, Jours[0]).Debut, HeuresLocales.Journee(_fuseau, Jours[^1]).Fin);
        Lignes = (await agenda.LireAsync(Moi, fenetre, libres: true, annulation)).ToLookup(l => l.Jour < Jours[0] ? Jours[0] : l.Jour > Jours[^1] ? Jours[^1] : l.Jour);
    }
}
