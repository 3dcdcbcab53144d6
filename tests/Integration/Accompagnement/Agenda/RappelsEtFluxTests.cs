using System.Net;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Calendriers;
using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>What the agenda gives to the reminders and to the feeds, and what outside calendars take from it.</summary>
[Collection(AgendaDuSite.Nom)]
public sealed class RappelsEtFluxTests(SiteDesMembres site)
{
    [Fact]
    public async Task Seul_ce_qui_est_confirme_se_rappelle_par_la_voie_choisie()
    {
        using var guichet = await site.GuichetAsync();
        var reservation = await site.ReserveAsync(guichet, site.A(9), ("Telephone", "06 39 98 01 77"), ("Sms", "true"));
        var avant = await ARappelerAsync(guichet);
        using (var visiteur = site.NouveauClient())
        {
            using var confirme = await visiteur.AppuyerAsync(reservation, "Confirmer");
        }

        var prevu = await site.RendezVousAsync(guichet);
        Assert.Equal((true, true, EtatDeRendezVous.Pris), (prevu.TenueJusqua is null, prevu.AccordSms, prevu.Etat));
        var rappel = Assert.Single(await ARappelerAsync(guichet));
        Assert.Empty(avant);
        Assert.Equal((prevu.Id, site.A(9), "Europe/Paris", "+33639980177", (string?)null), (rappel.Id, rappel.Debut, rappel.Fuseau, rappel.Mobile?.E164, rappel.Courriel));
        using (var visiteur = site.NouveauClient())
        {
            using var annule = await visiteur.AppuyerAsync(rappel.Lien, "Annuler");
        }

        Assert.Empty(await ARappelerAsync(guichet));
    }

