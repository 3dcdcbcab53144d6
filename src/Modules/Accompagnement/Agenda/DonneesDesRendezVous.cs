using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>Appointments and registrations of a person helped.</summary>
internal sealed class DonneesDesRendezVous(FaireAvecDb db, ContactsDesReservations contacts, INomsDesLieux lieux, TimeProvider horloge) : IDonneesDePersonne
{
    private const string Traitement = "rendez-vous";

    public string Nom => "accompagnement.rendez_vous";

    public IReadOnlyList<string> Entites => [nameof(RendezVous), nameof(Inscription)];

    public bool PersonnesAidees => true;

    public IReadOnlyList<string> EntitesFermees => [.. Entites.Select(e => $"accompagnement.{e}")];

    public async Task<IReadOnlyList<LotDeDonnees>> ExporterAsync(Guid personne, CancellationToken annulation)
    {
        var rendezVous = await db.Set<RendezVous>().AsNoTracking().Where(r => r.Personne == personne).OrderBy(r => r.Debut).ToListAsync(annulation);
        var inscriptions = await db.Set<Inscription>().AsNoTracking().Where(i => i.Personne == personne).OrderBy(i => i.PriseLe).ToListAsync(annulation);
        if (rendezVous.Count + inscriptions.Count == 0)
        {
            return [];
        }

        return
        [
            Lot("rendez_vous", [.. rendezVous.Select(r => (IReadOnlyList<Donnee>)[D("debut", r.Debut), D("ou", lieux.Trouver(r.Lieu)?.Nom), D("etat", MotsReservation.T($"Etat.{r.Etat}")), .. Qui(r)])]),
            Lot("inscriptions", [.. inscriptions.Select(i => (IReadOnlyList<Donnee>)[D("prise_le", i.PriseLe), D("etat", MotsReservation.T($"Etat.{i.Etat}")), .. Qui(i)])]),
        ];
    }

    public async Task<int> EffacerAsync(Guid personne, CancellationToken annulation)
    {
        List<Reservation> toutes =
        [
            .. await db.Set<RendezVous>().Where(r => r.Personne == personne).ToListAsync(annulation),
            .. await db.Set<Inscription>().Where(i => i.Personne == personne).ToListAsync(annulation),
        ];
        string[] adresses = [.. toutes.Select(contacts.Courriel).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        return toutes.Count(r => r.Effacer(horloge.GetUtcNow())) + await db.OublierCourrielsAsync(adresses, annulation);
    }

    private IEnumerable<Donnee> Qui(Reservation r) =>
    [
        D("prenom", contacts.Prenom(r)), D("telephone", contacts.TelephonePresente(r)), D("courriel", contacts.Courriel(r)), D("sms", r.AccordSms),
        D("besoin", r.Besoin is { } b ? MotsReservation.T($"Besoin.{b}") : null), D("interprete", r.Interprete is { } l ? MotsReservation.T($"Langue.{l}") : null),
        D("amenagements", r.Amenagements.Length == 0 ? null : string.Join(", ", r.Amenagements.Select(a => MotsReservation.T($"Amenagement.{a}")))),
    ];

    private static Donnee D(string cle, object? valeur) => new(cle, MotsReservation.T($"Donnee.{cle}"), valeur);

    private static LotDeDonnees Lot(string cle, IReadOnlyList<IReadOnlyList<Donnee>> fiches) => new(cle, MotsReservation.T($"Lot.{cle}"), MotsReservation.T("Lot.Texte"), Traitement, fiches);
}
