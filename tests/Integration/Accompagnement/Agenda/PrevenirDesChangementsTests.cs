using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>What the place gives up or moves is told to who booked, by the ways that they proved or agreed to.</summary>
[Collection(AgendaDuSite.Nom)]
public sealed class PrevenirDesChangementsTests(SiteDesMembres site)
{
    private string DossierDesSms => Path.Combine(site.Dossier, "sms");

    [Fact]
    public async Task Qui_a_demande_des_sms_apprend_que_c_est_annule()
    {
        using var guichet = await site.GuichetAsync();
        var prevu = await ConfirmerAsync(guichet, ("Telephone", "06 39 98 02 11"), ("Sms", "true"));
        using var annule = await guichet.Mediateur.Client.AppuyerAsync(LiensAgenda.RendezVous(prevu.Id), "Annuler");
        await Attente.QueAsync("the message", () => Sms().Any(t => t.Contains("+33639980211", StringComparison.Ordinal) && t.Contains("Ne venez pas", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Qui_a_prouve_son_adresse_apprend_que_c_est_deplace_et_qui_ne_l_a_pas_prouvee_n_en_recoit_rien()
    {
        using var guichet = await site.GuichetAsync();
        var (sure, pasSure) = ($"{guichet.Lieu}-sure@example.org", $"{guichet.Lieu}-pas-sure@example.org");
        await site.ReserveAsync(guichet, site.A(9), ("Courriel", sure));
        await Attente.QueAsync("the mail", () => site.Boite.Messages.Any(m => m.A == sure));
        var lien = new Uri(site.Boite.Messages.Single(m => m.A == sure).Texte.Split('\n').Single(l => l.Contains("/rendez-vous/", StringComparison.Ordinal))).AbsolutePath;
        using var visiteur = site.NouveauClient();
        using (await visiteur.AppuyerAsync(lien, "Confirmer"))
        {
        }

        await site.ReserveAsync(guichet, site.A(9, 45), ("Courriel", pasSure));
        await Attente.QueAsync("the mail", () => site.Boite.Messages.Any(m => m.A == pasSure));
        using (await visiteur.AppuyerAsync(lien, "Deplacer", ("Debut", LiensAgenda.Instant(site.A(10, 30)))))
        {
        }

        var autre = await site.ToutLireAsync(db => db.Set<RendezVous>().AsNoTracking().SingleAsync(r => r.Lieu == guichet.Lieu && r.CourrielVerifieLe == null));
        using (await guichet.Mediateur.Client.AppuyerAsync(LiensAgenda.RendezVous(autre.Id), "Annuler"))
        {
        }

        await Attente.QueAsync("the mail", () => site.Boite.Messages.Any(m => m.A == sure && m.Objet == "C’est déplacé" && m.Texte.Contains("10\u00a0h\u00a030", StringComparison.Ordinal)));
        await Attente.QueAsync("the event", async () => await site.ToutLireAsync(db => db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM noyau.livraisons WHERE gestionnaire LIKE '%PrevenirDesChangements%' AND livree_le IS NULL").SingleAsync()) == 0);
        Assert.Single(site.Boite.Messages, m => m.A == pasSure);
    }

    [Fact]
    public async Task Un_atelier_annule_est_dit_a_chaque_inscrit_une_fois()
    {
        using var guichet = await site.GuichetAsync();
        var atelier = await site.AtelierAsync(guichet);
        using var inscrit = await site.SInscrireAsync(guichet, atelier, ("Telephone", "06 39 98 02 12"), ("Sms", "true"));
        using var visiteur = site.NouveauClient();
        using (await visiteur.AppuyerAsync(inscrit.Headers.Location!.OriginalString, "Confirmer"))
        {
        }

        using var annule = await guichet.Mediateur.Client.AppuyerAsync(LiensAgenda.Atelier(atelier), "Annuler");
        bool Parti(string t) => t.Contains("+33639980212", StringComparison.Ordinal) && t.Contains("arnaque", StringComparison.Ordinal);
        await Attente.QueAsync("the message", () => Sms().Any(Parti));
        // The event comes again, as the outbox allows: nothing more leaves.
        await site.DansAsync(
            async s =>
            {
                await ActivatorUtilities.CreateInstance<PrevenirDesChangements>(s).TraiterAsync(new AtelierAnnule(atelier, site.A(14), site.Horloge.Instant), null!, CancellationToken.None);
                return 0;
            },
            "systeme:evenements");
        Assert.Single(Sms(), Parti);
    }

    [Fact]
    public async Task Le_jour_du_mediateur_est_celui_de_son_siege()
    {
        using var guichet = await site.GuichetAsync();
        var horloge = new HorlogeFactice(new DateTimeOffset(2026, 11, 18, 23, 30, 0, TimeSpan.Zero));
        var identite = new Identite { Compte = guichet.Mediateur.Compte, Nom = "Essai", Organisation = guichet.Mediateur.Organisation };
        var lieux = site.Services.GetRequiredService<ReperesDesLieux>();
        Assert.Equal(new DateOnly(2026, 11, 18), await new JourDuMediateur(new AuSiege("98735"), lieux, horloge).AujourdhuiAsync(identite, CancellationToken.None));
        Assert.Equal(new DateOnly(2026, 11, 19), await new JourDuMediateur(new AuSiege("42218"), lieux, horloge).AujourdhuiAsync(identite, CancellationToken.None));
    }

    [Fact]
    public async Task Le_lien_d_une_reservation_n_est_pas_dans_le_journal()
    {
        using var guichet = await site.GuichetAsync();
        var prevu = await ConfirmerAsync(guichet);
        var pages = await site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT DISTINCT processus AS \"Value\" FROM noyau.journal WHERE entite_id = {prevu.Id.ToString()}").ToListAsync(), "auditeur");
        Assert.Contains("web:/rendez-vous/…", pages);
        Assert.DoesNotContain(pages, p => p.StartsWith("web:/rendez-vous/", StringComparison.Ordinal) && p != "web:/rendez-vous/…");
    }

    private async Task<RendezVous> ConfirmerAsync(Guichet guichet, params (string Nom, string Valeur)[] champs)
    {
        var reservation = await site.ReserveAsync(guichet, site.A(9), champs);
        using var visiteur = site.NouveauClient();
        using var confirme = await visiteur.AppuyerAsync(reservation, "Confirmer");
        return await site.RendezVousAsync(guichet);
    }

    private List<string> Sms() => Directory.Exists(DossierDesSms) ? [.. Directory.GetFiles(DossierDesSms).Select(File.ReadAllText)] : [];

    private sealed class AuSiege(string commune) : IEmplois
    {
        public ValueTask<Emploi?> LeJourAsync(Guid compte, Guid organisation, DateOnly jour, CancellationToken annulation) => new(new Emploi(organisation, new DateOnly(2020, 1, 1), [], [], commune));

        public Task<bool> TravailleAsync(Guid compte, Guid organisation, CancellationToken annulation) => Task.FromResult(true);

        public Task RetenirAsync(IReadOnlyCollection<(Guid Compte, Guid Organisation)> emplois, CancellationToken annulation) => Task.CompletedTask;
    }
}
