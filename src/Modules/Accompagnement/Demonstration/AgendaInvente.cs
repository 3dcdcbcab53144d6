using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Demonstration;

/// <summary>The agenda of the invented médiateur at the invented library's place: days, appointments, a workshop. Ids never change, so that tests and papers may name them.</summary>
internal static class AgendaInvente
{
    private static readonly (int DansJours, int Heure, int Minute, string Cle, string? Prenom, string? Personne, string Besoin, string? Interprete, string[] Amenagements)[] RendezVousInventes =
    [
        (0, 10, 0, "1", null, "awa", "demarche", null, ["gros_caracteres"]),
        (0, 11, 30, "2", "Jo", null, "appareil", null, []),
        (1, 14, 0, "3", "Lina", null, "demarche", "ar", ["endroit_calme"]),
        (2, 9, 0, "4", null, "marcel", "apprendre", null, ["plus_de_temps"]),
    ];

    /// <summary>Adds them once; changes nobody's.</summary>
    /// <param name="services">Of a scope that may write them.</param>
    /// <param name="demonstration">The invented people.</param>
    /// <param name="ou">Id of the place; null: the first one of the organisation.</param>
    /// <param name="annulation">Gives up.</param>
    public static async Task AjouterAsync(IServiceProvider services, IDemonstration demonstration, string? ou, CancellationToken annulation)
    {
        var (db, horloge, reperes) = (services.GetRequiredService<FaireAvecDb>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ReperesDesLieux>());
        var camille = demonstration.De(Role.Mediateur);
        if (await db.Set<AtelierPrevu>().AnyAsync(a => a.Id == demonstration.IdDe("atelier:1"), annulation)
            || (ou is null ? await services.GetRequiredService<ILieuxDesOrganisations>().LieuxAsync(camille.Organisation, annulation) : [ou]).Select(reperes.Agenda).FirstOrDefault(l => l is not null) is not { } lieu)
        {
            return;
        }

        var contacts = services.GetRequiredService<ContactsDesReservations>();
        var maintenant = horloge.GetUtcNow();
        var (aujourdhui, zone) = (HeuresLocales.Jour(lieu.Fuseau, maintenant), HeuresLocales.Zone(lieu.Fuseau));
        var lundi = aujourdhui.AddDays(-(((int)aujourdhui.DayOfWeek + 6) % 7));
        var salle = new Salle { Id = demonstration.IdDe("salle:1"), Organisation = camille.Organisation, Lieu = lieu.Id, Nom = "Salle des ordinateurs", Capacite = 10 };
        db.Add(salle);
        foreach (var (i, (jour, de, a)) in new[] { (0, 9, 12), (1, 14, 17), (2, 9, 12), (3, 9, 12), (3, 14, 17), (4, 9, 12), (4, 14, 16) }.Index())
        {
            db.Add(new Disponibilite
            {
                Id = demonstration.IdDe($"disponibilite:{i + 1}"),
                Compte = camille.Compte,
                Organisation = camille.Organisation,
                Lieu = lieu.Id,
                Fuseau = lieu.Fuseau,
                Departement = lieu.Departement,
                Depuis = lundi.AddDays(jour),
                De = new TimeOnly(de, 0),
                A = new TimeOnly(a, 0),
                Duree = 45,
                CreeeLe = maintenant,
            });
        }

        foreach (var r in RendezVousInventes)
        {
            var debut = HeuresLocales.Instant(zone, aujourdhui.AddDays(r.DansJours), new TimeOnly(r.Heure, r.Minute));
            var rendezVous = new RendezVous
            {
                Id = demonstration.IdDe($"rendez-vous:{r.Cle}"),
                Compte = camille.Compte,
                Organisation = camille.Organisation,
                Lieu = lieu.Id,
                Fuseau = lieu.Fuseau,
                Debut = debut,
                Fin = debut.AddMinutes(45),
                Personne = r.Personne is { } p ? PersonnesInventees.IdDe(demonstration, p) : null,
                Origine = r.Personne is null ? OrigineDeReservation.EnLigne : OrigineDeReservation.Mediateur,
                PriseLe = maintenant.AddDays(-2),
            };
            await contacts.FermerAsync(rendezVous, new QuiVient(r.Prenom, r.Prenom is null ? null : "0639980120", null, false, r.Besoin, r.Interprete, r.Amenagements), annulation);
            db.Add(rendezVous);
        }

        var jourDAtelier = HeuresLocales.Instant(zone, aujourdhui.AddDays(6), new TimeOnly(18, 0));
        var atelier = new AtelierPrevu
        {
            Id = demonstration.IdDe("atelier:1"),
            Compte = camille.Compte,
            Organisation = camille.Organisation,
            Lieu = lieu.Id,
            Fuseau = lieu.Fuseau,
            Salle = salle.Id,
            Debut = jourDAtelier,
            Fin = jourDAtelier.AddMinutes(90),
            Titre = "Reconnaître une arnaque",
            Description = "Avec des messages d’essai, on apprend à voir ce qui cloche. Venez avec votre téléphone.",
            Capacite = 8,
            CreeLe = maintenant,
        };
        db.Add(atelier);
        await db.SaveChangesAsync(annulation);
        foreach (var (i, prenom) in new[] { "Jo", "Lina", "Sam" }.Index())
        {
            var inscription = new Inscription
            {
                Id = demonstration.IdDe($"inscription:{i + 1}"),
                Compte = camille.Compte,
                Organisation = camille.Organisation,
                Atelier = atelier.Id,
                Capacite = atelier.Capacite,
                Origine = OrigineDeReservation.EnLigne,
                PriseLe = maintenant.AddHours(-i - 1),
            };
            await contacts.FermerAsync(inscription, new QuiVient(prenom, null, null, false, null, null, []), annulation);
            inscription.Placer(i + 1, null);
            db.Add(inscription);
        }

        await db.SaveChangesAsync(annulation);
    }
}
