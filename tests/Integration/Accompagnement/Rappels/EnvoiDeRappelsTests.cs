using System.Collections.Concurrent;
using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Normes;
using FaireAvec.Tests.Integration.Kernel.CourtsMessages;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Rappels;

/// <summary>Reminders, on a real base and through a real gateway: each once, whatever happens to the nodes.</summary>
public sealed class EnvoiDeRappelsTests
{
    private static readonly NumeroDeMobile Numero = NumeroDeMobile.Lire("06 39 98 01 02")!;

    [Fact]
    public async Task Chaque_rappel_part_une_fois_par_chaque_voie_a_son_heure()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        var monde = new Monde();
        await using var noeud = await NoeudAsync(passerelle, monde);
        var debut = HorlogeFactice.Depart.AddDays(3).AddHours(5);
        monde.Prevus.Add(RendezVous(debut));

        // Every quarter of an hour until it is over.
        for (var t = HorlogeFactice.Depart; t < debut.AddHours(1); t += TimeSpan.FromMinutes(15))
        {
            noeud.Horloge.Instant = t;
            await PasserAsync(noeud);
        }

        Assert.Equal(2, monde.Courriels.Count);
        Assert.Equal(2, passerelle.Partis.Count);
        Assert.Equal(["samedi 21 novembre à 15 h", "aujourd’hui à 15 h"], monde.Courriels.Select(m => m.Objet["Rappel : rendez-vous ".Length..]));
        Assert.All(passerelle.Partis.Values, t => Assert.Contains("https://inclusion.example/rendez-vous/jeton", t, StringComparison.Ordinal));
        Assert.Equal(2, monde.Courriels.Select(m => m.Identifiant).Distinct().Count());
        Assert.Equal(4, await noeud.Base.LireAsync<long>("SELECT count(*) FROM accompagnement.rappels WHERE etat = 'Envoye'"));
    }

    [Fact]
    public async Task Deux_noeuds_ne_font_pas_deux_rappels()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        var monde = new Monde();
        await using var un = await NoeudAsync(passerelle, monde);
        await using var deux = await NoeudAsync(passerelle, monde, un.Base);
        for (var i = 0; i < 20; i++)
        {
            monde.Prevus.Add(RendezVous(HorlogeFactice.Depart.AddHours(2).AddSeconds(-i), i));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(_ => (Task[])[PasserAsync(un), PasserAsync(deux)]));
        Assert.Equal((20, 20), (monde.Courriels.Count, passerelle.Appels.Count));
    }

    [Fact]
    public async Task Un_noeud_tue_en_plein_envoi_laisse_l_autre_reprendre_sans_doubler()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        var monde = new Monde();
        await using var noeud = await NoeudAsync(passerelle, monde);
        monde.Prevus.Add(RendezVous(HorlogeFactice.Depart.AddHours(2)) with { Courriel = null });
        using var tue = new CancellationTokenSource();
        passerelle.Avant = async _ => await tue.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PasserAsync(noeud, tue.Token));
        passerelle.Avant = null;
        await Attente.QueAsync("the gateway to end", () => !passerelle.Partis.IsEmpty);
        await PasserAsync(noeud);
        Assert.Single(passerelle.Appels);

        noeud.Horloge.Avancer(TimeSpan.FromMinutes(17));
        await PasserAsync(noeud);
        await PasserAsync(noeud);
        // Told twice to the gateway under the same key: one message.
        Assert.Equal(2, passerelle.Appels.Count);
        Assert.Single(passerelle.Partis);
        Assert.Equal("Envoye", await noeud.Base.LireAsync<string>("SELECT etat FROM accompagnement.rappels"));
    }

    [Fact]
    public async Task Un_courriel_pris_par_un_noeud_mort_part_quand_meme_une_fois()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        var monde = new Monde();
        await using var noeud = await NoeudAsync(passerelle, monde);
        monde.Prevus.Add(RendezVous(HorlogeFactice.Depart.AddHours(2)) with { Mobile = null });
        monde.Panne = new OperationCanceledException();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PasserAsync(noeud));
        monde.Panne = null;
        await PasserAsync(noeud);
        Assert.Empty(monde.Courriels);
        noeud.Horloge.Avancer(TimeSpan.FromMinutes(17));
        await PasserAsync(noeud);
        await PasserAsync(noeud);
        Assert.Single(monde.Courriels);
    }

    [Fact]
    public async Task Un_echec_est_retente_puis_abandonne_et_les_autres_partent()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        var monde = new Monde();
        await using var noeud = await NoeudAsync(passerelle, monde);
        monde.Prevus.Add(RendezVous(HorlogeFactice.Depart.AddHours(2)));
        monde.Panne = new System.Net.Mail.SmtpException("Panne d’essai");
        for (var i = 0; i < 8; i++)
        {
            await PasserAsync(noeud);
            noeud.Horloge.Avancer(TimeSpan.FromMinutes(11));
        }

        Assert.Equal(5, monde.Essais);
        Assert.Single(passerelle.Partis);
        Assert.Equal("Echec SmtpException", await noeud.Base.LireAsync<string>("SELECT etat || ' ' || faute FROM accompagnement.rappels WHERE canal = 'Courriel'"));
    }

    [Fact]
    public async Task Qui_a_dit_stop_n_est_pas_rappele_par_SMS()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        var monde = new Monde();
        await using var noeud = await NoeudAsync(passerelle, monde);
        monde.Prevus.Add(RendezVous(HorlogeFactice.Depart.AddHours(2)));
        await noeud.Services.GetRequiredService<Desinscriptions>().DesinscrireAsync(Numero, "reponse", CancellationToken.None);
        await PasserAsync(noeud);
        Assert.Empty(passerelle.Appels);
        Assert.Single(monde.Courriels);
        Assert.Equal("Refuse", await noeud.Base.LireAsync<string>("SELECT etat FROM accompagnement.rappels WHERE canal = 'Sms'"));
    }

    [Theory]
    // 23:00 in Paris: a mail, no SMS; it is 10 in the morning in Wallis, and 19 in Cayenne.
    [InlineData("Europe/Paris", 0)]
    [InlineData("Pacific/Wallis", 1)]
    [InlineData("America/Cayenne", 1)]
    public async Task La_nuit_du_lieu_aucun_telephone_ne_sonne(string fuseau, int sms)
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        var monde = new Monde();
        await using var noeud = await NoeudAsync(passerelle, monde);
        noeud.Horloge.Instant = new DateTimeOffset(2026, 11, 18, 22, 0, 0, TimeSpan.Zero);
        monde.Prevus.Add(RendezVous(noeud.Horloge.Instant.AddHours(2)) with { Fuseau = fuseau });
        await PasserAsync(noeud);
        Assert.Equal((1, sms), (monde.Courriels.Count, passerelle.Partis.Count));
    }

    [Fact]
    public async Task Un_rendez_vous_deplace_ou_annule_n_est_plus_rappele_a_l_ancienne_heure()
    {
        await using var passerelle = await PasserelleFactice.DemarrerAsync();
        var monde = new Monde();
        await using var noeud = await NoeudAsync(passerelle, monde);
        monde.Prevus.Add(RendezVous(HorlogeFactice.Depart.AddHours(2)));
        await PasserAsync(noeud);
        monde.Prevus[0] = monde.Prevus[0] with { Debut = HorlogeFactice.Depart.AddHours(7), PrisLe = HorlogeFactice.Depart };
        await PasserAsync(noeud);
        Assert.Single(monde.Courriels);
        noeud.Horloge.Avancer(TimeSpan.FromHours(5));
        await PasserAsync(noeud);
        Assert.Equal(2, monde.Courriels.Count);
    }

    private static RendezVousARappeler RendezVous(DateTimeOffset debut, int id = 1) => new(new Guid($"01a21000-0000-7000-8000-{id:x12}"), debut, HorlogeFactice.Depart.AddDays(-9), "Europe/Paris", "Médiathèque Exemple", "/rendez-vous/jeton")
    {
        Courriel = "personne@example.org",
        Mobile = Numero,
    };

    private static Task<int> PasserAsync(NoyauDeTest noeud, CancellationToken annulation = default) => noeud.DansAsync(s => s.GetRequiredService<EnvoiDeRappels>().FaireAsync(annulation), "systeme:taches");

    private static Task<NoyauDeTest> NoeudAsync(PasserelleFactice passerelle, Monde monde, BaseDeTest? donnees = null) => NoyauDeTest.DemarrerAsync(
        s => s.AddSingleton<IRendezVousARappeler>(monde).AddSingleton<ICourrier>(monde),
        d => new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:FaireAvec"] = d.ConnexionProprietaire,
            ["Cles:Operateur"] = ApplicationDeTest.CleDEssai,
            ["Site:Adresse"] = "https://inclusion.example",
            ["Sms:Adresse"] = passerelle.Adresse,
            ["Sms:Secret"] = "secret-d-essai",
            ["Sms:BoucleLocale"] = "true",
        },
        donnees);

    /// <summary>An agenda and a mail server, in memory.</summary>
    private sealed class Monde : IRendezVousARappeler, ICourrier
    {
        public List<RendezVousARappeler> Prevus { get; } = [];

        public ConcurrentQueue<Message> Courriels { get; } = new();

        public Exception? Panne { get; set; }

        public int Essais { get; private set; }

        public Task<IReadOnlyList<RendezVousARappeler>> AVenirAsync(FaireAvecDb db, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation) =>
            Task.FromResult<IReadOnlyList<RendezVousARappeler>>([.. Prevus.Where(r => r.Debut >= de && r.Debut < a)]);

        public Task EnvoyerAsync(Message message, CancellationToken annulation)
        {
            Essais++;
            if (Panne is { } panne)
            {
                throw panne;
            }

            Courriels.Enqueue(message);
            return Task.CompletedTask;
        }
    }
}
