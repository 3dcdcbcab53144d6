using System.Net;
using System.Text.Json;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

/// <summary>The register of processing is what the jobs apply; every processing has its purge, or says why it has none.</summary>
[Collection(Donnees.Nom)]
public sealed class RegistreTests(SiteDesDonnees site)
{
    /// <summary>Entities with personal values that belong to nobody who could ask: each with its reason.</summary>
    private static readonly Dictionary<string, string> SansPersonne = new(StringComparer.Ordinal)
    {
        ["Signalement"] = "Nobody is known: the report stands for the person, and goes after its delay.",
    };

    [Fact]
    public async Task Chaque_traitement_a_sa_purge_ou_sa_raison()
    {
        var registre = site.Services.GetRequiredService<RegistreDesTraitements>();
        var purges = await site.DansAsync(s => Task.FromResult(s.GetServices<IPurge>().Select(p => p.Nom).ToList()));
        Assert.Equal(purges.Count, purges.Distinct().Count());
        Assert.Empty(RegistreValide.Defauts(registre.Traitements, purges));
    }

    [Fact]
    public async Task Trois_mois_apres_leur_fin_les_invitations_sans_reponse_s_effacent_avec_ce_qu_en_dit_le_journal()
    {
        var qui = await site.PersonneAsync(Role.GestionnaireStructure);
        var numero = 0;
        Invitation Inviter(DateTimeOffset fin) => new()
        {
            Id = Identifiants.Nouveau(site.Horloge),
            Organisation = qui.Organisation,
            Role = Role.Mediateur,
            Courriel = $"sans-reponse-{++numero}@example.org",
            CleDuCourriel = $"sans-reponse-{numero}@example.org",
            InviteePar = qui.Id,
            CreeeLe = fin.AddDays(-30),
            ExpireLe = fin,
        };
        var maintenant = site.Horloge.Instant;
        var (ancienne, recente, acceptee, annulee) = (Inviter(maintenant.AddMonths(-3).AddMinutes(-1)), Inviter(maintenant.AddMonths(-3).AddDays(1)), Inviter(maintenant.AddYears(-1)), Inviter(maintenant.AddDays(1)));
        acceptee.Accepter(qui.Id, maintenant.AddYears(-1).AddDays(-1));
        annulee.Annuler(maintenant.AddMonths(-4));
        foreach (var invitation in new[] { ancienne, recente, acceptee, annulee })
        {
            await site.DansAsync(
                async s =>
                {
                    var acces = s.GetRequiredService<ContexteAcces>();
                    (acces.Compte, acces.Organisation) = (qui.Id.ToString(), qui.Organisation.ToString());
                    var db = s.GetRequiredService<FaireAvecDb>();
                    db.Add(invitation);
                    return await db.SaveChangesAsync();
                },
                "gestionnaire_structure");
        }

        Assert.Equal(1, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes WHERE personne = $1", ancienne.Id));
        await site.PurgerAsync();
        var restees = await site.Base.ListerAsync<Guid>("SELECT id FROM comptes.invitations WHERE organisation = $1", qui.Organisation);
        Assert.Equal(new[] { recente.Id, acceptee.Id }.Order(), restees.Order());
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes WHERE personne = $1 OR personne = $2", ancienne.Id, annulee.Id));
        Assert.Equal(1, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes WHERE personne = $1", recente.Id));
    }

    [Fact]
    public async Task Chaque_valeur_personnelle_s_exporte_et_s_efface()
    {
        var couvertes = await site.DansAsync(s => Task.FromResult(s.GetServices<IDonneesDePersonne>().SelectMany(d => d.Entites).ToHashSet(StringComparer.Ordinal)));
        var personnelles = await site.AvecBaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.GetProperties().Any(p => p.PropertyInfo?.IsDefined(typeof(PersonnelAttribute), inherit: false) == true)).Select(e => e.ClrType.Name).ToList()));
        Assert.NotEmpty(personnelles);
        Assert.DoesNotContain(personnelles, e => !couvertes.Contains(e) && !SansPersonne.ContainsKey(e));
        Assert.DoesNotContain(SansPersonne.Keys, e => !personnelles.Contains(e, StringComparer.Ordinal));
        // What is closed to who runs the platform is closed in the database too.
        var fermees = await site.DansAsync(s => Task.FromResult(s.GetServices<IDonneesDePersonne>().SelectMany(d => d.EntitesFermees).Order(StringComparer.Ordinal).ToList()));
        Assert.Equal(fermees, (await site.Base.ListerAsync<string>("SELECT entite FROM noyau.entites_fermees")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Role.Financeur)]
    [InlineData(Role.Payeur)]
    [InlineData(Role.Instructeur)]
    public async Task Sans_le_droit_le_registre_et_le_kit_sont_fermes(Role role)
    {
        var qui = await site.PersonneAsync(role);
        foreach (var adresse in (string[])["/comptes/traitements", "/comptes/kit", "/comptes/kit/affiche"])
        {
            using var reponse = await qui.Client.GetAsync(adresse);
            await AssertPage.ErreurAsync(HttpStatusCode.Forbidden, "Page réservée", reponse);
        }
    }

