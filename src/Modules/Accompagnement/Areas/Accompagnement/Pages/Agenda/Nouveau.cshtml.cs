using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>An appointment that the médiateur gives, at the desk or by telephone.</summary>
internal sealed class NouveauModel(AgendaDuMediateur agenda, Disponibilites disponibilites, PersonnesAuChoix personnes, EnvoisARevoir envois, Demandeur demandeur, TimeProvider horloge) : PageAvecQui(personnes, demandeur)
{
    [BindProperty]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public string? De { get; set; }

    [BindProperty]
    public int? Duree { get; set; }

    [BindProperty]
    public string? Lieu { get; set; }

    [BindProperty]
    public Guid? Salle { get; set; }

    /// <summary>The device and the id of what was written without network and couldn't be kept: begun from it, settled by it.</summary>
    [BindProperty(SupportsGet = true, Name = "appareil")]
    public Guid? Appareil { get; set; }

    [BindProperty(SupportsGet = true, Name = "envoi")]
    public Guid? Envoi { get; set; }

    public IReadOnlyList<OptionDeChamp> Lieux { get; private set; } = [];

    public IReadOnlyList<OptionDeChamp> Salles { get; private set; } = [];

    public async Task OnGetAsync(string? quand, Guid? personne, CancellationToken annulation)
    {
        ModelState.Clear();
        (Nouveau, Personne, Duree) = (Identifiants.Nouveau(horloge), personne, 45);
        if (LiensAgenda.LireInstant(quand) is { } debut && (await agenda.LibresAsync(Moi, new(debut, debut.AddMinutes(1)), annulation)).FirstOrDefault(c => c.Debut == debut) is { } creneau)
        {
            var locale = HeuresLocales.Locale(creneau.Disponibilite.Fuseau, debut);
            (Date, De, Duree, Lieu, Salle) = (DateOnly.FromDateTime(locale.DateTime), TimeOnly.FromDateTime(locale.DateTime).ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture), creneau.Disponibilite.Duree, creneau.Disponibilite.Lieu, creneau.Disponibilite.Salle);
        }

        if (await EnvoiAsync(annulation) is { Corps: { } corps } && LectureDEnvoi.Lire<RendezVousEnvoye>(corps) is { } ecrit)
        {
            (Personne, Prenom, Telephone, Sms, Besoin) = (ecrit.Personne, ecrit.Prenom, ecrit.Telephone, ecrit.Sms, ecrit.Besoin);
            (Lieu, Date, De, Duree) = (ecrit.Lieu, ecrit.Date, ecrit.De, ecrit.Duree);
        }

        await PreparerAsync(annulation);
        Lieu ??= Lieux.Count > 0 ? Lieux[0].Valeur : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (Lisible())
        {
            var pris = await agenda.PrendreAsync(new SaisieDeRendezVous { Id = Nouveau, Personne = Personne, Qui = Qui, Lieu = Lieu, Salle = Salle, Date = Date, De = De, Duree = Duree }, Moi, Organisation, annulation);
            if (pris.Reussi)
            {
                if (await EnvoiAsync(annulation) is { } lu)
                {
                    await envois.DeciderAsync(lu.Envoi, EtatDEnvoi.Repris, annulation);
                }

                return Redirect($"{LiensAgenda.RendezVous(pris.Valeur)}?fait=donne");
            }

            await PreparerAsync(annulation);
            return Refuser(pris.Erreurs);
        }

        await PreparerAsync(annulation);
        return Refuser([]);
    }

    private async Task<EnvoiLu?> EnvoiAsync(CancellationToken annulation) =>
        Appareil is { } appareil && Envoi is { } id && await envois.LireAsync(appareil, id, Moi, annulation) is { Envoi.Genre: GenreDEnvoi.RendezVous } lu && EtatsDEnvoi.ARevoir(lu.Envoi.Etat) ? lu : null;

    private async Task PreparerAsync(CancellationToken annulation)
    {
        Lieux = await disponibilites.LieuxAsync(Moi, Organisation, annulation);
        Salles = [.. (await disponibilites.SallesAsync(Organisation, annulation)).Select(s => new OptionDeChamp(s.Id.ToString(), s.Nom))];
        await ChoisirAsync();
    }
}
