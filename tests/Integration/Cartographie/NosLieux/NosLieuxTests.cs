using System.Net;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Domain.NosLieux;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Accompagnement.Agenda;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Tests.Integration.Cartographie.NosLieux;

/// <summary>The places of an organisation, kept up to date by who manages it.</summary>
[Collection(MembresDuSite.Nom)]
public class NosLieuxTests(SiteDesMembres site) : ITablesEprouvees
{
    static IReadOnlyList<string> ITablesEprouvees.Tables => ["cartographie.tenues"];

    [Fact]
    public async Task Tout_est_a_jour_se_dit_en_un_geste_et_se_defait()
    {
        var (gestionnaire, lieu) = await TenuAsync();
        using var g = gestionnaire;
        var page = await g.Client.LirePageAsync("/nos-lieux");
        AssertPage.H1(page, "Nos lieux sur la carte");
        AssertPage.Dit(page, "Jamais confirmé");
        AssertPage.Dit(page, "Il manque : ");
        using var confirme = await g.Client.AppuyerAsync("/nos-lieux", "Confirmer", ("lieu", lieu));
        Assert.Equal("/nos-lieux?fait=confirme", confirme.Headers.Location!.OriginalString);
        var verifie = (await LireLieuAsync(lieu)).VerifieLe;
        Assert.NotNull(verifie);
        AssertPage.Dit(await g.Client.LirePageAsync("/nos-lieux"), "Confirmé le");

        // Twice the same day: nothing is written again.
        using var encore = await g.Client.AppuyerAsync("/nos-lieux", "Confirmer", ("lieu", lieu));
        Assert.Equal("/nos-lieux?fait=deja", encore.Headers.Location!.OriginalString);
        var geste = Assert.Single(await TenuesAsync(lieu));
        Assert.Equal((GesteDeTenue.Confirmation, g.Compte, g.Organisation), (geste.Geste, geste.Compte, geste.Organisation));

        using var defait = await DefaireAsync(g, lieu, geste.Id);
        Assert.Equal($"/nos-lieux/{lieu}?fait=defait", defait.Headers.Location!.OriginalString);
        Assert.Null((await LireLieuAsync(lieu)).VerifieLe);
        using var deuxFois = await DefaireAsync(g, lieu, geste.Id);
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, deuxFois);