    [Fact]
    public async Task Le_registre_se_lit_et_s_emporte()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var page = await qui.Client.LirePageAsync("/comptes/traitements");
        AssertPage.H1(page, "Registre des traitements");
        AssertPage.Dit(page, "12 mois à compter de la clôture du compte");
        AssertPage.Dit(page, "Suivi d’une personne accompagnée");
        using var csv = await qui.Client.GetAsync("/comptes/traitements?format=csv");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Comptes des professionnels", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var json = await qui.Client.GetAsync("/comptes/traitements?format=json");
        var registre = JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("P12M", registre.GetProperty("traitements")[0].GetProperty("conservation").GetProperty("duree").GetString());
        using var faux = await qui.Client.GetAsync("/comptes/traitements?format=pdf");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
    }

    [Fact]
    public async Task Le_kit_est_rempli_pour_l_organisation()
    {
        var qui = await site.PersonneAsync(Role.GestionnaireStructure);
        AssertPage.H1(await qui.Client.LirePageAsync("/comptes/kit"), "Documents pour une organisation sans délégué à la protection des données");
        foreach (var cle in DocumentsDuKit.Cles)
        {
            var page = await qui.Client.LirePageAsync($"/comptes/kit/{cle}");
            Assert.Single(page.QuerySelectorAll("h1"));
            AssertPage.Dit(page, "Médiathèque");
            foreach (var (format, type) in new[] { ("odt", "application/vnd.oasis.opendocument.text"), ("html", "text/html"), ("txt", "text/plain") })
            {
                using var fichier = await qui.Client.GetAsync($"/comptes/kit/{cle}?format={format}");
                await AssertPage.StatutAsync(HttpStatusCode.OK, fichier);
                Assert.Equal((type, $"{cle}.{format}"), (fichier.Content.Headers.ContentType!.MediaType, fichier.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
            }
        }

        using var inconnu = await qui.Client.GetAsync("/comptes/kit/..%2F..%2Fetc");
        Assert.Equal(HttpStatusCode.NotFound, inconnu.StatusCode);
        using var autre = await qui.Client.GetAsync("/comptes/kit/inconnu");
        Assert.Equal(HttpStatusCode.NotFound, autre.StatusCode);
    }

    [Fact]
    public async Task Chaque_purge_efface_ce_qui_est_vieux_et_rien_d_autre()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var maintenant = site.Horloge.Instant;
        foreach (var age in new[] { maintenant.AddMonths(-13), maintenant.AddMonths(-1) })
        {
            var quand = age.UtcDateTime;
            await site.Base.ExecuterAsync("INSERT INTO comptes.consultations (id, personne, par, instant, quoi, quart) VALUES ($1, $2, $2, $3, 'essai', $3)", Identifiants.Nouveau(site.Horloge), qui.Id, quand);
            await site.Base.ExecuterAsync("INSERT INTO comptes.sessions (id, compte, empreinte, facteur, ouverte_le, fin_au_plus_tard, inactivite_minutes, vue_le, preuve_le) VALUES ($1, $2, $3, 'Passkey', $4, $4, 120, $4, $4)", Identifiants.Nouveau(site.Horloge), qui.Id, Identifiants.Nouveau(site.Horloge).ToByteArray(), quand);
            await site.Base.ExecuterAsync("INSERT INTO comptes.codes_d_assistance (id, compte, sel, empreinte, cree_le, expire_le, essais) VALUES ($1, $2, '\\x00', '\\x00', $3, $3, 0)", Identifiants.Nouveau(site.Horloge), qui.Id, quand);
        }

        await site.Base.ExecuterAsync("INSERT INTO comptes.demandes_de_droits (id, personne, type, etat, recue_le, echeance, finie_le) VALUES ($1, $2, 'Acces', 'Repondue', $3, '2020-01-01', $3)", Identifiants.Nouveau(site.Horloge), qui.Id, maintenant.AddYears(-6).UtcDateTime);
        await site.Base.ExecuterAsync("INSERT INTO comptes.textes_d_accord (finalite, version, titre, texte, empreinte) VALUES ('essai.vieux', 1, 't', 't', '\\x00')");
        await site.Base.ExecuterAsync("INSERT INTO comptes.accords (id, personne, finalite, version, donne_le, moyen, recueilli_par, retire_le) VALUES ($1, $2, 'essai.vieux', 1, $3, 'Oral', $2, $3)", Identifiants.Nouveau(site.Horloge), qui.Id, maintenant.AddYears(-6).UtcDateTime);
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        await site.PurgerAsync();

        Assert.Equal(1, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.consultations WHERE personne = $1", qui.Id));
        // Their own session, and the one of a month ago.
        Assert.Equal(2, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.sessions WHERE compte = $1", qui.Id));
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.codes_d_assistance WHERE compte = $1", qui.Id));
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.demandes_de_droits WHERE personne = $1", qui.Id));
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.accords WHERE personne = $1", qui.Id));
        var passages = await site.Base.ListerAsync<string>("SELECT DISTINCT ON (purge) purge || ' ' || effaces FROM noyau.purges ORDER BY purge, instant DESC");
        Assert.Contains("comptes.accords 1", passages);
        Assert.Contains("comptes.demandes 1", passages);
        Assert.Equal(await site.DansAsync(s => Task.FromResult(s.GetServices<IPurge>().Select(p => p.Nom).Order(StringComparer.Ordinal).ToList())), passages.Select(p => p.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Une_purge_qui_echoue_se_voit_et_n_arrete_pas_les_autres()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync(s => s.AddScoped<IPurge, PurgeEnEchec>());
        await Assert.ThrowsAsync<AggregateException>(() => new LancerLesPurges(noyau.Services.GetRequiredService<IServiceScopeFactory>()).ExecuterAsync(LancerLesPurges.Nom, CancellationToken.None));
        Assert.Equal("InvalidOperationException", await noyau.Base.LireAsync<string>("SELECT erreur FROM noyau.purges WHERE purge = 'essai.echec'"));
        Assert.Equal(1, await noyau.Base.LireAsync<long>("SELECT count(*) FROM noyau.purges WHERE purge = 'comptes.sessions' AND effaces = 0"));
        // What it had done before failing is undone.
        Assert.Equal(0, await noyau.Base.LireAsync<long>("SELECT count(*) FROM comptes.organisations"));
    }

    private sealed class PurgeEnEchec(FaireAvecDb db) : IPurge
    {
        public string Nom => "essai.echec";

        public string CeQuiPart => "Rien";

        public async Task<int> PurgerAsync(DateTimeOffset maintenant, CancellationToken annulation)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO comptes.organisations (id, nom, type_identification, numero, nature, categorie, creee_le, demonstration) VALUES (gen_random_uuid(), 'x', 'Interne', 'X', 'Publique', 'Commune', now(), false)", annulation);
            throw new InvalidOperationException("Rien ne va");
        }
    }
}