    [Fact]
    public async Task Les_SMS_s_arretent_depuis_la_page_du_rendez_vous_et_reviennent_pour_qui_vient_de_le_dire()
    {
        using var guichet = await site.GuichetAsync();
        using var visiteur = site.NouveauClient();
        var mobile = NumeroDeMobile.Lire("06 39 98 04 50")!;
        var desinscriptions = site.Services.GetRequiredService<Desinscriptions>();
        var reservation = await site.ReserveAsync(guichet, site.A(9), ("Telephone", "06 39 98 04 50"), ("Sms", "true"));
        using var confirme = await visiteur.AppuyerAsync(reservation, "Confirmer");
        AssertPage.Dit(await visiteur.LirePageAsync(reservation), "Ne plus recevoir de SMS");
        using var arrete = await visiteur.AppuyerAsync(reservation, "ArreterLesSms");
        var page = await visiteur.LirePageAsync(arrete.Headers.Location!.OriginalString);
        AssertPage.Dit(page, "C’est fait : plus aucun SMS à ce numéro.");
        Assert.True(await desinscriptions.EstDesinscritAsync(mobile, CancellationToken.None));
        // The appointment stays, and said twice it is said once.
        Assert.Equal(EtatDeRendezVous.Pris, (await site.RendezVousAsync(guichet)).Etat);

        // The one who just said it changes their mind.
        using var repris = await visiteur.AppuyerAsync(arrete.Headers.Location!.OriginalString, "ReprendreLesSms");
        AssertPage.Dit(await visiteur.LirePageAsync(repris.Headers.Location!.OriginalString), "vous recevrez de nouveau des SMS");
        Assert.False(await desinscriptions.EstDesinscritAsync(mobile, CancellationToken.None));

        // Somebody else who books with this number can't bring them back; nor the first one an hour later.
        using var encore = await visiteur.AppuyerAsync(reservation, "ArreterLesSms");
        var autre = await site.ReserveAsync(guichet, site.A(9, 45), ("Telephone", "06 39 98 04 50"), ("Sms", "true"));
        var reprise = encore.Headers.Location!.OriginalString.Split("reprise=")[1];
        using var parUnAutre = await SiteDesMembres.PosterAsync(visiteur, autre, $"{autre}?handler=ReprendreLesSms", ("reprise", Uri.UnescapeDataString(reprise)));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, parUnAutre);
        site.Horloge.Avancer(TimeSpan.FromMinutes(61));
        using var tropTard = await SiteDesMembres.PosterAsync(visiteur, reservation, $"{reservation}?handler=ReprendreLesSms", ("reprise", Uri.UnescapeDataString(reprise)));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, tropTard);
        Assert.True(await desinscriptions.EstDesinscritAsync(mobile, CancellationToken.None));

        // Who asked for no SMS isn't told about them.
        Assert.DoesNotContain("SMS", AssertPage.Texte((await visiteur.LirePageAsync(await site.ReserveAsync(guichet, site.A(10, 30), ("Telephone", "06 39 98 04 51")))).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_flux_dit_les_ateliers_du_lieu_et_l_agenda_du_mediateur_sans_nom()
    {
        using var guichet = await site.GuichetAsync();
        await site.AtelierAsync(guichet);
        await site.ReserveAsync(guichet, site.A(9));
        var (mien, duLieu) = await site.DansAsync(
            async s =>
            {
                var (source, db) = (s.GetServices<IAgendaAPublier>().Single(), s.GetRequiredService<FaireAvecDb>());
                var (de, a) = (site.Horloge.Instant, site.Horloge.Instant.AddDays(30));
                return (await source.DuMediateurAsync(db, guichet.Mediateur.Compte, guichet.Mediateur.Organisation, de, a, CancellationToken.None), await source.AteliersDuLieuAsync(db, guichet.Lieu, de, a, CancellationToken.None));
            },
            "systeme:taches");
        Assert.Equal(2, mien.Count);
        Assert.Equal(EtatICalendar.Confirme, Assert.Single(duLieu).Etat);
        using var visiteur = site.NouveauClient();
        var flux = await visiteur.GetStringAsync($"/agenda/lieux/{guichet.Lieu}.ics");
        Assert.Contains("SUMMARY:Reconnaître une arnaque", flux, StringComparison.Ordinal);
        Assert.DoesNotContain("Jo", flux, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ce_qui_est_pris_ailleurs_ne_se_reserve_pas()
    {
        using var guichet = await site.GuichetAsync();
        Assert.Contains(site.A(9), await LibresAsync(guichet));
        await site.AvecBaseAsync(
            db =>
            {
                var externe = new CalendrierExterne { Id = Identifiants.Nouveau(site.Horloge), Compte = guichet.Mediateur.Compte, Organisation = guichet.Mediateur.Organisation, Nom = "Autre agenda", Fuseau = "Europe/Paris", AjouteLe = site.Horloge.Instant };
                db.Add(externe);
                db.Add(new PlageExterne { Calendrier = externe.Id, Compte = externe.Compte, Debut = site.A(8), Fin = site.A(10) });
                return db.SaveChangesAsync();
            },
            "systeme:taches");
        var libres = await LibresAsync(guichet);
        Assert.DoesNotContain(site.A(9), libres);
        Assert.NotEmpty(libres);
    }

    private Task<IReadOnlyList<RendezVousARappeler>> ARappelerAsync(Guichet guichet) => site.DansAsync<IReadOnlyList<RendezVousARappeler>>(
        async s =>
        {
            var db = s.GetRequiredService<FaireAvecDb>();
            var ids = await site.ToutLireAsync(d => d.Set<RendezVous>().Where(r => r.Lieu == guichet.Lieu).Select(r => r.Id).ToListAsync());
            return [.. (await s.GetServices<IRendezVousARappeler>().Single().AVenirAsync(db, site.Horloge.Instant, site.Horloge.Instant.AddDays(30), CancellationToken.None)).Where(r => ids.Contains(r.Id))];
        },
        "systeme:taches");

    private Task<IReadOnlyList<DateTimeOffset>> LibresAsync(Guichet guichet) => site.DansAsync<IReadOnlyList<DateTimeOffset>>(
        async s =>
        {
            var lecture = s.GetRequiredService<LectureDesCreneaux>();
            return [.. (await lecture.PublicsAsync(s.GetRequiredService<FaireAvecDb>(), guichet.Lieu, await lecture.ExercentAsync(guichet.Lieu, CancellationToken.None), CancellationToken.None)).Select(c => c.Debut)];
        },
        "systeme:agenda");
}