        // Seven months later, it is asked again; what was said in between doesn't last.
        using var redit = await g.Client.AppuyerAsync("/nos-lieux", "Confirmer", ("lieu", lieu));
        var choses = await g.Client.LirePageAsync("/a-traiter");
        Assert.DoesNotContain("lieu sur la carte", AssertPage.Texte(choses.Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Des_horaires_a_verifier_se_montrent_tels_qu_ils_sont_ecrits_a_qui_peut_les_corriger()
    {
        const string Phrase = "Une plage finit à l’heure où elle commence, ou avant : ces horaires sont montrés tels qu’ils sont écrits, à vérifier.";
        var (gestionnaire, douteux) = await TenuAsync(l => l.Horaires = "Fr 17:00-12:00");
        using var g = gestionnaire;
        var page = await g.Client.LirePageAsync($"/nos-lieux/{douteux}");
        AssertPage.Dit(page, "Fr 17:00-12:00");
        AssertPage.Dit(page, Phrase);
        var (autre, bon) = await TenuAsync(l => l.Horaires = "Fr 09:00-12:00");
        using var h = autre;
        var sure = AssertPage.Texte((await h.Client.LirePageAsync($"/nos-lieux/{bon}")).QuerySelector("main")!);
        Assert.DoesNotContain("à vérifier", sure, StringComparison.Ordinal);
        Assert.DoesNotContain("Fr 09:00-12:00", sure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_correction_est_une_correction_de_la_fiche_qui_se_defait_et_la_source_reste()
    {
        var (gestionnaire, lieu) = await TenuAsync(l => l.Horaires = "Mo-Fr 09:00-12:00");
        using var g = gestionnaire;
        var adresse = $"/nos-lieux/{lieu}/corriger";
        var page = await g.Client.LirePageAsync(adresse);
        Assert.Equal(("9h", "12h"), (page.QuerySelector("#h0De1")!.GetAttribute("value"), page.QuerySelector("#h4A1")!.GetAttribute("value")));
        using var corrige = await g.Client.EnvoyerAsync(adresse, page, ("h0De2", "14h"), ("h0A2", "17h30"), ("telephone", "01 99 00 12 34"), ("services", "Aide aux démarches administratives"), ("services", "Accès internet et matériel informatique"));
        Assert.Equal($"/nos-lieux/{lieu}?fait=corrige", corrige.Headers.Location?.OriginalString);
        var corrections = await CorrectionsAsync(lieu);
        Assert.Equal("Mo 09:00-12:00,14:00-17:30; Tu-Fr 09:00-12:00", corrections["horaires"]);
        Assert.Equal("+33199001234", corrections["telephone"]);
        Assert.Equal("Aide aux démarches administratives|Accès internet et matériel informatique", corrections["services"]);
        // What the source gives isn't touched, and nobody says that the rest was verified.
        var source = await LireLieuAsync(lieu);
        Assert.Equal(("Mo-Fr 09:00-12:00", null, null), (source.Horaires, source.Telephone, source.VerifieLe));
        AssertPage.Dit(await g.Client.LirePageAsync($"/nos-lieux/{lieu}"), "Correction");

        // Sent again as it is: nothing is written.
        using var rien = await g.Client.EnvoyerAsync(adresse, await g.Client.LirePageAsync(adresse));
        Assert.Equal($"/nos-lieux/{lieu}?fait=rien", rien.Headers.Location!.OriginalString);
        var geste = Assert.Single(await TenuesAsync(lieu));
        using var defait = await DefaireAsync(g, lieu, geste.Id);
        Assert.Equal(HttpStatusCode.Redirect, defait.StatusCode);
        Assert.Empty(await CorrectionsAsync(lieu));
    }

    [Fact]
    public async Task Ce_qui_est_mal_ecrit_est_dit_et_rien_n_est_perdu()
    {
        var (gestionnaire, lieu) = await TenuAsync();
        using var g = gestionnaire;
        var adresse = $"/nos-lieux/{lieu}/corriger";
        using var refuse = await g.Client.EnvoyerAsync(adresse, await g.Client.LirePageAsync(adresse), ("h0De1", "midi"), ("h1De1", "14h"), ("h1A1", "9h"), ("telephone", "12"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refuse);
        var page = await refuse.LirePageAsync();
        Assert.Equal(("midi", "9h", "12"), (page.QuerySelector("#h0De1")!.GetAttribute("value"), page.QuerySelector("#h1A1")!.GetAttribute("value"), page.QuerySelector("#telephone")!.GetAttribute("value")));
        Assert.Equal(3, page.QuerySelectorAll(".govuk-error-message").Length);
        using var telephone = await g.Client.EnvoyerAsync(adresse, await g.Client.LirePageAsync(adresse), ("telephone", "12"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, telephone);
        Assert.Empty(await TenuesAsync(lieu));

        var fermer = $"/nos-lieux/{lieu}/fermer";
        using var sansHoraires = await FermerUnTempsAsync(g, fermer, site.Horloge.Instant, site.Horloge.Instant);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansHoraires);
        AssertPage.Dit(await sansHoraires.LirePageAsync(), "Donnez d’abord les horaires habituels");
    }

    [Fact]
    public async Task Fermer_un_temps_s_ajoute_aux_horaires_et_finit_tout_seul()
    {
        var (gestionnaire, lieu) = await TenuAsync(l => l.Horaires = "week 1-53 Mo-Fr 09:00-12:00");
        using var g = gestionnaire;
        var fermer = $"/nos-lieux/{lieu}/fermer";
        using var alEnvers = await FermerUnTempsAsync(g, fermer, site.Horloge.Instant.AddDays(3), site.Horloge.Instant);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, alEnvers);
        using var ferme = await FermerUnTempsAsync(g, fermer, site.Horloge.Instant, site.Horloge.Instant.AddDays(3));
        Assert.Equal($"/nos-lieux/{lieu}?fait=ferme-un-temps", ferme.Headers.Location?.OriginalString);
        Assert.Matches("^week 1-53 Mo-Fr 09:00-12:00; [0-9]{4} [A-Z][a-z]{2} [0-9]{2}-[0-9]{4} [A-Z][a-z]{2} [0-9]{2} off$", (await CorrectionsAsync(lieu))["horaires"]);
        // The table of the form can't hold these hours: left empty, it keeps them.
        var adresse = $"/nos-lieux/{lieu}/corriger";
        AssertPage.Dit(await g.Client.LirePageAsync(adresse), "ne tiennent pas dans ce tableau");
        using var rien = await g.Client.EnvoyerAsync(adresse, await g.Client.LirePageAsync(adresse));
        Assert.Equal($"/nos-lieux/{lieu}?fait=rien", rien.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Fermer_pour_toujours_enleve_le_lieu_de_l_organisation_et_demande_pour_celui_d_un_autre()
    {
        var (gestionnaire, autre) = await TenuAsync();
        using var g = gestionnaire;
        using var demande = await ToujoursAsync(g, autre);
        Assert.Equal($"/nos-lieux/{autre}?fait=demande", demande.Headers.Location?.OriginalString);
        Assert.Null((await LireLieuAsync(autre)).Retenu);
        Assert.Equal(CategorieSignalement.Ferme, (await site.LireAsync(db => db.Set<Signalement>().SingleAsync(s => s.LieuId == autre))).Categorie);
        Assert.Empty(await TenuesAsync(autre));

        const string Siret = "55208131700013";
        await site.Base.ExecuterAsync("UPDATE comptes.organisations SET type_identification = 'Siret', numero = $2 WHERE id = $1", g.Organisation, Siret);
        var nous = await new LieuDeTest().Identifie(site.Mot()).Avec(l => l.Pivot = Siret).CreerAsync(site);
        await site.AjouterAsync(new LieuDOrganisation { Organisation = g.Organisation, Lieu = nous, AjouteLe = site.Horloge.Instant });
        using var ferme = await ToujoursAsync(g, nous);
        Assert.Equal($"/nos-lieux/{nous}?fait=ferme", ferme.Headers.Location?.OriginalString);
        Assert.Equal(Lieu.Depublie, (await LireLieuAsync(nous)).Retenu);
        using var encore = await g.Client.GetAsync($"/nos-lieux/{nous}/fermer");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        using var rouvert = await g.Client.AppuyerAsync($"/nos-lieux/{nous}", "Rouvrir");
        Assert.Equal($"/nos-lieux/{nous}?fait=rouvert", rouvert.Headers.Location?.OriginalString);
        Assert.Null((await LireLieuAsync(nous)).Retenu);
    }

    [Fact]
    public async Task On_ne_defait_pas_ce_que_quelqu_un_a_change_depuis()
    {
        var (gestionnaire, lieu) = await TenuAsync();
        using var g = gestionnaire;
        var adresse = $"/nos-lieux/{lieu}/corriger";
        using var un = await g.Client.EnvoyerAsync(adresse, await g.Client.LirePageAsync(adresse), ("telephone", "01 99 00 12 34"));
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        using var deux = await g.Client.EnvoyerAsync(adresse, await g.Client.LirePageAsync(adresse), ("telephone", "01 99 00 56 78"));
        var premier = (await TenuesAsync(lieu)).OrderBy(t => t.FaiteLe).ThenBy(t => t.Id).First();
        using var refuse = await DefaireAsync(g, lieu, premier.Id);
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, refuse);
        AssertPage.Dit(await refuse.LirePageAsync(), "Quelqu’un d’autre a changé ce lieu");
        Assert.Equal("+33199005678", (await CorrectionsAsync(lieu))["telephone"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/corriger")]
    [InlineData("/fermer")]
    public async Task Le_lieu_d_une_autre_organisation_n_existe_pas_et_sans_le_droit_rien_ne_s_ouvre(string page)
    {
        var (gestionnaire, lieu) = await TenuAsync();
        using var g = gestionnaire;
        using var ailleurs = await site.MediateurAsync(role: Role.GestionnaireStructure);
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, ailleurs.Client, $"/nos-lieux/{lieu}{page}");
        using var mediateur = await site.MediateurAsync(g.Organisation);
        await SiteDesMembres.StatutAsync(HttpStatusCode.Forbidden, mediateur.Client, $"/nos-lieux/{lieu}{page}");
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, g.Client, $"/nos-lieux/{lieu}{page}");
    }

    [Fact]
    public async Task La_base_ne_montre_et_ne_laisse_ecrire_que_les_gestes_de_son_organisation()
    {
        var (gestionnaire, lieu) = await TenuAsync();
        using var g = gestionnaire;
        using var confirme = await g.Client.AppuyerAsync("/nos-lieux", "Confirmer", ("lieu", lieu));
        const string Compter = "SELECT count(*) FROM cartographie.tenues";
        var duLieu = $"{Compter} WHERE lieu = '{lieu}'";
        Assert.Equal(1L, await EnAsync(g.Compte, g.Organisation, "referent", duLieu));
        Assert.Equal(1L, await EnAsync(null, null, "gestionnaire_donnees", duLieu));
        Assert.Equal(0L, await EnAsync(g.Compte, site.Id(), "referent", duLieu));
        Assert.Equal(0L, await EnAsync(null, null, null, Compter));
        foreach (var role in (string[])["mediateur", "coordinateur", "support", "financeur", "auditeur"])
        {
            Assert.Equal(0L, await EnAsync(g.Compte, g.Organisation, role, Compter));
        }

        var ajout = $"INSERT INTO cartographie.tenues (id, lieu, organisation, compte, faite_le, geste, details) VALUES ('{site.Id()}', 'x', '{site.Id()}', '{g.Compte}', now(), 'Confirmation', '[]') RETURNING 1::bigint";
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EnAsync(g.Compte, g.Organisation, "referent", ajout))).SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => EnAsync(g.Compte, g.Organisation, "referent", "DELETE FROM cartographie.tenues RETURNING 1::bigint"))).SqlState);
    }

    private async Task<(Mediateur Gestionnaire, string Lieu)> TenuAsync(Action<Lieu>? changer = null)
    {
        var lieu = await new LieuDeTest().Identifie(site.Mot()).Avec(changer ?? (_ => { })).CreerAsync(site);
        var gestionnaire = await site.MediateurAsync(role: Role.GestionnaireStructure);
        await site.AjouterAsync(new LieuDOrganisation { Organisation = gestionnaire.Organisation, Lieu = lieu, AjouteLe = site.Horloge.Instant });
        return (gestionnaire, lieu);
    }

    private static async Task<HttpResponseMessage> DefaireAsync(Mediateur g, string lieu, Guid tenue) =>
        await SiteDesMembres.PosterAsync(g.Client, $"/nos-lieux/{lieu}", $"/nos-lieux/{lieu}?handler=Defaire", ("tenue", tenue.ToString()));

    private static async Task<HttpResponseMessage> ToujoursAsync(Mediateur g, string lieu) =>
        await g.Client.AppuyerAsync($"/nos-lieux/{lieu}/fermer", "Toujours");

    private static async Task<HttpResponseMessage> FermerUnTempsAsync(Mediateur g, string adresse, DateTimeOffset du, DateTimeOffset au) =>
        await g.Client.AppuyerAsync(adresse, "UnTemps", [.. GestesDeLAgenda.Date("Du", JourDeParis.De(du)), .. GestesDeLAgenda.Date("Au", JourDeParis.De(au))]);

    private Task<Lieu> LireLieuAsync(string id) => site.LireAsync(db => db.Set<Lieu>().AsNoTracking().SingleAsync(l => l.Id == id));

    private Task<List<TenueDeLieu>> TenuesAsync(string lieu) => site.LireAsync(db => db.Set<TenueDeLieu>().AsNoTracking().Where(t => t.Lieu == lieu).ToListAsync());

    private Task<Dictionary<string, string?>> CorrectionsAsync(string lieu) => site.LireAsync(db => db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => c.Lieu == lieu && c.Etat == EtatCorrection.Active).ToDictionaryAsync(c => c.Champ, c => c.Valeur));

    private async Task<long?> EnAsync(Guid? compte, Guid? organisation, string? role, string sql)
    {
        await using var connexion = await site.Base.Application.OpenConnectionAsync();
        await using (var reglage = new NpgsqlCommand("SELECT set_config('app.compte', $1, false), set_config('app.organisation', $2, false), set_config('app.role', $3, false)", connexion)
        {
            Parameters = { new() { Value = compte?.ToString() ?? "" }, new() { Value = organisation?.ToString() ?? "" }, new() { Value = role ?? "" } },
        })
        {
            await reglage.ExecuteNonQueryAsync();
        }

        await using var commande = new NpgsqlCommand(sql, connexion);
        return (long?)await commande.ExecuteScalarAsync();
    }
}
