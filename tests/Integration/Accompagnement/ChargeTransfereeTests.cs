using System.Net;
using FaireAvec.Accompagnement.Charge;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Charge;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Support.Pages;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>From acts to what everybody reads of online services: counted again by month, small numbers hidden, in French and in English, in JSON and in CSV.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class ChargeTransfereeTests(SiteDesActivites site) : ITablesEprouvees
{
    public static IReadOnlyList<string> Tables { get; } = ["accompagnement.charge_par_mois", "accompagnement.charge_a_recompter"];

    private const string Nouvelle = "/activites/nouvelle";

    // Of a year that no other test has.
    private static readonly DateOnly Mars = new(2025, 3, 3);

    [Fact]
    public async Task Ce_que_des_actes_disent_se_publie_sans_les_petits_nombres()
    {
        for (var i = 0; i < 24; i++)
        {
            await EnvoyerAsync(Mars.AddDays(i), "caf", i % 2 == 0 ? "en_panne" : "compte_bloque", 15);
        }

        for (var i = 0; i < 3; i++)
        {
            await EnvoyerAsync(Mars.AddDays(i), "ameli", "en_panne", null);
            await EnvoyerAsync(Mars.AddDays(i), "ants", "en_panne", null);
        }

        for (var i = 0; i < 12; i++)
        {
            await EnvoyerAsync(Mars.AddDays(i), "banque", "incomprehensible", null);
        }

        await RecompterAsync();
        using var reponse = await site.DemanderAsync(HttpMethod.Get, "/api/v1/charge-transferee?annee=2025", null);
        var json = await reponse.JsonAsync();
        Assert.Equal((42, 360), (json.GetProperty("actes").GetInt32(), json.GetProperty("minutes").GetInt32()));
        var services = json.GetProperty("par_service").EnumerateArray().ToDictionary(s => s.GetProperty("code").GetString()!, s => s.GetProperty("actes").ToString());
        Assert.Equal(("24", "", "", ""), (services["caf"], services["ameli"], services["ants"], services["banque"]));
        Assert.Equal("Licence Ouverte 2.0", json.GetProperty("licence").GetString());
        Assert.NotEmpty(json.GetProperty("methode").GetString()!);

        using var csv = await site.DemanderAsync(HttpMethod.Get, "/api/v1/charge-transferee.csv?annee=2025", null);
        var lignes = (await csv.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Contains("2025;service;caf;Caf;24;360;1;Licence Ouverte 2.0", lignes);
        Assert.Contains("2025;service;ameli;Assurance maladie (ameli);;;1;Licence Ouverte 2.0", lignes);
        Assert.Contains("2025;mois;2025-03;2025-03;42;360;1;Licence Ouverte 2.0", lignes);

        using var visiteur = site.Site.NouveauClient();
        var page = await visiteur.LirePageAsync("/charge-transferee?annee=2025");
        Assert.Contains("Caf", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("masqué", page.Body.TextContent, StringComparison.Ordinal);
        (await visiteur.GetAsync("/langue?vers=en&retour=/")).Dispose();
        Assert.Contains("The time that online services take", await visiteur.GetStringAsync("/charge-transferee?annee=2025"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/charge-transferee?annee=1789", "ACC-574")]
    [InlineData("/api/v1/charge-transferee?annee=x", "ACC-574")]
    [InlineData("/api/v1/charge-transferee?departement=42", "ACC-570")]
    [InlineData("/api/v1/charge-transferee.csv?annee=-1", "ACC-574")]
    [InlineData("/api/v1/charge-transferee?annee=2026&annee=2025", "ACC-571")]
    public async Task Une_demande_fausse_est_refusee(string adresse, string code)
    {
        using var reponse = await site.DemanderAsync(HttpMethod.Get, adresse, null);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Equal(code, await reponse.CodeAsync());
    }

    [Fact]
    public async Task Une_annee_vide_se_dit_et_une_annee_fausse_aussi()
    {
        using var visiteur = site.Site.NouveauClient();
        Assert.Equal(HttpStatusCode.OK, (await visiteur.GetStatutAsync("/charge-transferee")).Statut);
        Assert.Equal(HttpStatusCode.BadRequest, (await visiteur.GetStatutAsync("/charge-transferee?annee=1789")).Statut);
    }

    [Fact]
    public async Task Un_service_se_propose_pendant_qu_on_ecrit()
    {
        using var visiteur = site.Site.NouveauClient();
        Assert.Contains("\"valeur\":\"caf\"", await visiteur.GetStringAsync("/charge-transferee?handler=Services&q=caf"), StringComparison.Ordinal);
        Assert.Equal("[]", await visiteur.GetStringAsync("/charge-transferee?handler=Services&q=zzzz"));
        Assert.Equal("[]", await visiteur.GetStringAsync("/charge-transferee?handler=Services"));
        Assert.Contains("\"code\":\"ameli\"", await visiteur.GetStringAsync("/api/v1/services-en-ligne"), StringComparison.Ordinal);
    }

    // Whatever was sent, corrected, moved, removed and given back, what is derived is what a recount gives; the job run again changes nothing.
    [Fact]
    public async Task Ce_qui_est_derive_est_ce_qu_un_recompte_donne()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            ids.Add(await EnvoyerAsync(new DateOnly(2022, 6, 1).AddDays(i), ServicesEnLigne.Codes[i % 4], Listes.CausesDeCharge.Codes[i % 4], i % 3 == 0 ? null : 5 + i));
        }

        await RecompterAsync();
        Assert.Empty(await EcartsAsync());
        var hasard = new Random(20261126);
        for (var tour = 0; tour < 4; tour++)
        {
            await Task.WhenAll(ids.Select(id => site.Site.AvecBaseAsync(async db =>
            {
                var a = await db.Set<Activite>().SingleAsync(x => x.Id == id);
                switch (hasard.Next(5))
                {
                    case 0: a.SupprimeeLe = site.Site.Horloge.Instant; break;
                    case 1: a.Jour = a.Jour.AddDays(hasard.Next(-60, 60)); break;
                    case 2: (a.Service, a.Cause, a.MinutesPerdues) = (null, null, null); break;
                    case 3: (a.Service, a.Cause, a.MinutesPerdues) = ("caf", "pas_accessible", 10); break;
                    default: a.SupprimeeLe = null; break;
                }

                a.Version++;
                return await db.SaveChangesAsync();
            }, "systeme:taches")));
            await RecompterAsync();
            Assert.Empty(await EcartsAsync());
        }

        Assert.Equal(0, await RecompterAsync());
    }

    [Fact]
    public async Task La_base_refuse_une_cause_sans_service_et_plus_de_minutes_que_l_acte()
    {
        var id = await EnvoyerAsync(new DateOnly(2024, 8, 1), "caf", "en_panne", 10);
        foreach (var sql in (string[])["UPDATE accompagnement.activites SET service = NULL WHERE id = $1", "UPDATE accompagnement.activites SET minutes_perdues = duree + 1 WHERE id = $1", "UPDATE accompagnement.activites SET minutes_perdues = 0 WHERE id = $1"])
        {
            await using var commande = site.Site.Services.GetRequiredService<Base>().Proprietaire.CreateCommand(sql);
            commande.Parameters.AddWithValue(id);
            Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => commande.ExecuteNonQueryAsync())).SqlState);
        }
    }

    /// <summary>The counts themselves are nobody's: a cell may hold one act.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("mediateur")]
    [InlineData("coordinateur")]
    [InlineData("administrateur")]
    [InlineData("gestionnaire_donnees")]
    [InlineData("client_api")]
    [InlineData("systeme:connexion")]
    public async Task Personne_ne_lit_ni_n_ecrit_les_comptes(string role)
    {
        await EnvoyerAsync(new DateOnly(2024, 9, 1), "caf", "en_panne", 10);
        await RecompterAsync();
        await EnvoyerAsync(new DateOnly(2024, 9, 2), "caf", "en_panne", 10);
        await using var connexion = await site.Site.Services.GetRequiredService<Base>().Application.OpenConnectionAsync();
        await using (var reglage = new NpgsqlCommand("SELECT set_config('app.role', $1, false)", connexion) { Parameters = { new() { Value = role } } })
        {
            await reglage.ExecuteNonQueryAsync();
        }

        foreach (var table in (string[])["charge_par_mois", "charge_a_recompter"])
        {
            await using var lire = new NpgsqlCommand($"SELECT count(*) FROM accompagnement.{table}", connexion);
            Assert.Equal(0L, await lire.ExecuteScalarAsync());
            await using var effacer = new NpgsqlCommand($"DELETE FROM accompagnement.{table}", connexion);
            Assert.Equal(0, await effacer.ExecuteNonQueryAsync());
        }

        await using var ajouter = new NpgsqlCommand("INSERT INTO accompagnement.charge_par_mois VALUES ('2024-09-01', '42', 'caf', 'en_panne', 1, 1, 1)", connexion);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ajouter.ExecuteNonQueryAsync())).SqlState);
    }

    // The page, without script: what is typed names a service; what doesn't is refused beside its field, and kept.
    [Fact]
    public async Task Sur_la_page_le_service_se_dit_sans_script()
    {
        using var mediateur = await site.Site.CommeAsync(Role.Mediateur);
        var page = await mediateur.LirePageAsync("/activites/nouvelle?type=demarche");
        Assert.NotNull(page.QuerySelector("input[name='F.NomDuService']"));
        Assert.Equal(5, page.QuerySelectorAll("input[name='F.Cause']").Length);
        Assert.DoesNotContain("open", page.QuerySelector("input[name='F.NomDuService']")!.Closest("details")!.Attributes.Select(a => a.Name));

        (string Nom, string Valeur)[] usuel = [("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", "30"), ("F.TypeDeLieu", "a_distance"), ("F.Cause", "en_panne"), ("F.Perdu", "tout")];
        using var refuse = await mediateur.EnvoyerPremierAsync(Nouvelle, page, [.. usuel, ("F.NomDuService", "le site des trucs")]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refuse);
        var encore = await refuse.LirePageAsync();
        AssertPage.Dit(encore, "Choisissez le service dans la liste");
        Assert.Equal("le site des trucs", encore.QuerySelector("input[name='F.NomDuService']")!.GetAttribute("value"));
        Assert.Contains("open", encore.QuerySelector("input[name='F.NomDuService']")!.Closest("details")!.Attributes.Select(a => a.Name));
        using var garde = await mediateur.EnvoyerPremierAsync(Nouvelle, encore, ("F.NomDuService", "ameli"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, garde);
        var id = Guid.Parse(garde.Headers.Location!.ToString().Split("notee=")[1]);
        var acte = await site.Site.AvecBaseAsync(db => db.Set<Activite>().AsNoTracking().SingleAsync(a => a.Id == id), "systeme:taches");
        Assert.Equal(("ameli", "en_panne", 30), (acte.Service, acte.Cause, acte.MinutesPerdues));
        var fiche = await mediateur.LirePageAsync($"/activites/{id}");
        AssertPage.Dit(fiche, "Assurance maladie (ameli)");
        AssertPage.Dit(fiche, "En panne");
    }

    [Fact]
    public async Task Sur_la_page_une_journee_de_plus_de_vingt_quatre_heures_est_refusee_avec_sa_phrase()
    {
        var jour = site.Aujourdhui.AddDays(-112);
        var acte = site.Acte();
        (acte["date"], acte["duree_minutes"]) = ($"{jour:yyyy-MM-dd}", 1439);
        using var plein = await site.EnvoyerAsync(acte);
        await AssertPage.StatutAsync(HttpStatusCode.Created, plein);
        using var mediateur = await site.Site.CommeAsync(Role.Mediateur);
        using var refuse = await mediateur.EnvoyerPremierAsync(
            Nouvelle, await mediateur.LirePageAsync(Nouvelle),
            ("F.Thematiques", "email"), ("F.Posture", "avec"), ("F.Duree", "45"), ("F.TypeDeLieu", "a_distance"), ("F.Suite", "Revenir jeudi"),
            ("F.Quand", "autre"), ("F.Date.jour", $"{jour.Day}"), ("F.Date.mois", $"{jour.Month}"), ("F.Date.annee", $"{jour.Year}"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refuse);
        var page = await refuse.LirePageAsync();
        AssertPage.Dit(page, "Cette journée dépasserait 24 heures");
        Assert.Equal("Revenir jeudi", page.QuerySelector("[name='F.Suite']")!.GetAttribute("value"));
    }

    private Task<int> RecompterAsync()
    {
        site.Site.Horloge.Avancer(ChiffresDeLaCharge.Memoire);
        return site.Site.AvecBaseAsync(db => TenirLaCharge.FaireAsync(db, CancellationToken.None), "systeme:taches");
    }

    private Task<List<string>> EcartsAsync() => site.Site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT concat_ws(' ', mois, departement, service, cause, compte, recompte) AS \"Value\" FROM accompagnement.ecarts_de_la_charge()").ToListAsync(), "systeme:taches");

    // Of before the médiateur came: written as an import would.
    private Task<Guid> EnvoyerAsync(DateOnly jour, string service, string cause, int? minutes) => site.Site.AvecBaseAsync(
        async db =>
        {
            var acte = new Activite
            {
                Id = Guid.CreateVersion7(),
                Auteur = SiteDesActivites.Camille,
                Organisation = SiteDesActivites.Mediatheque,
                Equipes = [],
                Type = TypeDActivite.Demarche,
                Jour = jour,
                Duree = 45,
                Departement = "42",
                Service = service,
                Cause = cause,
                MinutesPerdues = minutes,
                SansNom = 1,
                Origine = OrigineDActivite.Import,
                Empreinte = [],
                EnregistreeLe = site.Site.Horloge.Instant,
                ModifieeLe = site.Site.Horloge.Instant,
            };
            db.Add(acte);
            await db.SaveChangesAsync();
            return acte.Id;
        },
        "systeme:demarrage");
}
